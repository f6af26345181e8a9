extension XMLDocument {
    /// How much a document may hold before it is refused.
    public struct Limits: Hashable, Sendable {
        /// The largest number of bytes, at most 1 GiB.
        public var bytes: Int
        /// How deep elements may be nested; libxml2 itself stops at 256.
        public var depth: Int
        /// The largest number of elements, texts, comments and so on.
        public var nodes: Int

        /// Limits; the default ones are far above anything that libvirt writes.
        public init(bytes: Int = 16 << 20, depth: Int = 256, nodes: Int = 1_000_000) {
            self.bytes = min(bytes, 1 << 30)
            self.depth = depth
            self.nodes = nodes
        }
    }
}
