internal import Libvirt

/// Does the same for every element, a few at a time, and answers in the order of the elements.
///
/// A daemon answers a handful of a client's calls at once and lets the others wait, so more than that helps nobody.
func concurrently<Element: Sendable, Outcome: Sendable>(
    _ elements: [Element], width: Int = 8, _ body: @escaping @Sendable (Int, Element) async throws -> Outcome
) async throws -> [Outcome] {
    try await withTaskExecutorPreference(BlockingExecutor.shared) {
        try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
            var outcomes = [Outcome?](repeating: nil, count: elements.count)
            var waiting = elements.enumerated().makeIterator()
            for _ in 0..<width {
                guard let (index, element) = waiting.next() else { break }
                group.addTask { (index, try await body(index, element)) }
            }
            while let (index, outcome) = try await group.next() {
                outcomes[index] = outcome
                guard let (index, element) = waiting.next() else { continue }
                group.addTask { (index, try await body(index, element)) }
            }
            return outcomes.compactMap(\.self)
        }
    }
}
