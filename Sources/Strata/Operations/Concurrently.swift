internal import Glibc
internal import Libvirt
internal import Synchronization

/// How many things that only compute are worth doing at once.
let processorCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

/// How many calls a daemon works at, at once; it lets a client's others wait.
let daemonWidth = 8

extension ConnectionURI {
    /// How many calls at once are worth their while: a driver in this process has no more than its processors.
    var usefulWidth: Int {
        let isInProcess = transport == nil && host == nil && (driver == "test" || path == "/embed")
        return isInProcess ? processorCount : daemonWidth
    }
}

/// Does the same for every element, a few at a time, and answers in the order of the elements.
///
/// Each of the few takes the next element by itself: handing elements out one by one would wake a thread for each.
func concurrently<Element: Sendable, Outcome: Sendable>(
    _ elements: [Element], width: Int = daemonWidth, _ body: @escaping @Sendable (Element) async throws -> Outcome
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
