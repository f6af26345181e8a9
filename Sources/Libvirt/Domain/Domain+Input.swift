internal import CLibvirt

extension DomainReference where Mode == ReadWrite {
    /// Presses keys of the guest's keyboard all at once and lets them go.
    ///
    /// - Parameters:
    ///   - codes: The keys, at most 16.
    ///   - set: The numbering to which the codes belong.
    ///   - time: For how long to hold them, in whole milliseconds.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the domain does not run, `invalidArgument` for a key
    ///   that there is not and for too many.
    ///
    /// libvirt: [`virDomainSendKey`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSendKey)
    public func pressKeys(
        _ codes: [UInt32], _ set: KeycodeSet = .linux, for time: Duration = .zero
    ) async throws {
        let milliseconds: UInt32 = try checkedNumber(time.wholeMilliseconds, "the time in milliseconds")
        try await handle.status("virDomainSendKey") { domain in
            var codes = codes
            return virDomainSendKey(
                domain, UInt32(bitPattern: set.rawValue), milliseconds, &codes, Int32(clamping: codes.count), 0)
        }
    }

    /// Sends a signal to a process inside the guest, where the driver can (containers, not QEMU).
    ///
    /// - Parameters:
    ///   - signal: The signal.
    ///   - process: The guest's number of the process.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver cannot.
    ///
    /// libvirt: [`virDomainSendProcessSignal`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSendProcessSignal)
    public func sendSignal(_ signal: DomainProcessSignal, toProcess process: Int64) async throws {
        try await handle.status("virDomainSendProcessSignal") {
            virDomainSendProcessSignal($0, process, UInt32(bitPattern: signal.rawValue), 0)
        }
    }

    /// Raises a non-maskable interrupt in the guest, which makes many systems write a dump of themselves.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the domain does not run.
    ///
    /// libvirt: [`virDomainInjectNMI`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInjectNMI)
    public func injectNMI() async throws {
        try await handle.status("virDomainInjectNMI") { virDomainInjectNMI($0, 0) }
    }
}
