public import Quantities

/// A guest: a machine or a container that the VMM gives to a system of its own.
public struct GuestLayer: Layer {
    /// The guest's name.
    public var name: String
    /// The guest's UUID.
    public var uuid: String
    /// Its state in libvirt's words, such as `running` or `shut off`.
    public var state: String
    /// Whether it holds processors and memory now: running, paused or blocked.
    public var isActive: Bool
    /// The system in it, when its definition names one.
    public var operatingSystem: String?
    /// Virtual processors.
    public var vcpus: Int?
    /// Memory.
    public var memory: ByteCount?
    /// How its code runs.
    public var style: GuestStyle?
    /// How it starts.
    public var boot: BootPath?
    /// Its machine type, such as `pc` or `q35`.
    public var machine: String?
    /// Its virtual devices.
    public var devices: [VirtualDevice]
    /// Why a fact is missing, by the fact's JSON key.
    public var unavailable: [String: String]

    /// A guest with what is known of it.
    public init(
        name: String, uuid: String, state: String, isActive: Bool, operatingSystem: String? = nil,
        vcpus: Int? = nil, memory: ByteCount? = nil, style: GuestStyle? = nil, boot: BootPath? = nil,
        machine: String? = nil, devices: [VirtualDevice] = [], unavailable: [String: String] = [:]
    ) {
        self.name = name
        self.uuid = uuid
        self.state = state
        self.isActive = isActive
        self.operatingSystem = operatingSystem
        self.vcpus = vcpus
        self.memory = memory
        self.style = style
        self.boot = boot
        self.machine = machine
        self.devices = devices
        self.unavailable = unavailable
    }

    /// How many devices there are of each style; devices of an unknown style are not counted.
    public var devicesByStyle: [DeviceStyle: Int] {
        devices.reduce(into: [:]) { counts, device in
            if let style = device.style { counts[style, default: 0] += 1 }
        }
    }

    /// A machine, or an environment on the host's kernel, for the applications in it.
    public var provides: [ResourceUse] {
        guard isActive else { return [] }
        return [.named(style == .container ? "an environment on the host's kernel" : "a machine", .machine)]
    }

    /// Processors and memory while it runs, and what its devices stand on.
    public var uses: [ResourceUse] {
        var result: [ResourceUse] = []
        if isActive {
            if let vcpus { result.append(.count(vcpus, of: .processor)) }
            if let memory { result.append(.bytes(memory, of: .memory)) }
        }
        for device in devices {
            guard let backing = device.backedBy else { continue }
            result.append(.named(backing, device.kind.resource))
        }
        return result
    }
}
