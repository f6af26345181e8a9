public import Quantities

/// What one domain has used and done so far, as one bulk call reports it for all of them.
///
/// A value that the hypervisor did not report is `nil`, never zero.
public struct DomainStatistics<Mode: Access>: Sendable {
    /// The domain that the numbers are of.
    public let domain: DomainReference<Mode>
    /// Whether it runs, and why.
    public var condition: DomainCondition?
    /// The processor time of the whole domain, its hypervisor's included.
    public var cpuTime: Duration?
    /// The part of it in user mode.
    public var cpuUserTime: Duration?
    /// The part of it in the host's kernel.
    public var cpuSystemTime: Duration?
    /// The memory figures.
    public var memory = MemoryStatistics()
    /// How many virtual processors it has.
    public var virtualCPUs: Int?
    /// How many virtual processors it may have.
    public var maximumVirtualCPUs: Int?
    /// The disks, in the order of the definition.
    public var disks: [DiskStatistics] = []
    /// The network interfaces, in the order of the definition.
    public var interfaces: [InterfaceStatistics] = []
    /// Everything that has no property here, under libvirt's own names.
    public var others: [String: TypedValue] = [:]
}

/// The memory of a domain.
public struct MemoryStatistics: Hashable, Sendable {
    /// What the domain has now.
    public var current: ByteCount?
    /// What it may have.
    public var maximum: ByteCount?
    /// What of the host's memory its process holds.
    public var resident: ByteCount?
    /// What its own system leaves unused; needs a balloon driver in the guest.
    public var unused: ByteCount?
    /// What its own system could use; needs a balloon driver in the guest.
    public var available: ByteCount?
}

/// One disk of a domain.
public struct DiskStatistics: Hashable, Sendable {
    /// The target name, such as `vda`.
    public var name = ""
    /// The file or device behind it.
    public var path: String?
    /// How many reads were served.
    public var readRequests: UInt64?
    /// How many bytes were read.
    public var bytesRead: ByteCount?
    /// How long the reads took in total.
    public var readTime: Duration?
    /// How many writes were served.
    public var writeRequests: UInt64?
    /// How many bytes were written.
    public var bytesWritten: ByteCount?
    /// How long the writes took in total.
    public var writeTime: Duration?
    /// How many flushes were served.
    public var flushRequests: UInt64?
    /// How long the flushes took in total.
    public var flushTime: Duration?
    /// The highest offset that was written.
    public var allocation: ByteCount?
    /// The size that the guest sees.
    public var capacity: ByteCount?
    /// The size on the host.
    public var physical: ByteCount?
}

/// One network interface of a domain.
public struct InterfaceStatistics: Hashable, Sendable {
    /// The host's name for it, such as `vnet0`.
    public var name = ""
    /// Bytes that the guest received.
    public var bytesReceived: ByteCount?
    /// Packets that the guest received.
    public var packetsReceived: UInt64?
    /// Errors while it received.
    public var receiveErrors: UInt64?
    /// Packets that were dropped on the way to the guest.
    public var receiveDrops: UInt64?
    /// Bytes that the guest sent.
    public var bytesSent: ByteCount?
    /// Packets that the guest sent.
    public var packetsSent: UInt64?
    /// Errors while it sent.
    public var sendErrors: UInt64?
    /// Packets of the guest that were dropped.
    public var sendDrops: UInt64?
}
