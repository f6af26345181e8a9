internal import CLibvirt

/// The hypervisor that a CPU is compared with; what is `nil` is the host's default.
public struct HypervisorKind: Hashable, Sendable {
    /// The path of the emulator.
    public var emulator: String?
    /// The architecture, such as `x86_64`.
    public var architecture: String?
    /// The machine type, such as `q35`.
    public var machine: String?
    /// The virtualization type, such as `kvm` or `qemu`.
    public var type: String?

    /// A hypervisor; what is left out is the host's default.
    public init(emulator: String? = nil, architecture: String? = nil, machine: String? = nil, type: String? = nil) {
        self.emulator = emulator
        self.architecture = architecture
        self.machine = machine
        self.type = type
    }

    /// Lends the four names as C strings, or NULL: emulator, architecture, machine, type.
    func withCheckedCStrings<Result>(
        _ body: (UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?) throws ->
            Result
    ) throws -> Result {
        try emulator.withCheckedCString { emulator in
            try architecture.withCheckedCString { architecture in
                try machine.withCheckedCString { machine in
                    try type.withCheckedCString { try body(emulator, architecture, machine, $0) }
                }
            }
        }
    }
}

extension ConnectionReference {
    /// How many virtual processors a guest of that type may have at most, the limits of emulators left aside.
    ///
    /// What an emulator can do stands in ``domainCapabilities(type:architecture:machine:emulator:)``.
    /// - Parameter type: The virtualization type, such as `kvm`; `nil` for the default.
    /// - Returns: The number.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for an unknown type.
    ///
    /// libvirt: [`virConnectGetMaxVcpus`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetMaxVcpus)
    public func maximumVirtualCPUs(type: String? = nil) async throws -> Int {
        Int(
            try await handle.status("virConnectGetMaxVcpus") { connection in
                try type.withCheckedCString { virConnectGetMaxVcpus(connection, $0) }
            })
    }

    /// The names of the CPU models that libvirt knows for an architecture.
    ///
    /// Which of them a hypervisor can give a guest stands in
    /// ``domainCapabilities(type:architecture:machine:emulator:)``.
    /// - Parameter architecture: Such as `x86_64`.
    /// - Returns: The names; empty where libvirt takes any name.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for an unknown architecture.
    ///
    /// libvirt: [`virConnectGetCPUModelNames`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetCPUModelNames)
    public func cpuModelNames(architecture: String) async throws -> [String] {
        try await handle.call { connection in
            var names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
            let count = try architecture.withCheckedCString { architecture in
                try check(
                    virConnectGetCPUModelNames(connection, architecture, &names, 0), "virConnectGetCPUModelNames")
            }
            return adoptStrings(names, count: Int(count))
        }
    }

    /// Compares a CPU with the host's own.
    ///
    /// - Parameters:
    ///   - xml: A `<cpu>` element, such as the one in another host's `<capabilities>`.
    ///   - options: Such as checking it against libvirt's schema first.
    /// - Returns: Whether the host's CPU is the same, has more, or lacks something.
    /// - Throws: ``LibvirtError`` with code `xmlError` or `xmlDetail` for what is no CPU; `cpuIncompatible`, with what is
    ///   lacking in its message, with ``CPUCompareOptions/failIfIncompatible``; `noSupport`.
    ///
    /// libvirt: [`virConnectCompareCPU`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectCompareCPU)
    public func compareCPU(_ xml: String, _ options: CPUCompareOptions = []) async throws -> CPUCompareResult {
        CPUCompareResult(
            rawValue: try await handle.status("virConnectCompareCPU") { connection in
                try xml.withCheckedCString { virConnectCompareCPU(connection, $0, options.rawValue) }
            })
    }

    /// The best CPU that all of several hosts have: what a guest may use that migrates among them.
    ///
    /// - Parameters:
    ///   - xmls: The `<cpu>` elements of the hosts' `<capabilities>`.
    ///   - options: Whether to list each feature, and whether only those that can migrate.
    /// - Returns: A `<cpu>` element.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` without any CPU, `xmlError` for what is no CPU,
    ///   `noSupport`.
    ///
    /// libvirt: [`virConnectBaselineCPU`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectBaselineCPU)
    public func baselineCPU(of xmls: [String], _ options: CPUBaselineOptions = []) async throws -> String {
        try await handle.string("virConnectBaselineCPU") { connection in
            try xmls.withCheckedCStrings {
                virConnectBaselineCPU(connection, $0, UInt32(xmls.count), options.rawValue)
            }
        }
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Compares a CPU with what a hypervisor can give a guest on this host.
    ///
    /// libvirt may run the emulator to find out, and so refuses it on connections that only look.
    /// - Parameters:
    ///   - xml: A `<cpu>` element.
    ///   - hypervisor: Which one.
    ///   - options: Such as checking it against libvirt's schema first.
    /// - Returns: Whether the hypervisor's CPU is the same, has more, or lacks something.
    /// - Throws: ``LibvirtError`` as for ``compareCPU(_:_:)``, and with code `invalidArgument` where the host has no such
    ///   hypervisor.
    ///
    /// libvirt: [`virConnectCompareHypervisorCPU`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectCompareHypervisorCPU)
    public func compareCPU(
        _ xml: String, with hypervisor: HypervisorKind, _ options: CPUCompareOptions = []
    ) async throws -> CPUCompareResult {
        CPUCompareResult(
            rawValue: try await handle.status("virConnectCompareHypervisorCPU") { connection in
                try xml.withCheckedCString { xml in
                    try hypervisor.withCheckedCStrings {
                        virConnectCompareHypervisorCPU(connection, $0, $1, $2, $3, xml, options.rawValue)
                    }
                }
            })
    }

    /// The best CPU that a hypervisor can give a guest on all of several hosts.
    ///
    /// libvirt may run the emulator to find out, and so refuses it on connections that only look.
    /// - Parameters:
    ///   - xmls: The `<cpu>` elements with mode `host-model` of the hosts' `<domainCapabilities>`.
    ///   - hypervisor: Which one.
    ///   - options: Whether to list each feature, and whether only those that can migrate.
    /// - Returns: A `<cpu>` element.
    /// - Throws: ``LibvirtError`` as for ``baselineCPU(of:_:)``, and with code `invalidArgument` where the host has no
    ///   such hypervisor.
    ///
    /// libvirt: [`virConnectBaselineHypervisorCPU`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectBaselineHypervisorCPU)
    public func baselineCPU(
        of xmls: [String], for hypervisor: HypervisorKind, _ options: CPUBaselineOptions = []
    ) async throws -> String {
        try await handle.string("virConnectBaselineHypervisorCPU") { connection in
            try xmls.withCheckedCStrings { cpus in
                try hypervisor.withCheckedCStrings {
                    virConnectBaselineHypervisorCPU(
                        connection, $0, $1, $2, $3, cpus, UInt32(xmls.count), options.rawValue)
                }
            }
        }
    }
}
