internal import CLibvirt
public import FoundationEssentials

extension DomainReference where Mode == ReadWrite {
    /// What the guest's own clock says.
    ///
    /// With QEMU this waits for the guest's agent; see ``setAgentResponseTimeout(_:)``.
    /// - Throws: ``LibvirtError`` with code `agentUnresponsive` when the agent does not answer.
    ///
    /// libvirt: [`virDomainGetTime`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetTime)
    public func guestTime() async throws -> Date {
        try await handle.call(lane: .long) { domain in
            var seconds: Int64 = 0
            var nanoseconds: UInt32 = 0
            try check(
                virDomainGetTime(domain, &seconds, &nanoseconds, 0), "virDomainGetTime", DomainKind.describe(domain))
            return Date(timeIntervalSince1970: Double(seconds) + Double(nanoseconds) / 1e9)
        }
    }

    /// Sets the guest's own clock, such as after a long suspension.
    ///
    /// With QEMU this waits for the guest's agent; see ``setAgentResponseTimeout(_:)``.
    /// - Parameter time: The time; `nil` has the guest read it from its hardware clock.
    /// - Throws: ``LibvirtError`` with code `agentUnresponsive` when the agent does not answer, `invalidArgument` for a
    ///   time that does not fit 64 bits.
    ///
    /// libvirt: [`virDomainSetTime`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetTime)
    public func setGuestTime(_ time: Date?) async throws {
        let interval = time?.timeIntervalSince1970 ?? 0
        let whole = interval.rounded(.down)
        guard let seconds = Int64(exactly: whole) else {
            throw LibvirtError(code: .invalidArgument, message: "the time is out of range")
        }
        let nanoseconds = min(UInt32((interval - whole) * 1e9), 999_999_999)
        let options: DomainSetTimeOptions = time == nil ? .syncFromRTC : []
        try await handle.status("virDomainSetTime", lane: .long) {
            virDomainSetTime($0, seconds, nanoseconds, options.rawValue)
        }
    }
}
