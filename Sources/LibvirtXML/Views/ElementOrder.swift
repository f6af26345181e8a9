/// The order in which libvirt writes the children of an element; it decides only where a new one lands.
///
/// The schema takes any order; people expect the one that they see in every definition.
enum ElementOrder {
    /// The index of the sibling behind which `name` goes, `nil` for the front.
    static func place(of name: String, in parent: String, among siblings: [String]) -> Int? {
        if let twin = siblings.lastIndex(of: name) { return twin }
        guard let order = ranks[parent], let rank = order[name] else { return siblings.indices.last }
        let earlier = siblings.lastIndex { order[$0].map { $0 < rank } ?? false }
        if let earlier { return earlier }
        // Nobody goes in front of it by rule. What has no rank keeps its place at the top only if all are such.
        return siblings.contains { order[$0] != nil } ? nil : siblings.indices.last
    }

    private static let ranks: [String: [String: Int]] = lists.mapValues { list in
        let names = list.split(whereSeparator: \.isWhitespace).map(String.init)
        return Dictionary(names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }
}
