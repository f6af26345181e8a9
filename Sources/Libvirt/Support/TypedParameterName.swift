/// The name of one typed parameter, such as `cpu_time`.
///
/// Every name that libvirt's headers publish is a static member; names are open, so that a parameter of a newer
/// daemon, or one that libvirt numbers (`vcpu.3.time`), can be written as a string literal.
///
/// ```swift
/// let shares = parameters[.domainSchedulerCPUShares]
/// let other = parameters["vcpu.3.time"]
/// ```
public struct TypedParameterName: RawRepresentable, Hashable, Sendable {
    /// The name as libvirt spells it.
    public let rawValue: String

    /// Wraps a name as libvirt spells it.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Wraps a name as libvirt spells it.
    public init(_ name: String) {
        self.init(rawValue: name)
    }
}

extension TypedParameterName: ExpressibleByStringLiteral {
    /// Wraps a name as libvirt spells it.
    public init(stringLiteral name: String) {
        self.init(rawValue: name)
    }
}

extension TypedParameterName: CustomStringConvertible {
    /// The name as libvirt spells it.
    public var description: String { rawValue }
}
