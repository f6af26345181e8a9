internal import CLibvirt

extension DomainReference {
    /// The definition inside the managed save, without its secrets.
    ///
    /// - Returns: A `<domain>` document.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when there is no managed save.
    ///
    /// libvirt: [`virDomainManagedSaveGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainManagedSaveGetXMLDesc)
    public func managedSaveXML() async throws -> String {
        try await handle.string("virDomainManagedSaveGetXMLDesc") { virDomainManagedSaveGetXMLDesc($0, 0) }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Writes the domain's memory to a file and switches it off; ``ConnectionReference/restore(from:definition:_:)``
    /// lets it go on from there.
    ///
    /// The domain must run or stand suspended, and is off afterwards. May take minutes; cancelling the task aborts
    /// the save, and the domain goes on.
    /// - Parameters:
    ///   - path: The file, on the host of the hypervisor.
    ///   - definition: A `<domain>` document to keep in the file instead of the present one, which it may change only
    ///     where the guest cannot see it; `nil` for the present one.
    ///   - options: Such as that the restored domain stands suspended.
    /// - Throws: `CancellationError` when the task was cancelled in time, ``LibvirtError`` with code
    ///   `operationInvalid` when it does not run.
    ///
    /// libvirt: [`virDomainSaveFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSaveFlags)
    /// and, for a file alone, [`virDomainSave`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSave)
    public func save(
        to path: String, definition: String? = nil, _ options: DomainSaveRestoreOptions = []
    ) async throws {
        if definition == nil && options.isEmpty {
            // VirtualBox's driver has no other.
            try await handle.job("virDomainSave", .save) { domain in
                try path.withCheckedCString { virDomainSave(domain, $0) }
            }
        } else {
            try await handle.job("virDomainSaveFlags", .save) { domain in
                try path.withCheckedCString { path in
                    try definition.withCheckedCString { virDomainSaveFlags(domain, path, $0, options.rawValue) }
                }
            }
        }
    }

    /// Saves the domain as ``save(to:definition:_:)`` does, with everything said by parameters.
    ///
    /// For what a newer libvirt can be told beyond the file and the definition. Without a file it is a managed save.
    /// - Parameters:
    ///   - parameters: Such as ``TypedParameterName/domainSaveFile``.
    ///   - options: Such as that the restored domain stands suspended.
    /// - Throws: As for ``save(to:definition:_:)``; code `noSupport` from a daemon older than 8.4.
    ///
    /// libvirt: [`virDomainSaveParams`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSaveParams)
    public func save(_ parameters: TypedParameters, _ options: DomainSaveRestoreOptions = []) async throws {
        try await handle.job("virDomainSaveParams", .save) { domain in
            try parameters.withUnsafeParameters { virDomainSaveParams(domain, $0, $1, options.rawValue) }
        }
    }

    /// Writes the domain's memory to a file that libvirt keeps itself, and switches it off; its next start goes on
    /// from there.
    ///
    /// The domain must be persistent and run. May take minutes; cancelling the task aborts the save, and the domain
    /// goes on.
    /// - Parameter options: Such as that the domain stands suspended when it is started.
    /// - Throws: `CancellationError` when the task was cancelled in time, ``LibvirtError`` with code
    ///   `operationInvalid` when it does not run or is transient.
    ///
    /// libvirt: [`virDomainManagedSave`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainManagedSave)
    public func managedSave(_ options: DomainSaveRestoreOptions = []) async throws {
        try await handle.job("virDomainManagedSave", .save) { virDomainManagedSave($0, options.rawValue) }
    }

    /// Throws the managed save away: the next start boots anew.
    ///
    /// Does nothing where there is none.
    ///
    /// libvirt: [`virDomainManagedSaveRemove`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainManagedSaveRemove)
    public func removeManagedSave() async throws {
        try await handle.status("virDomainManagedSaveRemove") { virDomainManagedSaveRemove($0, 0) }
    }

    /// The definition inside the managed save, with secrets if asked for.
    ///
    /// - Parameter options: `.secure` for the secrets as well.
    /// - Returns: A `<domain>` document.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when there is no managed save.
    ///
    /// libvirt: [`virDomainManagedSaveGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainManagedSaveGetXMLDesc)
    public func managedSaveXML(_ options: DomainSaveImageXMLOptions) async throws -> String {
        try await handle.string("virDomainManagedSaveGetXMLDesc") {
            virDomainManagedSaveGetXMLDesc($0, options.rawValue)
        }
    }

    /// Changes the definition inside the managed save, where the guest cannot see it: such as the path of a disk.
    ///
    /// - Parameters:
    ///   - xml: The new `<domain>` document.
    ///   - options: `.running` or `.paused` for how the domain is started.
    /// - Throws: ``LibvirtError`` with code `configUnsupported` when the guest would see the difference.
    ///
    /// libvirt: [`virDomainManagedSaveDefineXML`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainManagedSaveDefineXML)
    public func setManagedSaveXML(_ xml: String, _ options: DomainSaveRestoreOptions = []) async throws {
        try await handle.status("virDomainManagedSaveDefineXML") { domain in
            try xml.withCheckedCString { virDomainManagedSaveDefineXML(domain, $0, options.rawValue) }
        }
    }
}
