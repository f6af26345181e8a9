internal import Quantities

/// The virtualization software: libvirt, the hypervisor it drives, and how guest code reaches the processor.
public struct VMMLayer: Layer {
    /// libvirt's version, such as `9.0.0`.
    public var libvirtVersion: String?
    /// The hypervisor that libvirt drives, such as `QEMU`.
    public var hypervisor: String?
    /// The hypervisor's version, such as `7.2.22`.
    public var hypervisorVersion: String?
    /// The connection that was asked, such as `qemu:///system`.
    public var connection: String
    /// Where libvirt's driver runs.
    public var mode: DriverMode
    /// How code of a new guest would run.
    public var accelerator: Accelerator?
    /// What the guests hold of this layer.
    public private(set) var share = GuestShare()
    /// Why a fact is missing, by the fact's JSON key.
    public var unavailable: [String: String]

    /// A VMM reached through `connection`; the mode follows from that unless it is given.
    public init(
        connection: String, mode: DriverMode? = nil, libvirtVersion: String? = nil, hypervisor: String? = nil,
        hypervisorVersion: String? = nil, accelerator: Accelerator? = nil, unavailable: [String: String] = [:]
    ) {
        self.connection = connection
        self.mode = mode ?? DriverMode(connection: connection)
        self.libvirtVersion = libvirtVersion
        self.hypervisor = hypervisor
        self.hypervisorVersion = hypervisorVersion
        self.accelerator = accelerator
        self.unavailable = unavailable
    }

    /// Machines, with the processors and the memory that the running ones see.
    public var provides: [ResourceUse] {
        guard share.running > 0 else { return [] }
        return [
            .named("\(share.running) of \(share.guests) guest\(share.guests == 1 ? "" : "s") running", .machine),
            .named("\(share.processors) vCPU\(share.processors == 1 ? "" : "s")", .processor),
            .bytes(share.memory, of: .memory),
        ]
    }

    /// What the host must find for the running guests; the VMM's own cost comes on top and is not in it.
    public var uses: [ResourceUse] {
        var result: [ResourceUse] = []
        if accelerator?.kind == .kvm { result.append(.named("/dev/kvm", .device)) }
        guard share.running > 0 else { return result }
        result.append(.count(share.processors, of: .processor, "promised to guests"))
        result.append(.bytes(share.memory, of: .memory, "promised to guests"))
        return result
    }

    /// This layer with the account of what `guests` hold of it.
    func serving(_ guests: [GuestLayer]) -> VMMLayer {
        var result = self
        let active = guests.filter(\.isActive)
        let memory = active.reduce(UInt64(0)) { sum, guest in
            let (total, overflow) = sum.addingReportingOverflow(guest.memory?.bytes ?? 0)
            return overflow ? .max : total
        }
        result.share = GuestShare(
            guests: guests.count, running: active.count,
            processors: active.reduce(0) { $0 + ($1.vcpus ?? 0) }, memory: ByteCount(bytes: memory))
        return result
    }
}
