internal import CLibvirt

extension DomainSnapshotReference {
    /// The snapshot's description.
    ///
    /// - Returns: A `<domainsnapshot>` document, which holds the domain's definition of then, without its secrets.
    /// - Throws: ``LibvirtError`` with code `noDomainSnapshot` when it was deleted.
    ///
    /// libvirt: [`virDomainSnapshotGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotGetXMLDesc)
    public func xml() async throws -> String {
        try await handle.string("virDomainSnapshotGetXMLDesc") { virDomainSnapshotGetXMLDesc($0, 0) }
    }

    /// The snapshot that it was taken on top of.
    ///
    /// - Returns: `nil` for one that was taken on top of none.
    /// - Throws: ``LibvirtError`` with code `noDomainSnapshot` when it was deleted.
    ///
    /// libvirt: [`virDomainSnapshotGetParent`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotGetParent)
    public func parent() async throws -> DomainSnapshotReference? {
        let parent: Handle<DomainSnapshotKind>? = try await handle.call { snapshot in
            do {
                let pointer = virDomainSnapshotGetParent(snapshot, 0)
                return Handle(
                    adopting: try check(
                        pointer, "virDomainSnapshotGetParent", DomainSnapshotKind.describe(snapshot)))
            } catch let error as LibvirtError where error.code == .noDomainSnapshot {
                // libvirt has one code for no parent and for no snapshot.
                try check(
                    virDomainSnapshotHasMetadata(snapshot, 0), "virDomainSnapshotHasMetadata",
                    DomainSnapshotKind.describe(snapshot))
                return nil
            }
        }
        return parent.map { DomainSnapshotReference($0, registrations) }
    }

    /// The snapshots that were taken on top of it.
    ///
    /// - Parameter options: `.descendants` for theirs as well, and filters.
    /// - Returns: The snapshots; none is no error.
    /// - Throws: ``LibvirtError`` with code `noDomainSnapshot` when it was deleted.
    ///
    /// libvirt: [`virDomainSnapshotListAllChildren`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotListAllChildren)
    public func children(_ options: DomainSnapshotListOptions = []) async throws -> [DomainSnapshotReference] {
        try await handle.list("virDomainSnapshotListAllChildren") {
            virDomainSnapshotListAllChildren($0, $1, options.rawValue)
        } as: {
            DomainSnapshotReference($0, registrations)
        }
    }

    /// Whether it is the domain's current snapshot.
    ///
    /// libvirt: [`virDomainSnapshotIsCurrent`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotIsCurrent)
    public var isCurrent: Bool {
        get async throws {
            try await handle.status("virDomainSnapshotIsCurrent") { virDomainSnapshotIsCurrent($0, 0) } == 1
        }
    }

    /// Whether libvirt keeps a description of it, which would be lost with the domain's definition.
    ///
    /// libvirt: [`virDomainSnapshotHasMetadata`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotHasMetadata)
    public var hasMetadata: Bool {
        get async throws {
            try await handle.status("virDomainSnapshotHasMetadata") { virDomainSnapshotHasMetadata($0, 0) } == 1
        }
    }
}
