internal import CLibvirt

extension DomainReference {
    /// How the guest's system is started, such as `hvm` for a whole virtual machine.
    ///
    /// libvirt: [`virDomainGetOSType`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetOSType)
    public var osType: String {
        get async throws { try await handle.string("virDomainGetOSType") { virDomainGetOSType($0) } }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Gives the domain another name; its UUID stays.
    ///
    /// It must be defined and shut off. This value goes on naming the domain by its old ``name``; look it up anew.
    /// - Parameter name: The new name.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it runs, `operationFailed` (or another code, as the
    ///   driver has it) when the name is taken.
    ///
    /// libvirt: [`virDomainRename`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRename)
    public func rename(to name: String) async throws {
        try await handle.status("virDomainRename") { domain in
            try name.withCheckedCString { virDomainRename(domain, $0, 0) }
        }
    }

    /// The guest's own host name.
    ///
    /// May wait for the guest's agent; see ``setAgentResponseTimeout(_:)``.
    /// - Parameter options: Whom to ask: `.lease` the host's DHCP server, `.agent` the guest's agent; the default is
    ///   the driver's.
    /// - Returns: The name.
    /// - Throws: ``LibvirtError`` with code `noHostname` where the one asked does not know, `agentUnresponsive` when
    ///   the agent does not answer.
    ///
    /// libvirt: [`virDomainGetHostname`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetHostname)
    public func guestHostname(_ options: DomainHostnameOptions = []) async throws -> String {
        try await handle.string("virDomainGetHostname", lane: .long) { virDomainGetHostname($0, options.rawValue) }
    }
}
