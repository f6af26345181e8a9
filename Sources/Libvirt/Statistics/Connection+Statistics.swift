internal import CLibvirt

extension ConnectionReference {
    /// The statistics of all domains, with one call however many there are.
    ///
    /// - Parameters:
    ///   - groups: Which groups; the default is every one that the driver has.
    ///   - options: Which domains, and ``DomainStatsOptions/noWait`` to skip what a busy domain cannot tell now.
    /// - Returns: One element per domain; what its driver does not report is `nil` there, and no error.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver has no statistics.
    ///
    /// libvirt: [`virConnectGetAllDomainStats`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectGetAllDomainStats)
    public func domainStatistics(
        _ groups: DomainStatsGroups = [], _ options: DomainStatsOptions = []
    ) async throws -> [DomainStatistics<Mode>] {
        let registrations = registrations
        return try await handle.call { connection in
            var records: UnsafeMutablePointer<virDomainStatsRecordPtr?>?
            let count = try check(
                virConnectGetAllDomainStats(connection, groups.rawValue, &records, options.rawValue),
                "virConnectGetAllDomainStats")
            return DomainStatistics.adopt(records, count: Int(count), registrations)
        }
    }
}
