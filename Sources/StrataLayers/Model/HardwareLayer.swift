public import Quantities

/// The machine at the bottom of the stack, as far as the host's kernel shows it.
///
/// When the host is itself a guest, this is the virtual hardware it was given; ``HostLayer/nesting`` says so.
public struct HardwareLayer: Layer {
    /// Maker and product, such as `Dell Inc. PowerEdge R640`.
    public var product: String?
    /// The processors.
    public var processor = Processor()
    /// The NUMA nodes with their processors and memory.
    public var numaNodes: [NUMANode] = []
    /// The memory that the kernel can use, a little less than what is fitted.
    public var memory: ByteCount?
    /// The disks; loop devices, RAM disks and device-mapper volumes belong to the host OS and are left out.
    public var blockDevices: [BlockDevice] = []
    /// The network adapters; bridges, taps and other devices of software are left out.
    public var networkAdapters: [NetworkAdapter] = []
    /// Why a fact is missing, by the fact's JSON key.
    public var unavailable: [String: String] = [:]

    /// Hardware of which nothing is known yet.
    public init() {}

    /// Processors, memory, disks and adapters, for the host OS to drive.
    public var provides: [ResourceUse] {
        var result: [ResourceUse] = []
        if let threads = processor.threads { result.append(.count(threads, of: .processor)) }
        if let memory { result.append(.bytes(memory, of: .memory)) }
        if !blockDevices.isEmpty { result.append(.count(blockDevices.count, of: .storage)) }
        if !networkAdapters.isEmpty { result.append(.count(networkAdapters.count, of: .network)) }
        if let extensions = processor.virtualization, extensions != .none {
            result.append(.named("\(extensions.rawValue) virtualization", .device))
        }
        return result
    }

    /// Nothing: no layer stands below the hardware.
    public var uses: [ResourceUse] { [] }
}
