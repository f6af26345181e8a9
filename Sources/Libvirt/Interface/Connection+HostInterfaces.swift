internal import CLibvirt

extension ConnectionReference {
    /// All network interfaces of the host that the options let through, with one call.
    ///
    /// - Parameter options: Which ones; the default is all, up or down.
    /// - Returns: The interfaces, in no particular order.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver does not look at the host's interfaces.
    ///
    /// libvirt: [`virConnectListAllInterfaces`](https://libvirt.org/html/libvirt-libvirt-interface.html#virConnectListAllInterfaces)
    public func hostInterfaces(
        _ options: HostInterfaceListOptions = []
    ) async throws -> [HostInterfaceReference<Mode>] {
        try await handle.list("virConnectListAllInterfaces") {
            virConnectListAllInterfaces($0, $1, options.rawValue)
        } as: {
            HostInterfaceReference($0, registrations)
        }
    }

    /// The host's network interface of that name.
    ///
    /// - Throws: ``LibvirtError`` with code `noInterface` when there is none.
    ///
    /// libvirt: [`virInterfaceLookupByName`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceLookupByName)
    public func hostInterface(named name: String) async throws -> HostInterfaceReference<Mode> {
        HostInterfaceReference(
            try await handle.lookUp("virInterfaceLookupByName", "interface '\(name)'") { connection in
                try name.withCheckedCString { virInterfaceLookupByName(connection, $0) }
            }, registrations)
    }

    /// The host's network interface with that hardware address.
    ///
    /// - Throws: ``LibvirtError`` with code `noInterface` when there is none, `multipleInterfaces` when several share
    ///   the address, as a bridge and its first port do.
    ///
    /// libvirt: [`virInterfaceLookupByMACString`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceLookupByMACString)
    public func hostInterface(mac: String) async throws -> HostInterfaceReference<Mode> {
        HostInterfaceReference(
            try await handle.lookUp("virInterfaceLookupByMACString", "interface \(mac)") { connection in
                try mac.withCheckedCString { virInterfaceLookupByMACString(connection, $0) }
            }, registrations)
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Writes an interface into the host's network configuration, without bringing it up.
    ///
    /// - Parameters:
    ///   - xml: The whole `<interface>` document.
    ///   - options: Such as checking it against libvirt's schema first.
    /// - Returns: The interface.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the host's driver can only read.
    ///
    /// libvirt: [`virInterfaceDefineXML`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceDefineXML)
    public func defineHostInterface(
        _ xml: String, _ options: HostInterfaceDefineOptions = []
    ) async throws -> HostInterface {
        let handle: Handle<HostInterfaceKind> = try await handle.object("virInterfaceDefineXML") { connection in
            try xml.withCheckedCString { virInterfaceDefineXML(connection, $0, options.rawValue) }
        }
        return HostInterface(handle, registrations)
    }

    /// Changes the host's network configuration as a whole or not at all.
    ///
    /// The state of all interfaces is kept aside, `body` changes them, and what it changed is committed; when it throws
    /// (or is cancelled), everything is as it was before. The host has one change at a time.
    /// - Parameter body: Changes the interfaces.
    /// - Returns: What `body` returned.
    /// - Throws: What `body` throws; ``LibvirtError`` with code `operationInvalid` when another change is open,
    ///   `noSupport` where the host's driver can only read.
    ///
    /// libvirt: [`virInterfaceChangeBegin`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceChangeBegin)
    public func withInterfaceChange<Result>(_ body: () async throws -> Result) async throws -> Result {
        try await beginInterfaceChange()
        do {
            let result = try await body()
            try await commitInterfaceChange()
            return result
        } catch {
            // What went wrong first is what the caller can act on.
            try? await rollBackInterfaceChange()
            throw error
        }
    }

    /// Keeps the state of all interfaces aside, to come back to it with ``rollBackInterfaceChange()``.
    ///
    /// A change that is neither committed nor rolled back is rolled back when the host starts the next time.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when another change is open, `noSupport` where the host's
    ///   driver can only read.
    ///
    /// libvirt: [`virInterfaceChangeBegin`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceChangeBegin)
    public func beginInterfaceChange() async throws {
        try await handle.status("virInterfaceChangeBegin") { virInterfaceChangeBegin($0, 0) }
    }

    /// Keeps what was changed since ``beginInterfaceChange()``.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when no change is open.
    ///
    /// libvirt: [`virInterfaceChangeCommit`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceChangeCommit)
    public func commitInterfaceChange() async throws {
        try await handle.status("virInterfaceChangeCommit") { virInterfaceChangeCommit($0, 0) }
    }

    /// Goes back to the state of all interfaces at ``beginInterfaceChange()``.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when no change is open.
    ///
    /// libvirt: [`virInterfaceChangeRollback`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceChangeRollback)
    public func rollBackInterfaceChange() async throws {
        try await handle.status("virInterfaceChangeRollback") { virInterfaceChangeRollback($0, 0) }
    }
}
