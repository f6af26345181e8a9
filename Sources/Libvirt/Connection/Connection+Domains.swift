internal import CLibvirt
public import FoundationEssentials

extension ConnectionReference {
    /// All domains that the options let through, with one call.
    ///
    /// - Parameter options: Which ones; the default is all, running or not.
    /// - Returns: The domains, in no particular order; a host without any is no error.
    /// - Throws: ``LibvirtError`` with code `invalidConnection` after ``close()``, and where the daemon cannot be asked.
    ///
    /// libvirt: [`virConnectListAllDomains`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectListAllDomains)
    @specialized(where Mode == ReadWrite)
    @specialized(where Mode == ReadOnly)
    public func domains(_ options: DomainListOptions = []) async throws -> [DomainReference<Mode>] {
        try await handle.list("virConnectListAllDomains") {
            virConnectListAllDomains($0, $1, options.rawValue)
        } as: {
            DomainReference($0, registrations)
        }
    }

    /// The domain of that name.
    ///
    /// - Throws: ``LibvirtError`` with code `noDomain` when there is none.
    ///
    /// libvirt: [`virDomainLookupByName`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainLookupByName)
    public func domain(named name: String) async throws -> DomainReference<Mode> {
        DomainReference(
            try await handle.lookUp("virDomainLookupByName", "domain '\(name)'") { connection in
                try name.withCheckedCString { virDomainLookupByName(connection, $0) }
            }, registrations)
    }

    /// The domain with that UUID.
    ///
    /// - Throws: ``LibvirtError`` with code `noDomain` when there is none.
    ///
    /// libvirt: [`virDomainLookupByUUID`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainLookupByUUID)
    public func domain(uuid: UUID) async throws -> DomainReference<Mode> {
        DomainReference(
            try await handle.lookUp("virDomainLookupByUUID", "domain \(uuid)") { connection in
                uuid.withUnsafeBytes { virDomainLookupByUUID(connection, $0) }
            }, registrations)
    }

    /// The running domain with that number.
    ///
    /// - Throws: ``LibvirtError`` with code `noDomain` when there is none.
    ///
    /// libvirt: [`virDomainLookupByID`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainLookupByID)
    public func domain(id: Int32) async throws -> DomainReference<Mode> {
        DomainReference(
            try await handle.lookUp("virDomainLookupByID", "domain \(id)") { virDomainLookupByID($0, id) },
            registrations)
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Keeps a definition on the host, without starting it; one with the same UUID and name is replaced.
    ///
    /// A running domain goes on as it is and takes the new definition at its next start.
    /// - Parameters:
    ///   - xml: The whole `<domain>` document.
    ///   - options: Such as checking it against libvirt's schema first.
    /// - Returns: The domain that now has this definition.
    /// - Throws: ``LibvirtError`` with code `xmlError`, `xmlDetail` or `configUnsupported` for a document that this
    ///   host cannot take, `operationFailed` when another domain has the name or the UUID. Nothing is changed then.
    ///
    /// libvirt: [`virDomainDefineXMLFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDefineXMLFlags)
    /// and, without options, [`virDomainDefineXML`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDefineXML)
    public func define(_ xml: String, _ options: DomainDefineOptions = []) async throws -> Domain {
        let handle: Handle<DomainKind> = try await handle.object(
            of: xml, options, "virDomainDefineXML", virDomainDefineXML, "virDomainDefineXMLFlags",
            virDomainDefineXMLFlags)
        return Domain(handle, registrations)
    }

    /// Starts a domain that the host forgets when it stops (a transient domain).
    ///
    /// Returns when it runs, or stands paused at its first instruction with ``DomainStartOptions/paused``.
    /// - Parameters:
    ///   - xml: The whole `<domain>` document.
    ///   - options: How to start it.
    /// - Returns: The domain, for as long as it runs.
    /// - Throws: ``LibvirtError``; nothing is left behind then.
    ///
    /// libvirt: [`virDomainCreateXML`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateXML)
    public func createTransient(_ xml: String, _ options: DomainStartOptions = []) async throws -> Domain {
        let handle: Handle<DomainKind> = try await handle.object("virDomainCreateXML") { connection in
            try xml.withCheckedCString { virDomainCreateXML(connection, $0, options.rawValue) }
        }
        return Domain(handle, registrations)
    }
}
