internal import CLibvirt

extension DomainCheckpointReference {
    /// The checkpoint's description.
    ///
    /// - Parameters:
    ///   - includesDomain: Whether it holds the domain's definition of then, without its secrets.
    ///   - sizes: Whether it says for each disk how much has changed since; the domain must run for that.
    /// - Returns: A `<domaincheckpoint>` document.
    /// - Throws: ``LibvirtError`` with code `noDomainCheckpoint` when it was deleted.
    ///
    /// libvirt: [`virDomainCheckpointGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointGetXMLDesc)
    public func xml(includesDomain: Bool = true, sizes: Bool = false) async throws -> String {
        var options: DomainCheckpointXMLOptions = []
        if !includesDomain { options.insert(.noDomain) }
        if sizes { options.insert(.size) }
        return try await describe(options)
    }

    /// The description with those options, `.secure` only from where it is allowed.
    func describe(_ options: DomainCheckpointXMLOptions) async throws -> String {
        try await handle.string("virDomainCheckpointGetXMLDesc") {
            virDomainCheckpointGetXMLDesc($0, options.rawValue)
        }
    }

    /// The checkpoint before it.
    ///
    /// - Returns: `nil` for the first.
    /// - Throws: ``LibvirtError`` with code `noDomainCheckpoint` when it was deleted.
    ///
    /// libvirt: [`virDomainCheckpointGetParent`](https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointGetParent)
    public func parent() async throws -> DomainCheckpointReference? {
        let parent: Handle<DomainCheckpointKind>? = try await handle.call { checkpoint in
            do {
                let pointer = virDomainCheckpointGetParent(checkpoint, 0)
                return Handle(
                    adopting: try check(
                        pointer, "virDomainCheckpointGetParent", DomainCheckpointKind.describe(checkpoint)))
            } catch let error as LibvirtError where error.code == .noDomainCheckpoint {
                // libvirt has one code for no parent and for no checkpoint.
                try check(
                    virDomainCheckpointListAllChildren(checkpoint, nil, 0), "virDomainCheckpointListAllChildren",
                    DomainCheckpointKind.describe(checkpoint))
                return nil
            }
        }
        return parent.map { DomainCheckpointReference($0, registrations) }
    }

    /// The checkpoints after it.
    ///
    /// - Parameter options: `.descendants` for theirs as well, and filters.
    /// - Returns: The checkpoints; none is no error.
    /// - Throws: ``LibvirtError`` with code `noDomainCheckpoint` when it was deleted.
    ///
    /// libvirt: [`virDomainCheckpointListAllChildren`](https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointListAllChildren)
    public func children(_ options: DomainCheckpointListOptions = []) async throws -> [DomainCheckpointReference] {
        try await handle.list("virDomainCheckpointListAllChildren") {
            virDomainCheckpointListAllChildren($0, $1, options.rawValue)
        } as: {
            DomainCheckpointReference($0, registrations)
        }
    }
}

extension DomainCheckpointReference where Mode == ReadWrite {
    /// The checkpoint's description, with secrets if asked for.
    ///
    /// - Parameter options: `.secure` for the secrets as well, and the rest of ``xml(includesDomain:sizes:)``.
    /// - Returns: A `<domaincheckpoint>` document.
    /// - Throws: ``LibvirtError`` with code `noDomainCheckpoint` when it was deleted.
    ///
    /// libvirt: [`virDomainCheckpointGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointGetXMLDesc)
    public func xml(_ options: DomainCheckpointXMLOptions) async throws -> String { try await describe(options) }

    /// Deletes the checkpoint; what changed since counts towards the one before it.
    ///
    /// - Parameter options: Whether those after it go as well, or only libvirt's description.
    /// - Throws: ``LibvirtError`` with code `noDomainCheckpoint` when it was deleted already.
    ///
    /// libvirt: [`virDomainCheckpointDelete`](https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointDelete)
    public func delete(_ options: DomainCheckpointDeleteOptions = []) async throws {
        try await handle.status("virDomainCheckpointDelete", lane: .long) {
            virDomainCheckpointDelete($0, options.rawValue)
        }
    }
}
