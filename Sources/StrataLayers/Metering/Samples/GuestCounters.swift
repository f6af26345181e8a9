public import Quantities

/// What one guest has used since it started.
public struct GuestCounters: Codable, Sendable, Equatable {
    /// The guest's name.
    public var name: String
    /// Its UUID, in lower case.
    public var uuid: String
    /// Its state in libvirt's words.
    public var state: String
    /// Whether libvirt could not ask its hypervisor, which is busy with something else or does not answer.
    public var isBusy: Bool
    /// The processor time of the guest with its hypervisor, in seconds, as libvirt counts it.
    public var cpuSeconds: Double?
    /// Its virtual processors.
    public var vcpus: [VCPUCounters]
    /// Its memory, as libvirt and the guest's own balloon driver tell.
    public var memory: GuestMemoryCounters
    /// Its disks.
    public var disks: [DiskCounters]
    /// Its network adapters.
    public var interfaces: [InterfaceCounters]
    /// The hypervisor's process on this host.
    public var process: ProcessCounters?
    /// The control group that it runs in; `nil` unless it was asked for.
    public var group: GroupCounters?
    /// Why a fact is missing, by the fact's JSON key.
    public var unavailable: [String: String]

    /// A guest with what was found.
    public init(
        name: String, uuid: String, state: String = "running", isBusy: Bool = false, cpuSeconds: Double? = nil,
        vcpus: [VCPUCounters] = [], memory: GuestMemoryCounters = .init(), disks: [DiskCounters] = [],
        interfaces: [InterfaceCounters] = [], process: ProcessCounters? = nil, group: GroupCounters? = nil,
        unavailable: [String: String] = [:]
    ) {
        self.name = name
        self.uuid = uuid
        self.state = state
        self.isBusy = isBusy
        self.cpuSeconds = cpuSeconds
        self.vcpus = vcpus
        self.memory = memory
        self.disks = disks
        self.interfaces = interfaces
        self.process = process
        self.group = group
        self.unavailable = unavailable
    }
}

/// One virtual processor.
public struct VCPUCounters: Codable, Sendable, Equatable {
    /// Its number.
    public var number: Int
    /// The processor time it has used, in seconds.
    public var seconds: Double?
    /// How long it was ready and had no processor, in seconds.
    public var waitingSeconds: Double?
    /// How often the processor left the guest's code; only KVM counts that.
    public var exits: UInt64?

    /// A virtual processor with what is known of it.
    public init(number: Int, seconds: Double? = nil, waitingSeconds: Double? = nil, exits: UInt64? = nil) {
        self.number = number
        self.seconds = seconds
        self.waitingSeconds = waitingSeconds
        self.exits = exits
    }
}

/// The memory of one guest.
public struct GuestMemoryCounters: Codable, Sendable, Equatable {
    /// What it may have.
    public var maximum: ByteCount?
    /// What it was given.
    public var given: ByteCount?
    /// What its hypervisor's process holds of the host's memory.
    public var resident: ByteCount?
    /// What the guest's own system sees as its memory.
    public var visible: ByteCount?
    /// What the guest's own system could give back without swapping.
    public var usable: ByteCount?
    /// What the guest's own system has swapped out and in again.
    public var swapped: ByteCount?

    /// Memory of which nothing is known yet.
    public init() {}

    /// What the guest's own system holds and needs.
    public var usedInside: ByteCount? {
        guard let visible, let usable, visible >= usable else { return nil }
        return ByteCount(bytes: visible.bytes - usable.bytes)
    }
}

/// One disk of a guest, since it started.
public struct DiskCounters: Codable, Sendable, Equatable {
    /// The name of the target, such as `vda`.
    public var name: String
    /// Reads served.
    public var reads: UInt64 = 0
    /// Writes served.
    public var writes: UInt64 = 0
    /// Flushes served.
    public var flushes: UInt64 = 0
    /// Bytes read.
    public var bytesRead = ByteCount.zero
    /// Bytes written.
    public var bytesWritten = ByteCount.zero
    /// Seconds that reads, writes and flushes took, added up over all of them.
    public var requestSeconds = 0.0

    /// A disk that has served nothing yet.
    public init(name: String) { self.name = name }
}

/// One network adapter of a guest, since it started.
public struct InterfaceCounters: Codable, Sendable, Equatable {
    /// The host's name for it.
    public var name: String
    /// Bytes that the guest received.
    public var bytesReceived = ByteCount.zero
    /// Bytes that the guest sent.
    public var bytesSent = ByteCount.zero
    /// Packets both ways.
    public var packets: UInt64 = 0
    /// Packets that were lost both ways.
    public var drops: UInt64 = 0

    /// An adapter that has moved nothing yet.
    public init(name: String) { self.name = name }
}
