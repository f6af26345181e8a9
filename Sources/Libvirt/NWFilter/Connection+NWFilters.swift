internal import CLibvirt
public import FoundationEssentials

extension ConnectionReference {
    /// All network filters of the host, with one call.
    ///
    /// - Returns: The filters, in no particular order.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver has no filters.
    ///
    /// libvirt: [`virConnectListAllNWFilters`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virConnectListAllNWFilters)
    public func nwFilters() async throws -> [NWFilterReference<Mode>] {
        try await handle.list("virConnectListAllNWFilters") {
            virConnectListAllNWFilters($0, $1, 0)
        } as: {
            NWFilterReference($0, registrations)
        }
    }

    /// The network filter of that name.
    ///
    /// - Throws: ``LibvirtError`` with code `noNWFilter` when there is none.
    ///
    /// libvirt: [`virNWFilterLookupByName`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterLookupByName)
    public func nwFilter(named name: String) async throws -> NWFilterReference<Mode> {
        NWFilterReference(
            try await handle.lookUp("virNWFilterLookupByName", "network filter '\(name)'") { connection in
                try name.withCheckedCString { virNWFilterLookupByName(connection, $0) }
            }, registrations)
    }

    /// The network filter with that UUID.
    ///
    /// - Throws: ``LibvirtError`` with code `noNWFilter` when there is none.
    ///
    /// libvirt: [`virNWFilterLookupByUUID`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterLookupByUUID)
    public func nwFilter(uuid: UUID) async throws -> NWFilterReference<Mode> {
        NWFilterReference(
            try await handle.lookUp("virNWFilterLookupByUUID", "network filter \(uuid)") { connection in
                uuid.withUnsafeBytes { virNWFilterLookupByUUID(connection, $0) }
            }, registrations)
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Keeps a filter on the host; one with the same UUID and name is replaced, at once also where it is in use.
    ///
    /// - Parameters:
    ///   - xml: The whole `<filter>` document.
    ///   - options: Such as checking it against libvirt's schema first.
    /// - Returns: The filter that now has this definition.
    /// - Throws: ``LibvirtError`` with code `operationFailed` when another filter has the name or the UUID. Nothing is
    ///   changed then.
    ///
    /// libvirt: [`virNWFilterDefineXMLFlags`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterDefineXMLFlags)
    /// and, without options, [`virNWFilterDefineXML`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterDefineXML)
    public func defineNWFilter(_ xml: String, _ options: NWFilterDefineOptions = []) async throws -> NWFilter {
        let handle: Handle<NWFilterKind> = try await handle.object(
            of: xml, options, "virNWFilterDefineXML", virNWFilterDefineXML, "virNWFilterDefineXMLFlags",
            virNWFilterDefineXMLFlags)
        return NWFilter(handle, registrations)
    }
}
