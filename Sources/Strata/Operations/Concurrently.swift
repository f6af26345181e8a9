internal import Glibc
internal import Libvirt
internal import Synchronization

/// How many things that only compute are worth doing at once.
let processorCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

/// Does the same for every element, a few at a time, and answers in the order of the elements.
///
/// A daemon answers a handful of a client's calls at once and lets the others wait, so more than that helps nobody. Each
/// of the few takes the next element by itself: handing elements out one by one would wake a thread for each.
func concurrently<Element: Sendable, Outcome: Sendable>(
    _ elements: [Element], width: Int = 8, _ body: @escaping @Sendable (Element) async throws -> Outcome
) async throws -> [Outcome] {
    let next = Counter()
    return try await withTaskExecutorPreference(BlockingExecutor.shared) {
        try await withThrowingTaskGroup(of: [(Int, Outcome)].self) { group in
            for _ in 0..<min(width, elements.count) {
                group.addTask {
                    var done: [(Int, Outcome)] = []
                    while let index = next.take(below: elements.count) {
                        done.append((index, try await body(elements[index])))
                    }
                    return done
                }
            }
            var outcomes = [Outcome?](repeating: nil, count: elements.count)
            for try await done in group {
                for (index, outcome) in done { outcomes[index] = outcome }
            }
            return outcomes.compactMap(\.self)
        }
    }
}

/// Numbers from 0 on, each given away once.
private final class Counter: Sendable {
    private let value = Atomic(0)

    func take(below limit: Int) -> Int? {
        let index = value.add(1, ordering: .relaxed).oldValue
        return index < limit ? index : nil
    }
}
