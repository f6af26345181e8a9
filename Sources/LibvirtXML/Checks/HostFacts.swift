public import Quantities

/// What checks may know of the host that a guest is for; what is `nil` is not checked.
public struct HostFacts: Sendable {
    /// The host's memory.
    public var memory: ByteCount?
    /// What guests of the definition's kind can have there: libvirt's `<domainCapabilities>`.
    public var capabilities: XMLDocument?
    /// Whether the host has what a definition names.
    public var has: (@Sendable (HostReference) -> Bool)?

    /// Facts about a host.
    public init(
        memory: ByteCount? = nil, capabilities: XMLDocument? = nil, has: (@Sendable (HostReference) -> Bool)? = nil
    ) {
        self.memory = memory
        self.capabilities = capabilities
        self.has = has
    }
}

/// Something of the host that a definition names.
public struct HostReference: Hashable, Sendable {
    /// What kind of thing it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A virtual network.
        case network
        /// A storage pool.
        case pool
        /// A volume in a pool.
        case volume
        /// A secret, by its UUID.
        case secretUUID
        /// A secret, by what it is used for.
        case secretUsage
        /// A network filter.
        case filter
        /// A file that must be there before the guest starts.
        case file
    }

    /// What kind of thing it is.
    public var kind: Kind
    /// Its name, UUID or path.
    public var name: String
    /// What it is in or of: a volume's pool, a secret's type of use, the part that a file plays.
    public var scope: String?

    /// Names something of the host.
    public init(_ kind: Kind, _ name: String, in scope: String? = nil) {
        self.kind = kind
        self.name = name
        self.scope = scope
    }
}
