internal import CLibvirt

extension DomainReference where Mode == ReadWrite {
    /// What the guest's agent tells about the guest.
    ///
    /// Waits for the agent; see ``setAgentResponseTimeout(_:)``.
    /// - Parameter groups: What to ask for; the default is all that the agent knows. Asked for by name, what the agent
    ///   does not know is an error.
    /// - Returns: The answers, typed.
    /// - Throws: ``LibvirtError`` with code `agentUnresponsive` when the agent does not answer.
    ///
    /// libvirt: [`virDomainGetGuestInfo`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetGuestInfo)
    public func guestInfo(_ groups: DomainGuestInfoGroups = []) async throws -> GuestInfo {
        GuestInfo(
            try await handle.adoptedParameters("virDomainGetGuestInfo", lane: .long) {
                virDomainGetGuestInfo($0, groups.rawValue, $1, $2, 0)
            })
    }
}
