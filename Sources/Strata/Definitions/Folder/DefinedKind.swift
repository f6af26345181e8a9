internal import LibvirtXML

/// The kinds of definitions that files can hold and a host can have; those that others need come first.
public enum DefinedKind: String, Codable, CaseIterable, Comparable, Sendable {
    /// A virtual network.
    case network
    /// A storage pool.
    case pool
    /// A volume in a storage pool.
    case volume
    /// A guest.
    case domain

    /// The word for it.
    public var word: String { self == .domain ? "guest" : rawValue }

    var schema: Schema.Kind {
        switch self {
        case .network: .network
        case .pool: .storagePool
        case .volume: .storageVolume
        case .domain: .domain
        }
    }

    /// Whether `left` is needed by things of the kind `right`, or the other way about is not so.
    public static func < (left: DefinedKind, right: DefinedKind) -> Bool { left.order < right.order }

    private var order: Int { DefinedKind.allCases.firstIndex(of: self) ?? 0 }
}

/// What a definition is of: the kind and the name, which is `pool/volume` for a volume.
public struct DefinedName: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    /// The kind.
    public var kind: DefinedKind
    /// The name, unique among those of the kind on a host.
    public var name: String

    /// A name of a kind.
    public init(_ kind: DefinedKind, _ name: String) { (self.kind, self.name) = (kind, name) }

    /// Such as `guest 'web'`.
    public var description: String { "\(kind.word) '\(name)'" }

    /// What others need comes first, then by name.
    public static func < (left: DefinedName, right: DefinedName) -> Bool {
        left.kind == right.kind ? left.name < right.name : left.kind < right.kind
    }
}
