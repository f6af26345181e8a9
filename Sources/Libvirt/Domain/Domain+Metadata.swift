internal import CLibvirt

extension DomainReference {
    /// The short title in the definition; `nil` when it has none.
    ///
    /// - Parameter impact: Of the running domain or of its stored definition; the default is the one that applies now.
    /// - Returns: The title, one line.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for `.live` when the domain does not run.
    ///
    /// libvirt: [`virDomainGetMetadata`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMetadata)
    public func title(_ impact: DomainModificationImpact = []) async throws -> String? {
        try await metadata(.title, nil, impact)
    }

    /// The description in the definition, a text for people; `nil` when it has none.
    ///
    /// - Parameter impact: Of the running domain or of its stored definition; the default is the one that applies now.
    /// - Returns: The text.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for `.live` when the domain does not run.
    ///
    /// libvirt: [`virDomainGetMetadata`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMetadata)
    public func descriptionText(_ impact: DomainModificationImpact = []) async throws -> String? {
        try await metadata(.description, nil, impact)
    }

    /// The element that a program keeps in the definition under its own namespace; `nil` when there is none.
    ///
    /// - Parameters:
    ///   - namespace: The namespace's URI.
    ///   - impact: Of the running domain or of its stored definition; the default is the one that applies now.
    /// - Returns: The element as XML.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for `.live` when the domain does not run.
    ///
    /// libvirt: [`virDomainGetMetadata`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMetadata)
    public func metadata(namespace: String, _ impact: DomainModificationImpact = []) async throws -> String? {
        try await metadata(.element, namespace, impact)
    }

    private func metadata(
        _ type: DomainMetadataType, _ namespace: String?, _ impact: DomainModificationImpact
    ) async throws -> String? {
        do {
            return try await handle.string("virDomainGetMetadata") { domain in
                try namespace.withCheckedCString { virDomainGetMetadata(domain, type.rawValue, $0, impact.rawValue) }
            }
        } catch let error as LibvirtError where error.code == .noDomainMetadata {
            return nil
        }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Changes the short title in the definition.
    ///
    /// - Parameters:
    ///   - title: The title, one line; `nil` removes it.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for more than one line.
    ///
    /// libvirt: [`virDomainSetMetadata`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMetadata)
    public func setTitle(_ title: String?, _ impact: DomainModificationImpact = []) async throws {
        try await setMetadata(.title, title, nil, nil, impact)
    }

    /// Changes the description in the definition.
    ///
    /// - Parameters:
    ///   - text: A text for people; `nil` removes it.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for `.live` when the domain does not run.
    ///
    /// libvirt: [`virDomainSetMetadata`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMetadata)
    public func setDescriptionText(_ text: String?, _ impact: DomainModificationImpact = []) async throws {
        try await setMetadata(.description, text, nil, nil, impact)
    }

    /// Keeps an element of a program's own in the definition, in place of the one that it had there.
    ///
    /// - Parameters:
    ///   - xml: The element, with or without the namespace; `nil` removes the one that is there.
    ///   - prefix: The namespace's prefix in the definition.
    ///   - namespace: The namespace's URI.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `xmlError` for text that is no XML.
    ///
    /// libvirt: [`virDomainSetMetadata`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMetadata)
    public func setMetadata(
        _ xml: String?, prefix: String, namespace: String, _ impact: DomainModificationImpact = []
    ) async throws {
        try await setMetadata(.element, xml, prefix, namespace, impact)
    }

    private func setMetadata(
        _ type: DomainMetadataType, _ text: String?, _ prefix: String?, _ namespace: String?,
        _ impact: DomainModificationImpact
    ) async throws {
        try await handle.status("virDomainSetMetadata") { domain in
            try text.withCheckedCString { text in
                try prefix.withCheckedCString { prefix in
                    try namespace.withCheckedCString { namespace in
                        virDomainSetMetadata(domain, type.rawValue, text, prefix, namespace, impact.rawValue)
                    }
                }
            }
        }
    }
}
