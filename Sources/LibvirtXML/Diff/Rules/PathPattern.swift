/// Elements or attributes by their path from the outermost element: `devices/*/address/@bus`.
///
/// `*` is any one name; `**` in front is any number of them.
struct PathPattern: Hashable, Sendable {
    let steps: [String]
    let isAnywhere: Bool
    let attribute: String?

    init(_ text: some StringProtocol) {
        let place = ValuePath(String(text))
        let steps = place.elements.split(separator: "/").map(String.init)
        isAnywhere = steps.first == "**"
        self.steps = Array(isAnywhere ? steps.dropFirst() : steps[...])
        attribute = place.attribute
    }

    func matches(_ path: [String], attribute: String?) -> Bool {
        guard self.attribute == attribute || (self.attribute == "*" && attribute != nil) else { return false }
        return matches(path[...])
    }

    /// Whether it names the path, or one of the elements around it.
    func covers(_ path: [String], attribute: String?) -> Bool {
        if self.attribute != nil { return matches(path, attribute: attribute) }
        return (0...path.count).contains { matches(path.prefix($0)) }
    }

    private func matches(_ path: ArraySlice<String>) -> Bool {
        guard isAnywhere ? path.count >= steps.count : path.count == steps.count else { return false }
        return zip(steps.reversed(), path.reversed()).allSatisfy { $0 == "*" || $0 == $1 }
    }
}
