/// The way of a request through one device of a guest, hop by hop, from the guest's driver down to the hardware.
///
/// The answer takes the same way back. What a hop costs in either direction is in words, and what was counted there in
/// the last interval in numbers.
///
/// ```swift
/// let paths = try await RequestPath.read(host.readOnly, guest: "web")
/// let measured = try await RequestPath.measure(paths, host.readOnly, over: .seconds(1))
/// print(PathPicture(width: 100).text(of: measured))
/// ```
public struct RequestPath: Codable, Sendable, Equatable {
    /// The guest's name.
    public var guest: String
    /// What the device is called: a disk by its target, an adapter by the host's device for it, or its address.
    public var device: String
    /// Other names that mean the device: its hardware address, its alias.
    public var otherNames: [String]
    /// A disk or an adapter.
    public var kind: VirtualDevice.Kind
    /// Who plays the device, and whether the guest knows.
    public var style: DeviceStyle?
    /// How the guest's code runs.
    public var guestStyle: GuestStyle?
    /// Whether requests can be under way: the guest runs.
    public var isActive: Bool
    /// How long was measured; `nil` where nothing was.
    public var seconds: Double?
    /// The hops, from the guest's driver down.
    public var hops: [Hop]
    /// Why a fact is missing, by the fact's JSON key.
    public var unavailable: [String: String]

    /// A way with its hops.
    public init(
        guest: String, device: String, otherNames: [String] = [], kind: VirtualDevice.Kind, style: DeviceStyle? = nil,
        guestStyle: GuestStyle? = nil, isActive: Bool = true, seconds: Double? = nil, hops: [Hop] = [],
        unavailable: [String: String] = [:]
    ) {
        self.guest = guest
        self.device = device
        self.otherNames = otherNames
        self.kind = kind
        self.style = style
        self.guestStyle = guestStyle
        self.isActive = isActive
        self.seconds = seconds
        self.hops = hops
        self.unavailable = unavailable
    }

    /// Whether the device is called so.
    public func isNamed(_ name: String) -> Bool { device == name || otherNames.contains(name) }
}
