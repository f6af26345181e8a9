public import Libvirt
public import StrataLayers

/// Everything `info` tells of one guest.
public struct GuestDetails: Encodable, Sendable {
    /// The guest as a layer: resources and devices.
    public var layer: GuestLayer
    /// Why it is in its state, in words.
    public var reason: String
    /// Whether the host keeps its definition.
    public var isPersistent: Bool
    /// Whether it starts with the host.
    public var isAutostarted: Bool
    /// The processor time it has used; `nil` where the driver does not count it.
    public var cpuTime: Duration?

    /// Reads one guest.
    ///
    /// - Throws: `LibvirtError` with code `noDomain` when it is gone.
    public static func read(_ guest: ReadOnlyDomain) async throws -> GuestDetails {
        let isPersistent = try await guest.isPersistent
        return GuestDetails(
            layer: try await GuestLayer.read(guest), reason: try await guest.state().reason.description,
            isPersistent: isPersistent, isAutostarted: isPersistent ? try await guest.isAutostarted : false,
            cpuTime: try? await guest.info().cpuTime)
    }

    private enum CodingKeys: String, CodingKey { case reason, isPersistent, isAutostarted, cpuSeconds }

    /// Encodes the guest's own keys and these beside them.
    public func encode(to encoder: any Encoder) throws {
        try layer.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(reason, forKey: .reason)
        try container.encode(isPersistent, forKey: .isPersistent)
        try container.encode(isAutostarted, forKey: .isAutostarted)
        let seconds = cpuTime.map { Double($0.components.seconds) + Double($0.components.attoseconds) / 1e18 }
        try container.encodeIfPresent(seconds, forKey: .cpuSeconds)
    }
}
