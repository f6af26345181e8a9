/// The layers that the guests of one host stand on: hardware, host OS, VMM, and the guests themselves.
///
/// ```swift
/// let reading = HostReader().read()
/// let stack = LayerStack(hardware: reading.hardware, host: reading.host, vmm: vmm, guests: guests)
/// print(LayerPicture(width: 80).text(of: stack))
/// ```
///
/// In JSON every layer also carries what it `provides` and `uses`; both follow from the facts and are not read back.
public struct LayerStack: Sendable, Equatable {
    /// The machine itself, real or virtual.
    public var hardware: HardwareLayer
    /// The operating system that drives the hardware and carries the VMM as one of its programs.
    public var host: HostLayer
    /// The virtualization software and how it is reached.
    public var vmm: VMMLayer
    /// The guests, in the order given.
    public var guests: [GuestLayer]

    /// Puts the layers on top of each other; the VMM's account of what its guests hold is made here.
    public init(hardware: HardwareLayer, host: HostLayer, vmm: VMMLayer, guests: [GuestLayer]) {
        self.hardware = hardware
        self.host = host
        self.vmm = vmm.serving(guests)
        self.guests = guests
    }
}

extension LayerStack: Codable {
    private enum CodingKeys: String, CodingKey { case hardware, host, vmm, guests }

    /// Writes the layers with their balance: what each provides and uses.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Balanced(layer: hardware), forKey: .hardware)
        try container.encode(Balanced(layer: host), forKey: .host)
        try container.encode(Balanced(layer: vmm), forKey: .vmm)
        try container.encode(guests.map(Balanced.init), forKey: .guests)
    }
}

/// Writes a layer's own facts and, beside them, what follows from them: what it provides and what it uses.
private struct Balanced<Content: Layer>: Encodable {
    enum CodingKeys: String, CodingKey { case provides, uses }

    let layer: Content

    func encode(to encoder: any Encoder) throws {
        try layer.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(layer.provides, forKey: .provides)
        try container.encode(layer.uses, forKey: .uses)
    }
}
