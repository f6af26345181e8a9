internal import CLibvirt

extension DomainReference where Mode == ReadWrite {
    /// Has the guest's own system go to sleep, through its agent with QEMU.
    ///
    /// Asleep to disk, QEMU's process ends and the domain is off.
    /// - Parameters:
    ///   - target: How deep to sleep.
    ///   - duration: Wakes it after that time, in whole seconds; `nil` lets it sleep, the only thing that QEMU can.
    /// - Throws: ``LibvirtError`` with code `agentUnresponsive` when the agent does not answer,
    ///   `argumentUnsupported` for a duration with QEMU.
    ///
    /// libvirt: [`virDomainPMSuspendForDuration`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPMSuspendForDuration)
    public func sleep(_ target: NodeSuspendTarget, for duration: Duration? = nil) async throws {
        let seconds: UInt64 = try checkedNumber(duration?.wholeSeconds ?? 0, "the duration in seconds")
        try await handle.status("virDomainPMSuspendForDuration", lane: .long) {
            virDomainPMSuspendForDuration($0, UInt32(bitPattern: target.rawValue), seconds, 0)
        }
    }

    /// Wakes a guest that sleeps.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it does not run; one that is awake is left alone or
    ///   refused, as the hypervisor has it.
    ///
    /// libvirt: [`virDomainPMWakeup`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPMWakeup)
    public func wake() async throws {
        try await handle.status("virDomainPMWakeup") { virDomainPMWakeup($0, 0) }
    }

    /// Begins to measure how fast the guest writes to its memory, which tells how long a migration will take.
    ///
    /// Returns at once; the result is in the domain's statistics (``DomainStatsGroups/dirtyRate``) afterwards.
    /// - Parameters:
    ///   - period: For how long to measure, 1 to 60 seconds, in whole ones.
    ///   - mode: How to measure.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` or `configUnsupported` for another period, `operationInvalid` when the domain
    ///   does not run or is being measured.
    ///
    /// libvirt: [`virDomainStartDirtyRateCalc`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainStartDirtyRateCalc)
    public func startMeasuringDirtyRate(
        over period: Duration, _ mode: DomainDirtyRateMode = .pageSampling
    ) async throws {
        let seconds: Int32 = try checkedNumber(period.wholeSeconds, "the period in seconds")
        try await handle.status("virDomainStartDirtyRateCalc") {
            virDomainStartDirtyRateCalc($0, seconds, UInt32(bitPattern: mode.rawValue))
        }
    }

    /// Lends open files to the domain, whose definition then names the group instead of a path.
    ///
    /// libvirt takes copies, and keeps them until the connection is closed.
    /// - Parameters:
    ///   - descriptors: The open files' descriptors, which stay the caller's.
    ///   - name: The name of the group.
    ///   - options: What libvirt does with the files' security labels.
    /// - Throws: ``LibvirtError`` with code `argumentUnsupported` for a connection that cannot pass descriptors, such as
    ///   one to another host.
    ///
    /// libvirt: [`virDomainFDAssociate`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFDAssociate)
    public func lendFiles(
        _ descriptors: [Int32], as name: String, _ options: DomainFDAssociateOptions = []
    ) async throws {
        try await handle.status("virDomainFDAssociate") { domain in
            var descriptors = descriptors
            return try name.withCheckedCString {
                virDomainFDAssociate(domain, $0, UInt32(clamping: descriptors.count), &descriptors, options.rawValue)
            }
        }
    }
}
