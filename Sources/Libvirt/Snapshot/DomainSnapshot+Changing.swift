internal import CLibvirt

extension DomainSnapshotReference where Mode == ReadWrite {
    /// The snapshot's description, with secrets if asked for.
    ///
    /// - Parameter options: `.secure` for the secrets as well.
    /// - Returns: A `<domainsnapshot>` document.
    /// - Throws: ``LibvirtError`` with code `noDomainSnapshot` when it was deleted.
    ///
    /// libvirt: [`virDomainSnapshotGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotGetXMLDesc)
    public func xml(_ options: DomainSnapshotXMLOptions) async throws -> String {
        try await handle.string("virDomainSnapshotGetXMLDesc") { virDomainSnapshotGetXMLDesc($0, options.rawValue) }
    }

    /// Takes the domain back to this state; what happened since is lost.
    ///
    /// May take minutes; cancelling the task has no effect.
    /// - Parameter options: Whether it runs or stands suspended afterwards, and `.force` where the hypervisor cannot
    ///   be sure that the guest will bear it.
    /// - Throws: ``LibvirtError`` with code `snapshotRevertRisky` where `.force` is needed, `configUnsupported` or
    ///   `operationUnsupported` for a kind of snapshot that this version of libvirt cannot go back to.
    ///
    /// libvirt: [`virDomainRevertToSnapshot`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainRevertToSnapshot)
    public func revert(_ options: DomainSnapshotRevertOptions = []) async throws {
        try await handle.status("virDomainRevertToSnapshot", lane: .long) {
            virDomainRevertToSnapshot($0, options.rawValue)
        }
    }

    /// Deletes the snapshot; the domain stays as it is, and the snapshots on top of it stay.
    ///
    /// May take minutes where data has to be moved; cancelling the task has no effect.
    /// - Parameter options: What else goes with it, or that only libvirt's description goes.
    /// - Throws: ``LibvirtError`` with code `noDomainSnapshot` when it was deleted already, `configUnsupported` or
    ///   `operationUnsupported` for what this version of libvirt cannot delete.
    ///
    /// libvirt: [`virDomainSnapshotDelete`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotDelete)
    public func delete(_ options: DomainSnapshotDeleteOptions = []) async throws {
        try await handle.status("virDomainSnapshotDelete", lane: .long) {
            virDomainSnapshotDelete($0, options.rawValue)
        }
    }
}
