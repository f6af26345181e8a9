internal import CLibvirt
public import Quantities

extension DomainReference {
    /// How long the guest may stand still at the end of a live migration.
    ///
    /// - Returns: The time, in steps of a millisecond.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver has no such limit.
    ///
    /// libvirt: [`virDomainMigrateGetMaxDowntime`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateGetMaxDowntime)
    public func maximumMigrationDowntime() async throws -> Duration {
        try await handle.call { domain in
            var milliseconds: UInt64 = 0
            try check(
                virDomainMigrateGetMaxDowntime(domain, &milliseconds, 0), "virDomainMigrateGetMaxDowntime",
                DomainKind.describe(domain))
            return .milliseconds(Int64(clamping: milliseconds))
        }
    }

    /// How large the cache is with which a migration compresses pages that change again and again.
    ///
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver does not compress.
    ///
    /// libvirt: [`virDomainMigrateGetCompressionCache`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateGetCompressionCache)
    public func migrationCompressionCache() async throws -> ByteCount {
        try await handle.call { domain in
            var bytes: UInt64 = 0
            try check(
                virDomainMigrateGetCompressionCache(domain, &bytes, 0), "virDomainMigrateGetCompressionCache",
                DomainKind.describe(domain))
            return .bytes(bytes)
        }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Limits how long the guest may stand still at the end of a live migration.
    ///
    /// The domain must run; the limit holds for the migration that is under way, or for the next.
    /// - Parameter limit: The time, in whole milliseconds.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for less than a millisecond or a fraction of one,
    ///   `operationInvalid` when it does not run.
    ///
    /// libvirt: [`virDomainMigrateSetMaxDowntime`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateSetMaxDowntime)
    public func setMaximumMigrationDowntime(_ limit: Duration) async throws {
        let milliseconds = limit / .milliseconds(1)
        guard milliseconds >= 1, milliseconds < Double(Int64.max), milliseconds.rounded() == milliseconds else {
            throw LibvirtError(
                code: .invalidArgument, message: "\(limit) is no whole number of milliseconds", subject: handle.subject,
                hint: "libvirt counts this in milliseconds, from 1")
        }
        try await handle.status("virDomainMigrateSetMaxDowntime") {
            virDomainMigrateSetMaxDowntime($0, UInt64(milliseconds), 0)
        }
    }

    /// How fast a migration of the domain may go, per second.
    ///
    /// - Parameter options: `.postCopy` for the limit of the post-copy phase.
    /// - Returns: The limit, in whole MiB.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver has no such limit.
    ///
    /// libvirt: [`virDomainMigrateGetMaxSpeed`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateGetMaxSpeed)
    public func maximumMigrationSpeed(_ options: DomainMigrateMaxSpeedOptions = []) async throws -> ByteCount {
        try await handle.call { domain in
            var mebibytes: UInt = 0
            try check(
                virDomainMigrateGetMaxSpeed(domain, &mebibytes, options.rawValue), "virDomainMigrateGetMaxSpeed",
                DomainKind.describe(domain))
            return .mebibytes(UInt64(mebibytes))
        }
    }

    /// Limits how fast a migration of the domain may go, per second.
    ///
    /// - Parameters:
    ///   - limit: The limit, in whole MiB.
    ///   - options: `.postCopy` for the limit of the post-copy phase.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for a fraction of a MiB, and `overflow` for more than
    ///   the hypervisor can count.
    ///
    /// libvirt: [`virDomainMigrateSetMaxSpeed`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateSetMaxSpeed)
    public func setMaximumMigrationSpeed(
        _ limit: ByteCount, _ options: DomainMigrateMaxSpeedOptions = []
    ) async throws {
        let mebibytes = UInt(try limit.wholeMebibytes())
        try await handle.status("virDomainMigrateSetMaxSpeed") {
            virDomainMigrateSetMaxSpeed($0, mebibytes, options.rawValue)
        }
    }

    /// Chooses how large the cache is with which a migration compresses pages that change again and again.
    ///
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver does not compress.
    ///
    /// libvirt: [`virDomainMigrateSetCompressionCache`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateSetCompressionCache)
    public func setMigrationCompressionCache(_ size: ByteCount) async throws {
        try await handle.status("virDomainMigrateSetCompressionCache") {
            virDomainMigrateSetCompressionCache($0, size.bytes, 0)
        }
    }
}
