/// The processor that a guest sees: the `<cpu>` part of a definition.
public struct CPU: ElementView {
    /// Where it stands in a definition.
    public static let path = "cpu"
    /// The document that is read and edited.
    public var document: XMLDocument
    /// The identity of the `<domain>`; the `<cpu>` in it is made when it is first written to.
    public let id: XMLNode.ID

    /// A view of the `<cpu>` in the `<domain>` of that identity.
    public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }

    /// Where the model comes from.
    public var mode: Mode? {
        get { self["cpu/@mode", as: Mode.self] }
        set { self["cpu/@mode", as: Mode.self] = newValue }
    }
    /// The named model, in mode ``Mode/custom``.
    public var model: String? {
        get { self["cpu/model"] }
        set { self["cpu/model"] = newValue }
    }

    /// Where the model of a processor comes from.
    public struct Mode: XMLToken {
        /// The word in the definition.
        public var rawValue: String
        /// The mode of that name, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A model by name.
        public static let custom: Self = "custom"
        /// The known model that is nearest to the host's.
        public static let hostModel: Self = "host-model"
        /// The host's own processor.
        public static let hostPassthrough: Self = "host-passthrough"
        /// The most that the hypervisor can do.
        public static let maximum: Self = "maximum"
    }
}
