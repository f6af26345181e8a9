internal import CLibvirt
internal import Glibc

extension DomainReference {
    /// The limits on the memory of the host that the domain may use, in KiB.
    ///
    /// - Parameter impact: Of the running domain or of its stored definition; the default is the one that applies now.
    /// - Returns: Such as ``TypedParameterName/domainMemoryHardLimit``.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for `.live` when the domain does not run.
    ///
    /// libvirt: [`virDomainGetMemoryParameters`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMemoryParameters)
    public func memoryParameters(_ impact: DomainModificationImpact = []) async throws -> TypedParameters {
        try await handle.askedParameters("virDomainGetMemoryParameters") {
            virDomainGetMemoryParameters($0, $1, $2, impact.rawValue)
        }
    }

    /// The domain's share of the host's disk throughput, as a whole and per device.
    ///
    /// - Parameter impact: Of the running domain or of its stored definition; the default is the one that applies now.
    /// - Returns: Such as ``TypedParameterName/domainBlkioWeight``.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for `.live` when the domain does not run.
    ///
    /// libvirt: [`virDomainGetBlkioParameters`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetBlkioParameters)
    public func blockIOParameters(_ impact: DomainModificationImpact = []) async throws -> TypedParameters {
        try await handle.askedParameters("virDomainGetBlkioParameters") {
            virDomainGetBlkioParameters($0, $1, $2, impact.rawValue)
        }
    }

    /// From which NUMA nodes of the host the domain takes its memory.
    ///
    /// - Parameter impact: Of the running domain or of its stored definition; the default is the one that applies now.
    /// - Returns: Such as ``TypedParameterName/domainNUMANodeSet``.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for `.live` when the domain does not run.
    ///
    /// libvirt: [`virDomainGetNumaParameters`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetNumaParameters)
    public func numaParameters(_ impact: DomainModificationImpact = []) async throws -> TypedParameters {
        try await handle.askedParameters("virDomainGetNumaParameters") {
            virDomainGetNumaParameters($0, $1, $2, impact.rawValue)
        }
    }

    /// The name of the scheduler that shares the host's processors out, such as `posix`.
    ///
    /// libvirt: [`virDomainGetSchedulerType`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetSchedulerType)
    public var schedulerType: String {
        get async throws {
            try await handle.string("virDomainGetSchedulerType") { virDomainGetSchedulerType($0, nil) }
        }
    }

    /// The domain's share of the host's processors.
    ///
    /// - Parameter impact: Of the running domain or of its stored definition; the default is the one that applies now.
    /// - Returns: Such as ``TypedParameterName/domainSchedulerCPUShares``.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for `.live` when the domain does not run.
    ///
    /// libvirt: [`virDomainGetSchedulerParametersFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetSchedulerParametersFlags)
    public func schedulerParameters(_ impact: DomainModificationImpact = []) async throws -> TypedParameters {
        try await handle.call { domain in
            // This call alone cannot be asked how many parameters there are.
            var capacity: Int32 = 0
            let type = try check(
                virDomainGetSchedulerType(domain, &capacity), "virDomainGetSchedulerType", DomainKind.describe(domain))
            free(type)
            return try TypedParameters(
                asking: "virDomainGetSchedulerParametersFlags", DomainKind.describe(domain)
            ) { parameters, count in
                guard let parameters else {
                    count.pointee = capacity
                    return 0
                }
                return virDomainGetSchedulerParametersFlags(domain, parameters, count, impact.rawValue)
            }
        }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Limits the memory of the host that the domain may use.
    ///
    /// - Parameters:
    ///   - parameters: Only those to change, such as ``TypedParameterName/domainMemoryHardLimit``, in KiB.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `argumentUnsupported` for a name, `invalidArgument` for a type that does not fit, `operationInvalid`
    ///   where the daemon has no control over groups of processes (cgroups).
    ///
    /// libvirt: [`virDomainSetMemoryParameters`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMemoryParameters)
    public func setMemoryParameters(
        _ parameters: TypedParameters, _ impact: DomainModificationImpact = []
    ) async throws {
        try await handle.setParameters("virDomainSetMemoryParameters", parameters) {
            virDomainSetMemoryParameters($0, $1, $2, impact.rawValue)
        }
    }

    /// Sets the domain's share of the host's disk throughput.
    ///
    /// - Parameters:
    ///   - parameters: Only those to change, such as ``TypedParameterName/domainBlkioWeight``.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `invalidArgument`.
    ///
    /// libvirt: [`virDomainSetBlkioParameters`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetBlkioParameters)
    public func setBlockIOParameters(
        _ parameters: TypedParameters, _ impact: DomainModificationImpact = []
    ) async throws {
        try await handle.setParameters("virDomainSetBlkioParameters", parameters) {
            virDomainSetBlkioParameters($0, $1, $2, impact.rawValue)
        }
    }

    /// Chooses from which NUMA nodes of the host the domain takes its memory.
    ///
    /// - Parameters:
    ///   - parameters: Only those to change, such as ``TypedParameterName/domainNUMANodeSet``.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for the mode of a running domain.
    ///
    /// libvirt: [`virDomainSetNumaParameters`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetNumaParameters)
    public func setNUMAParameters(
        _ parameters: TypedParameters, _ impact: DomainModificationImpact = []
    ) async throws {
        try await handle.setParameters("virDomainSetNumaParameters", parameters) {
            virDomainSetNumaParameters($0, $1, $2, impact.rawValue)
        }
    }

    /// Sets the domain's share of the host's processors.
    ///
    /// - Parameters:
    ///   - parameters: Only those to change, such as ``TypedParameterName/domainSchedulerCPUShares``.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `invalidArgument`.
    ///
    /// libvirt: [`virDomainSetSchedulerParametersFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetSchedulerParametersFlags)
    public func setSchedulerParameters(
        _ parameters: TypedParameters, _ impact: DomainModificationImpact = []
    ) async throws {
        try await handle.setParameters("virDomainSetSchedulerParametersFlags", parameters) {
            virDomainSetSchedulerParametersFlags($0, $1, $2, impact.rawValue)
        }
    }
}
