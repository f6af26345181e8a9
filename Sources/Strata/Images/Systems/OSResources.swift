public import Quantities

/// What an operating system needs of a machine, as far as its makers say.
public struct OSResources: Codable, Hashable, Sendable {
    /// Virtual processors.
    public var cpus: Int?
    /// Memory.
    public var memory: ByteCount?
    /// The size of the system disk.
    public var disk: ByteCount?

    /// Whether nothing is said at all.
    var isEmpty: Bool { self == OSResources() }

    /// The amounts, with those of another where there are none.
    func completed(by other: OSResources) -> OSResources {
        OSResources(cpus: cpus ?? other.cpus, memory: memory ?? other.memory, disk: disk ?? other.disk)
    }
}
