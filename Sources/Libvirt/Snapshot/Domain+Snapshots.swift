internal import CLibvirt

extension DomainReference {
    /// The domain's snapshots, with one call.
    ///
    /// - Parameter options: Which ones; the default is all.
    /// - Returns: The snapshots, with `.topological` each behind its parent.
    /// - Throws: ``LibvirtError`` with code `noDomain` when the domain is gone.
    ///
    /// libvirt: [`virDomainListAllSnapshots`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainListAllSnapshots)
    public func snapshots(
        _ options: DomainSnapshotListOptions = []
    ) async throws -> [DomainSnapshotReference<Mode>] {
        try await handle.list("virDomainListAllSnapshots") {
            virDomainListAllSnapshots($0, $1, options.rawValue)
        } as: {
            DomainSnapshotReference($0, registrations)
        }
    }

    /// The names of the domain's snapshots.
    ///
    /// The only way to list them on hosts of VirtualBox; elsewhere ``snapshots(_:)`` answers in one call.
    /// - Parameter options: Which ones; the default is all.
    /// - Returns: The names.
    /// - Throws: ``LibvirtError`` with code `noDomain` when the domain is gone.
    ///
    /// libvirt: [`virDomainSnapshotListNames`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotListNames),
    /// [`virDomainSnapshotNum`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotNum)
    public func snapshotNames(_ options: DomainSnapshotListOptions = []) async throws -> [String] {
        try await handle.names(
            counting: ("virDomainSnapshotNum", { virDomainSnapshotNum($0, options.rawValue) }),
            listing: ("virDomainSnapshotListNames", { virDomainSnapshotListNames($0, $1, $2, options.rawValue) }))
    }

    /// The snapshot of that name.
    ///
    /// - Throws: ``LibvirtError`` with code `noDomainSnapshot` when there is none.
    ///
    /// libvirt: [`virDomainSnapshotLookupByName`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotLookupByName)
    public func snapshot(named name: String) async throws -> DomainSnapshotReference<Mode> {
        let snapshot: Handle<DomainSnapshotKind> = try await handle.object("virDomainSnapshotLookupByName") { domain in
            try name.withCheckedCString { virDomainSnapshotLookupByName(domain, $0, 0) }
        }
        return DomainSnapshotReference(snapshot, registrations)
    }

    /// The snapshot that the domain was last taken to, or that was last taken of it: the parent of the next one.
    ///
    /// - Returns: `nil` when there is none.
    ///
    /// libvirt: [`virDomainSnapshotCurrent`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotCurrent)
    public func currentSnapshot() async throws -> DomainSnapshotReference<Mode>? {
        do {
            let snapshot: Handle<DomainSnapshotKind> = try await handle.object("virDomainSnapshotCurrent") {
                virDomainSnapshotCurrent($0, 0)
            }
            return DomainSnapshotReference(snapshot, registrations)
        } catch let error as LibvirtError where error.code == .noDomainSnapshot {
            return nil
        }
    }

    /// Whether there is a current snapshot; cheaper than asking for it.
    ///
    /// libvirt: [`virDomainHasCurrentSnapshot`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainHasCurrentSnapshot)
    public var hasCurrentSnapshot: Bool {
        get async throws {
            try await handle.status("virDomainHasCurrentSnapshot") { virDomainHasCurrentSnapshot($0, 0) } == 1
        }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Takes a snapshot of the domain as it is now.
    ///
    /// Whether that holds the memory, the disks or both, and whether it lies inside the disks' files or in others,
    /// depends on the document, on the options and on whether the domain runs. May take minutes; cancelling the task
    /// aborts it where the hypervisor can.
    /// - Parameters:
    ///   - xml: The `<domainsnapshot>` document.
    ///   - options: Such as `.diskOnly` without the memory, or `.quiesce` with the guest agent's help.
    /// - Returns: The snapshot.
    /// - Throws: `CancellationError` when the task was cancelled in time, ``LibvirtError`` with code
    ///   `operationUnsupported` or `configUnsupported` for a kind that the disks or the hypervisor lack,
    ///   `operationFailed` when the name is taken.
    ///
    /// libvirt: [`virDomainSnapshotCreateXML`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotCreateXML)
    public func createSnapshot(
        _ xml: String, _ options: DomainSnapshotCreateOptions = []
    ) async throws -> DomainSnapshot {
        let snapshot: Handle<DomainSnapshotKind> = try await handle.abortable(.snapshot) { domain in
            let pointer = try xml.withCheckedCString { virDomainSnapshotCreateXML(domain, $0, options.rawValue) }
            return Handle(adopting: try check(pointer, "virDomainSnapshotCreateXML", DomainKind.describe(domain)))
        }
        return DomainSnapshot(snapshot, registrations)
    }
}
