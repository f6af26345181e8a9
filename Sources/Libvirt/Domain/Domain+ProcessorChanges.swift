internal import CLibvirt

extension DomainReference where Mode == ReadWrite {
    /// Changes how many virtual processors the domain has, or may have with `.maximum`.
    ///
    /// - Parameters:
    ///   - count: How many.
    ///   - options: Which number: of the running domain, of the stored definition, the greatest one, or with `.guest`
    ///     those that the guest's own system uses, through its agent.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for none, and for more than the domain may have.
    ///
    /// libvirt: [`virDomainSetVcpusFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetVcpusFlags)
    public func setVirtualCPUCount(_ count: Int, _ options: DomainVCPUOptions = []) async throws {
        let count: UInt32 = try checkedNumber(count, "the number of processors")
        try await handle.status("virDomainSetVcpusFlags", lane: options.contains(.guest) ? .long : .short) {
            virDomainSetVcpusFlags($0, count, options.rawValue)
        }
    }

    /// Plugs single virtual processors in or out.
    ///
    /// - Parameters:
    ///   - numbers: Which ones; QEMU takes one (or what it only plugs together) per call.
    ///   - isOn: Whether the domain is to have them.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for a processor that cannot be plugged.
    ///
    /// libvirt: [`virDomainSetVcpu`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetVcpu)
    public func setVirtualCPUs(
        _ numbers: CPUMap, isOn: Bool, _ impact: DomainModificationImpact = []
    ) async throws {
        try await handle.status("virDomainSetVcpu") { domain in
            try numbers.description.withCheckedCString { virDomainSetVcpu(domain, $0, isOn ? 1 : 0, impact.rawValue) }
        }
    }

    /// Chooses on which of the host's processors a virtual processor may run.
    ///
    /// - Parameters:
    ///   - number: The virtual processor, from 0.
    ///   - hostCPUs: The host's processors.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for a virtual processor that there is not, and for an
    ///   empty set.
    ///
    /// libvirt: [`virDomainPinVcpuFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPinVcpuFlags)
    public func pinVirtualCPU(
        _ number: Int, to hostCPUs: CPUMap, _ impact: DomainModificationImpact = []
    ) async throws {
        let number: UInt32 = try checkedNumber(number, "virtual processor")
        try await handle.status("virDomainPinVcpuFlags") { domain in
            try hostCPUs.withCheckedBytes { virDomainPinVcpuFlags(domain, number, $0, $1, impact.rawValue) }
        }
    }

    /// Chooses on which of the host's processors the emulator's own threads may run.
    ///
    /// - Parameters:
    ///   - hostCPUs: The host's processors.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for an empty set.
    ///
    /// libvirt: [`virDomainPinEmulator`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPinEmulator)
    public func pinEmulator(to hostCPUs: CPUMap, _ impact: DomainModificationImpact = []) async throws {
        try await handle.status("virDomainPinEmulator") { domain in
            try hostCPUs.withCheckedBytes { virDomainPinEmulator(domain, $0, $1, impact.rawValue) }
        }
    }

    /// How many virtual processors the guest's own system uses, as its agent says.
    ///
    /// Waits for the agent; see ``setAgentResponseTimeout(_:)``.
    /// - Throws: ``LibvirtError`` with code `agentUnresponsive` when the agent does not answer.
    ///
    /// libvirt: [`virDomainGetVcpusFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetVcpusFlags)
    public func guestVirtualCPUCount() async throws -> Int {
        let count = try await handle.status("virDomainGetVcpusFlags", lane: .long) {
            virDomainGetVcpusFlags($0, DomainVCPUOptions.guest.rawValue)
        }
        return Int(count)
    }

    /// The virtual processors as the guest's own system sees them, as its agent says.
    ///
    /// Waits for the agent; see ``setAgentResponseTimeout(_:)``.
    /// - Throws: ``LibvirtError`` with code `agentUnresponsive` when the agent does not answer.
    ///
    /// libvirt: [`virDomainGetGuestVcpus`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetGuestVcpus)
    public func guestVirtualCPUs() async throws -> GuestVirtualCPUs {
        try await handle.call(lane: .long) { domain in
            var parameters: UnsafeMutablePointer<virTypedParameter>?
            var count: UInt32 = 0
            try check(
                virDomainGetGuestVcpus(domain, &parameters, &count, 0), "virDomainGetGuestVcpus",
                DomainKind.describe(domain))
            return GuestVirtualCPUs(TypedParameters(adopting: parameters, count: Int(count)))
        }
    }

    /// Has the guest's own system use virtual processors or stop using them, through its agent.
    ///
    /// Waits for the agent; see ``setAgentResponseTimeout(_:)``.
    /// - Parameters:
    ///   - numbers: Which ones.
    ///   - isOnline: Whether the guest is to use them.
    /// - Throws: ``LibvirtError`` with code `agentUnresponsive` when the agent does not answer.
    ///
    /// libvirt: [`virDomainSetGuestVcpus`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetGuestVcpus)
    public func setGuestVirtualCPUs(_ numbers: CPUMap, isOnline: Bool) async throws {
        try await handle.status("virDomainSetGuestVcpus", lane: .long) { domain in
            try numbers.description.withCheckedCString { virDomainSetGuestVcpus(domain, $0, isOnline ? 1 : 0, 0) }
        }
    }
}
