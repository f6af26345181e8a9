internal import CLibvirt

extension DomainReference where Mode == ReadWrite {
    /// Moves the domain to another host, led by this program: it talks to both.
    ///
    /// May take minutes; cancelling the task aborts the migration, and the domain stays where it was.
    /// - Parameters:
    ///   - destination: A connection to the other host.
    ///   - parameters: What else there is to say.
    ///   - options: How to migrate; `.live` lets the guest run meanwhile.
    /// - Returns: The domain on the other host.
    /// - Throws: `CancellationError` when the task was cancelled in time, ``LibvirtError`` with code
    ///   `migrateUnsafe` when the guest could lose data, such as with disks that both hosts do not share;
    ///   `argumentUnsupported` for options that the hypervisor lacks. The domain stays where it was then.
    ///
    /// libvirt: [`virDomainMigrate3`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrate3)
    @discardableResult
    public func migrate(
        to destination: Connection, _ parameters: MigrationParameters = MigrationParameters(),
        _ options: DomainMigrateOptions = []
    ) async throws -> Domain {
        let parameters = try parameters.typed()
        let moved: Handle<DomainKind> = try await handle.abortable(.migrationOut) { domain in
            let pointer = try destination.handle.withUnsafePointer { connection in
                try parameters.withUnsafeParameters {
                    virDomainMigrate3(domain, connection, $0, UInt32($1), options.rawValue)
                }
            }
            return Handle(adopting: try check(pointer, "virDomainMigrate3", DomainKind.describe(domain)))
        }
        return Domain(moved, destination.registrations)
    }

    /// Moves the domain to another host, led by the daemon here, which talks to the one there itself.
    ///
    /// May take minutes; cancelling the task aborts the migration, and the domain stays where it was.
    /// - Parameters:
    ///   - uri: The libvirt URI of the other host as the daemon here reaches it; `nil` where the hypervisor migrates
    ///     without a daemon there, to ``MigrationParameters/uri``.
    ///   - parameters: What else there is to say.
    ///   - options: How to migrate; a URI needs `.peerToPeer`.
    /// - Throws: As for ``migrate(to:_:_:)``.
    ///
    /// libvirt: [`virDomainMigrateToURI3`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateToURI3)
    public func migrate(
        toURI uri: String?, _ parameters: MigrationParameters = MigrationParameters(),
        _ options: DomainMigrateOptions = .peerToPeer
    ) async throws {
        let parameters = try parameters.typed()
        try await handle.job("virDomainMigrateToURI3", .migrationOut) { domain in
            try uri.withCheckedCString { uri in
                try parameters.withUnsafeParameters {
                    virDomainMigrateToURI3(domain, uri, $0, UInt32($1), options.rawValue)
                }
            }
        }
    }

    /// Lets the guest run on the destination at once and fetches what memory is missing as it is used.
    ///
    /// A migration with ``DomainMigrateOptions/postCopy`` must be under way; from here on it cannot be aborted, and
    /// the guest is lost when one of the hosts is.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when there is no such migration.
    ///
    /// libvirt: [`virDomainMigrateStartPostCopy`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateStartPostCopy)
    public func startPostCopy() async throws {
        try await handle.status("virDomainMigrateStartPostCopy") { virDomainMigrateStartPostCopy($0, 0) }
    }
}
