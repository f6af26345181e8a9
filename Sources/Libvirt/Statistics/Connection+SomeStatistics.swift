internal import CLibvirt

extension ConnectionReference {
    /// The statistics of some domains of this connection, with one call.
    ///
    /// - Parameters:
    ///   - domains: The domains, all of this connection.
    ///   - groups: Which groups; the default is every one that the driver has.
    ///   - options: Such as ``DomainStatsOptions/noWait`` to skip what a busy domain cannot tell now.
    /// - Returns: One element per domain that is still there.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for a domain of another connection.
    ///
    /// libvirt: [`virDomainListGetStats`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainListGetStats)
    public func statistics(
        of domains: [DomainReference<Mode>], _ groups: DomainStatsGroups = [], _ options: DomainStatsOptions = []
    ) async throws -> [DomainStatistics<Mode>] {
        guard !domains.isEmpty else { return [] }
        let registrations = registrations
        return try await handle.call { _ in
            // References of their own, so that all of them live through the one call.
            var pointers: [OpaquePointer?] = []
            defer { for case let pointer? in pointers { virDomainFree(pointer) } }
            for domain in domains {
                pointers.append(
                    try domain.handle.withUnsafePointer { pointer in
                        try check(virDomainRef(pointer), "virDomainRef")
                        return pointer
                    })
            }
            pointers.append(nil)
            var records: UnsafeMutablePointer<virDomainStatsRecordPtr?>?
            let count = try check(
                virDomainListGetStats(&pointers, groups.rawValue, &records, options.rawValue), "virDomainListGetStats")
            return DomainStatistics.adopt(records, count: Int(count), registrations)
        }
    }
}
