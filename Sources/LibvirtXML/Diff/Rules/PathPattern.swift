/// Elements or attributes by their path from the outermost element: `devices/*/address/@bus`.
///
/// `*` is any one element, `@*` any attribute; `**` in front is any number of elements.
struct PathPattern: Hashable, Sendable {
    let steps: [String]
    let isAnywhere: Bool

    init(_ text: Substring) {
        let steps = text.parts(between: "/").map(String.init)
        isAnywhere = steps.first == "**"
        self.steps = Array(isAnywhere ? steps.dropFirst() : steps[...])
    }

    func matches(_ path: [String]) -> Bool { matches(path[...]) }

    /// Whether it names the path, or one of the elements around it.
    func covers(_ path: [String]) -> Bool { (0...path.count).contains { matches(path.prefix($0)) } }

    private func matches(_ path: ArraySlice<String>) -> Bool {
        guard isAnywhere ? path.count >= steps.count : path.count == steps.count else { return false }
        return zip(steps.reversed(), path.reversed()).allSatisfy { $0 == $1 || $0 == PathPattern.anyName(for: $1) }
    }

    /// What stands for every name of the kind.
    static func anyName(for name: String) -> String { name.utf8.first == UInt8(ascii: "@") ? "@*" : "*" }
}
