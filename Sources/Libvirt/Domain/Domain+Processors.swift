internal import CLibvirt

extension DomainReference {
    /// How many virtual processors the domain has.
    ///
    /// - Parameter impact: Of the running domain or of its stored definition; the default is the one that applies now.
    /// - Returns: The number.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for `.live` when it does not run.
    ///
    /// libvirt: [`virDomainGetVcpusFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetVcpusFlags)
    public func virtualCPUCount(_ impact: DomainModificationImpact = []) async throws -> Int {
        Int(try await handle.status("virDomainGetVcpusFlags") { virDomainGetVcpusFlags($0, impact.rawValue) })
    }

    /// How many virtual processors the domain may have.
    ///
    /// - Parameter impact: Of the running domain or of its stored definition; the default is the one that applies now.
    /// - Returns: The number.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for `.live` when it does not run.
    ///
    /// libvirt: [`virDomainGetVcpusFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetVcpusFlags)
    public func maximumVirtualCPUCount(_ impact: DomainModificationImpact = []) async throws -> Int {
        let flags = impact.rawValue | DomainVCPUOptions.maximum.rawValue
        return Int(try await handle.status("virDomainGetVcpusFlags") { virDomainGetVcpusFlags($0, flags) })
    }

    /// The virtual processors of the running domain, each with where it runs and may run.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it does not run.
    ///
    /// libvirt: [`virDomainGetVcpus`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetVcpus)
    public func virtualCPUs() async throws -> [VirtualCPU] {
        try await handle.call { domain in
            func subject() -> String { DomainKind.describe(domain) }
            let live = DomainVCPUOptions([.live, .maximum]).rawValue
            let capacity = Int(try check(virDomainGetVcpusFlags(domain, live), "virDomainGetVcpusFlags", subject()))
            let length = Int(shim_cpu_map_length(Int32(try hostProcessorCount(of: domain))))
            var infos = [virVcpuInfo](repeating: virVcpuInfo(), count: capacity)
            var maps = [UInt8](repeating: 0, count: capacity * length)
            let count = Int(
                try check(
                    virDomainGetVcpus(domain, &infos, Int32(capacity), &maps, Int32(length)), "virDomainGetVcpus",
                    subject()))
            return (0..<count).map { index in
                VirtualCPU(infos[index], affinity: CPUMap(bytes: maps[index * length..<(index + 1) * length]))
            }
        }
    }

    /// On which of the host's processors each virtual processor may run, whether the domain runs or not.
    ///
    /// - Parameter impact: Of the running domain or of its stored definition; the default is the one that applies now.
    /// - Returns: One set for each processor that the domain may have, by number.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for `.live` when the domain does not run.
    ///
    /// libvirt: [`virDomainGetVcpuPinInfo`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetVcpuPinInfo)
    public func virtualCPUPins(_ impact: DomainModificationImpact = []) async throws -> [CPUMap] {
        try await handle.call { domain in
            func subject() -> String { DomainKind.describe(domain) }
            let maximum = impact.rawValue | DomainVCPUOptions.maximum.rawValue
            let capacity = Int(try check(virDomainGetVcpusFlags(domain, maximum), "virDomainGetVcpusFlags", subject()))
            let length = Int(shim_cpu_map_length(Int32(try hostProcessorCount(of: domain))))
            var maps = [UInt8](repeating: 0, count: capacity * length)
            let count = Int(
                try check(
                    virDomainGetVcpuPinInfo(domain, Int32(capacity), &maps, Int32(length), impact.rawValue),
                    "virDomainGetVcpuPinInfo", subject()))
            return (0..<count).map { CPUMap(bytes: maps[$0 * length..<($0 + 1) * length]) }
        }
    }

    /// On which of the host's processors the emulator's own threads may run.
    ///
    /// - Parameter impact: Of the running domain or of its stored definition; the default is the one that applies now.
    /// - Returns: The host's processors.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for `.live` when the domain does not run.
    ///
    /// libvirt: [`virDomainGetEmulatorPinInfo`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetEmulatorPinInfo)
    public func emulatorPin(_ impact: DomainModificationImpact = []) async throws -> CPUMap {
        try await handle.call { domain in
            let length = Int(shim_cpu_map_length(Int32(try hostProcessorCount(of: domain))))
            var map = [UInt8](repeating: 0, count: length)
            try check(
                virDomainGetEmulatorPinInfo(domain, &map, Int32(length), impact.rawValue),
                "virDomainGetEmulatorPinInfo", DomainKind.describe(domain))
            return CPUMap(bytes: map)
        }
    }
}
