/// An element to be put into a document.
///
/// ```swift
/// NewElement("disk", ["type": "file", "device": "disk"]) {
///     NewElement("source", ["file": "/images/web.qcow2"])
///     NewElement("target", ["dev": "vda", "bus": "virtio"])
/// }
/// ```
public struct NewElement: Sendable {
    /// The name, with its prefix when it has one.
    public var name: String
    /// The attributes in the order in which they are written.
    public var attributes: [(name: String, value: String)]
    /// The text; it stands in front of the children.
    public var text: String?
    /// The elements in it.
    public var children: [NewElement]

    /// An element with attributes, children and, in front of them, text.
    ///
    /// Attributes keep their order. All names must be names by XML's rules.
    public init(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String? = nil,
        @Children children: () -> [NewElement] = { [] }
    ) {
        self.name = name
        self.attributes = attributes.map { ($0.key, $0.value) }
        self.text = text
        self.children = children()
    }

    /// Adds the attribute when there is a value.
    public func with(_ name: String, _ value: String?) -> NewElement {
        guard let value else { return self }
        var element = self
        element.attributes.append((name, value))
        return element
    }

    /// Collects the children in a trailing closure.
    @resultBuilder
    public enum Children {
        /// One child.
        public static func buildExpression(_ child: NewElement) -> [NewElement] { [child] }
        /// A child that may be missing.
        public static func buildExpression(_ child: NewElement?) -> [NewElement] { child.map { [$0] } ?? [] }
        /// Children in a row.
        public static func buildBlock(_ parts: [NewElement]...) -> [NewElement] { parts.flatMap { $0 } }
        /// Children under a condition.
        public static func buildOptional(_ part: [NewElement]?) -> [NewElement] { part ?? [] }
        /// One side of a condition.
        public static func buildEither(first part: [NewElement]) -> [NewElement] { part }
        /// The other side of a condition.
        public static func buildEither(second part: [NewElement]) -> [NewElement] { part }
        /// Children from a loop.
        public static func buildArray(_ parts: [[NewElement]]) -> [NewElement] { parts.flatMap { $0 } }
    }
}
