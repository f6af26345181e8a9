internal import CLibvirt

extension DomainReference {
    /// The bandwidth that a network interface may use.
    ///
    /// - Parameters:
    ///   - device: The interface's name on the host, such as `vnet0`, or its MAC address.
    ///   - impact: Of the running domain or of its stored definition; the default is the one that applies now.
    /// - Returns: Such as ``TypedParameterName/domainBandwidthInAverage``.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when there is no such interface.
    ///
    /// libvirt: [`virDomainGetInterfaceParameters`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetInterfaceParameters)
    public func interfaceParameters(
        _ device: String, _ impact: DomainModificationImpact = []
    ) async throws -> TypedParameters {
        try await handle.call { domain in
            try device.withCheckedCString { device in
                try TypedParameters(asking: "virDomainGetInterfaceParameters", DomainKind.describe(domain)) {
                    virDomainGetInterfaceParameters(domain, device, $0, $1, impact.rawValue)
                }
            }
        }
    }

    /// The limits on a disk's throughput.
    ///
    /// - Parameters:
    ///   - disk: The disk's target, such as `vda`, or its path on the host.
    ///   - impact: Of the running domain or of its stored definition; the default is the one that applies now.
    /// - Returns: Such as ``TypedParameterName/domainBlockIOTuneTotalBytesPerSecond``; 0 is no limit.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when there is no such disk.
    ///
    /// libvirt: [`virDomainGetBlockIoTune`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetBlockIoTune)
    public func diskLimits(_ disk: String, _ impact: DomainModificationImpact = []) async throws -> TypedParameters {
        try await handle.call { domain in
            try disk.withCheckedCString { disk in
                try TypedParameters(asking: "virDomainGetBlockIoTune", DomainKind.describe(domain)) {
                    virDomainGetBlockIoTune(domain, disk, $0, $1, impact.rawValue)
                }
            }
        }
    }

    /// Which of the processor's event counters are read for the domain.
    ///
    /// - Parameter impact: Of the running domain or of its stored definition; the default is the one that applies now.
    /// - Returns: Every event that libvirt knows, and whether it is counted.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for `.live` when the domain does not run.
    ///
    /// libvirt: [`virDomainGetPerfEvents`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetPerfEvents)
    public func perfEvents(_ impact: DomainModificationImpact = []) async throws -> [TypedParameterName: Bool] {
        let parameters = try await handle.adoptedParameters("virDomainGetPerfEvents") {
            virDomainGetPerfEvents($0, $1, $2, impact.rawValue)
        }
        return parameters.elements.reduce(into: [:]) { events, element in
            if case .boolean(let isCounted) = element.value { events[element.name] = isCounted }
        }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Limits the bandwidth that a network interface may use.
    ///
    /// - Parameters:
    ///   - device: The interface's name on the host, such as `vnet0`, or its MAC address.
    ///   - parameters: Such as ``TypedParameterName/domainBandwidthInAverage``.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when there is no such interface.
    ///
    /// libvirt: [`virDomainSetInterfaceParameters`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetInterfaceParameters)
    public func setInterfaceParameters(
        _ device: String, _ parameters: TypedParameters, _ impact: DomainModificationImpact = []
    ) async throws {
        try await handle.setParameters("virDomainSetInterfaceParameters", parameters) { domain, array, count in
            try device.withCheckedCString {
                virDomainSetInterfaceParameters(domain, $0, array, count, impact.rawValue)
            }
        }
    }

    /// Limits a disk's throughput.
    ///
    /// - Parameters:
    ///   - disk: The disk's target, such as `vda`, or its path on the host.
    ///   - parameters: Such as ``TypedParameterName/domainBlockIOTuneTotalBytesPerSecond``; 0 takes a limit away.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when there is no such disk, and for limits that exclude
    ///   each other.
    ///
    /// libvirt: [`virDomainSetBlockIoTune`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetBlockIoTune)
    public func setDiskLimits(
        _ disk: String, _ parameters: TypedParameters, _ impact: DomainModificationImpact = []
    ) async throws {
        try await handle.setParameters("virDomainSetBlockIoTune", parameters) { domain, array, count in
            try disk.withCheckedCString { virDomainSetBlockIoTune(domain, $0, array, count, impact.rawValue) }
        }
    }

    /// Chooses which of the processor's event counters are read for the domain; its statistics then have them.
    ///
    /// - Parameters:
    ///   - events: The events to change, such as ``TypedParameterName/perfInstructions``, and whether to count them.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `argumentUnsupported` for a name that is no event, `systemError` for one
    ///   that the host's processor or kernel does not count.
    ///
    /// libvirt: [`virDomainSetPerfEvents`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetPerfEvents)
    public func setPerfEvents(
        _ events: [TypedParameterName: Bool], _ impact: DomainModificationImpact = []
    ) async throws {
        var parameters: TypedParameters = [:]
        for (name, isCounted) in events { parameters[name] = .boolean(isCounted) }
        try await handle.setParameters("virDomainSetPerfEvents", parameters) {
            virDomainSetPerfEvents($0, $1, $2, impact.rawValue)
        }
    }
}
