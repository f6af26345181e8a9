internal import CLibvirt

extension DomainReference {
    /// The domain's checkpoints, with one call.
    ///
    /// - Parameter options: Which ones; the default is all.
    /// - Returns: The checkpoints, with `.topological` each behind its parent.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver has no checkpoints.
    ///
    /// libvirt: [`virDomainListAllCheckpoints`](https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainListAllCheckpoints)
    public func checkpoints(
        _ options: DomainCheckpointListOptions = []
    ) async throws -> [DomainCheckpointReference<Mode>] {
        try await handle.list("virDomainListAllCheckpoints") {
            virDomainListAllCheckpoints($0, $1, options.rawValue)
        } as: {
            DomainCheckpointReference($0, registrations)
        }
    }

    /// The checkpoint of that name.
    ///
    /// - Throws: ``LibvirtError`` with code `noDomainCheckpoint` when there is none.
    ///
    /// libvirt: [`virDomainCheckpointLookupByName`](https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointLookupByName)
    public func checkpoint(named name: String) async throws -> DomainCheckpointReference<Mode> {
        let checkpoint: Handle<DomainCheckpointKind> =
            try await handle.object("virDomainCheckpointLookupByName") { domain in
                try name.withCheckedCString { virDomainCheckpointLookupByName(domain, $0, 0) }
            }
        return DomainCheckpointReference(checkpoint, registrations)
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Marks this moment of the disks: from now on the hypervisor keeps count of what changes.
    ///
    /// The domain must run, unless `.redefine` only tells libvirt of a checkpoint that it does not know any more.
    /// - Parameters:
    ///   - xml: The `<domaincheckpoint>` document.
    ///   - options: Such as `.quiesce` with the guest agent's help.
    /// - Returns: The checkpoint.
    /// - Throws: ``LibvirtError`` with code `operationUnsupported` when the domain does not run,
    ///   `configUnsupported` for disks whose format has no room for the marks.
    ///
    /// libvirt: [`virDomainCheckpointCreateXML`](https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointCreateXML)
    public func createCheckpoint(
        _ xml: String, _ options: DomainCheckpointCreateOptions = []
    ) async throws -> DomainCheckpoint {
        let checkpoint: Handle<DomainCheckpointKind> =
            try await handle.object("virDomainCheckpointCreateXML", lane: .long) { domain in
                try xml.withCheckedCString { virDomainCheckpointCreateXML(domain, $0, options.rawValue) }
            }
        return DomainCheckpoint(checkpoint, registrations)
    }
}
