internal import CLibvirt

extension ConnectionReference where Mode == ReadWrite {
    /// Starts the domain that ``DomainReference/save(to:definition:_:)`` wrote to a file, from where it stood.
    ///
    /// The file stays; its domain must be off. May take minutes; cancelling the task has no effect.
    /// - Parameters:
    ///   - path: The file, on the host of the hypervisor.
    ///   - definition: A `<domain>` document to use instead of the file's, which it may change only where the guest
    ///     cannot see it; `nil` for the file's.
    ///   - options: `.running` or `.paused` to overrule how it was saved.
    /// - Throws: ``LibvirtError`` with code `operationFailed` for a file that is no saved domain,
    ///   `configUnsupported` for a definition that the guest would notice.
    ///
    /// libvirt: [`virDomainRestoreFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRestoreFlags)
    public func restore(
        from path: String, definition: String? = nil, _ options: DomainSaveRestoreOptions = []
    ) async throws {
        try await handle.call(lane: .long) { connection in
            let result = try path.withCheckedCString { path in
                try definition.withCheckedCString { virDomainRestoreFlags(connection, path, $0, options.rawValue) }
            }
            try check(result, "virDomainRestoreFlags", "saved image '\(path)'")
        }
    }

    /// Restores a domain as ``restore(from:definition:_:)`` does, with everything said by parameters.
    ///
    /// - Parameters:
    ///   - parameters: At least ``TypedParameterName/domainSaveFile``.
    ///   - options: `.running` or `.paused` to overrule how it was saved.
    /// - Throws: As for ``restore(from:definition:_:)``; code `noSupport` from a daemon older than 8.4.
    ///
    /// libvirt: [`virDomainRestoreParams`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRestoreParams)
    public func restore(_ parameters: TypedParameters, _ options: DomainSaveRestoreOptions = []) async throws {
        try await handle.status("virDomainRestoreParams", lane: .long) { connection in
            try parameters.withUnsafeParameters { virDomainRestoreParams(connection, $0, $1, options.rawValue) }
        }
    }

    /// The definition inside a file that ``DomainReference/save(to:definition:_:)`` wrote.
    ///
    /// - Parameters:
    ///   - path: The file, on the host of the hypervisor.
    ///   - options: `.secure` for the secrets as well.
    /// - Returns: A `<domain>` document.
    /// - Throws: ``LibvirtError`` with code `operationFailed` for a file that is no saved domain.
    ///
    /// libvirt: [`virDomainSaveImageGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSaveImageGetXMLDesc)
    public func savedImageXML(at path: String, _ options: DomainSaveImageXMLOptions = []) async throws -> String {
        try await handle.call { connection in
            let xml = try path.withCheckedCString { virDomainSaveImageGetXMLDesc(connection, $0, options.rawValue) }
            return String(adopting: try check(xml, "virDomainSaveImageGetXMLDesc", "saved image '\(path)'"))
        }
    }

    /// Changes the definition inside a saved file, where the guest cannot see it: such as the path of a disk.
    ///
    /// - Parameters:
    ///   - path: The file, on the host of the hypervisor.
    ///   - xml: The new `<domain>` document.
    ///   - options: `.running` or `.paused` for how the domain is restored.
    /// - Throws: ``LibvirtError`` with code `configUnsupported` when the guest would see the difference.
    ///
    /// libvirt: [`virDomainSaveImageDefineXML`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSaveImageDefineXML)
    public func setSavedImageXML(
        at path: String, _ xml: String, _ options: DomainSaveRestoreOptions = []
    ) async throws {
        try await handle.call { connection in
            let result = try path.withCheckedCString { path in
                try xml.withCheckedCString { virDomainSaveImageDefineXML(connection, path, $0, options.rawValue) }
            }
            try check(result, "virDomainSaveImageDefineXML", "saved image '\(path)'")
        }
    }
}
