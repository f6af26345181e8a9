public import Quantities

/// The host's operating system: it drives the hardware, runs the VMM as a program, and serves it.
public struct HostLayer: Layer {
    /// The host's name.
    public var name: String?
    /// The release, such as `Debian GNU/Linux 12 (bookworm)`.
    public var operatingSystem: String?
    /// The kernel's release.
    public var kernel: String?
    /// The kernel's architecture, such as `x86_64`.
    public var architecture: String?
    /// How long the kernel has been up, in seconds.
    public var uptimeSeconds: Double?
    /// Memory in use and to be had.
    public var memory: HostMemory?
    /// Work waiting for or having a processor.
    public var load: LoadAverage?
    /// Whether the host runs on hardware or is a guest itself.
    public var nesting: Nesting?
    /// The size of a memory page.
    public var pageSize: ByteCount?
    /// Reserved huge pages, one entry per size.
    public var hugePages: [HugePages] = []
    /// Merging of equal pages (KSM).
    public var pageMerging: PageMerging?
    /// The device through which a VMM reaches the processor's virtualization.
    public var kvm = KVMDevice(access: .absent)
    /// Network bridges and what hangs on them.
    public var bridges: [Bridge] = []
    /// Services of the host that also manage and protect guests.
    public var services = HostServices()
    /// Why a fact is missing, by the fact's JSON key.
    public var unavailable: [String: String] = [:]

    /// A host of which nothing is known yet.
    public init() {}

    /// How long the kernel has been up.
    public var uptime: Duration? { uptimeSeconds.map { .seconds($0) } }

    /// Memory to be had, drivers and networks, services, for the VMM.
    public var provides: [ResourceUse] {
        var result: [ResourceUse] = []
        if let memory { result.append(.bytes(memory.available, of: .memory, "available")) }
        if kvm.access == .openable { result.append(.named("/dev/kvm", .device)) }
        result += bridges.map { .named("bridge \($0.name)", .network) }
        for module in services.confiningModules { result.append(.named("confinement by \(module)", .service)) }
        if services.directorySources?.isEmpty == false { result.append(.named("users and groups", .service)) }
        return result
    }

    /// Memory and processor time that the host takes for itself and for everything that runs on it.
    public var uses: [ResourceUse] {
        var result: [ResourceUse] = []
        if let memory {
            result.append(.bytes(memory.used, of: .memory))
            if memory.swapUsed > .zero { result.append(.bytes(memory.swapUsed, of: .swap)) }
        }
        if let load { result.append(.named("load \(load)", .processor)) }
        return result
    }
}
