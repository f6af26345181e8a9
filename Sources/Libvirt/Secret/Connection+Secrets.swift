internal import CLibvirt
public import FoundationEssentials

extension ConnectionReference {
    /// All secrets that the options let through, with one call.
    ///
    /// - Parameter options: Which ones; the default is all.
    /// - Returns: The secrets, in no particular order; a host without any is no error.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver has no secrets.
    ///
    /// libvirt: [`virConnectListAllSecrets`](https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectListAllSecrets)
    public func secrets(_ options: SecretListOptions = []) async throws -> [SecretReference<Mode>] {
        try await handle.list("virConnectListAllSecrets") {
            virConnectListAllSecrets($0, $1, options.rawValue)
        } as: {
            SecretReference($0, registrations)
        }
    }

    /// The secret with that UUID.
    ///
    /// - Throws: ``LibvirtError`` with code `noSecret` when there is none.
    ///
    /// libvirt: [`virSecretLookupByUUID`](https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretLookupByUUID)
    public func secret(uuid: UUID) async throws -> SecretReference<Mode> {
        SecretReference(
            try await handle.lookUp("virSecretLookupByUUID", "secret \(uuid)") { connection in
                uuid.withUnsafeBytes { virSecretLookupByUUID(connection, $0) }
            }, registrations)
    }

    /// The secret that is for one use.
    ///
    /// - Parameters:
    ///   - type: The kind of use.
    ///   - id: Which one: a volume's path, or a name.
    /// - Returns: The secret.
    /// - Throws: ``LibvirtError`` with code `noSecret` when there is none.
    ///
    /// libvirt: [`virSecretLookupByUsage`](https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretLookupByUsage)
    public func secret(for type: SecretUsageType, _ id: String) async throws -> SecretReference<Mode> {
        SecretReference(
            try await handle.lookUp("virSecretLookupByUsage", "secret for \(type) '\(id)'") { connection in
                try id.withCheckedCString { virSecretLookupByUsage(connection, type.rawValue, $0) }
            }, registrations)
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Keeps a secret's description on the host; one with the same UUID and use is replaced and keeps its value.
    ///
    /// - Parameters:
    ///   - xml: The whole `<secret>` document, which has no value in it.
    ///   - options: Such as checking it against libvirt's schema first.
    /// - Returns: The secret, which needs a value next.
    /// - Throws: ``LibvirtError`` with code `internalError` when another secret has the use.
    ///
    /// libvirt: [`virSecretDefineXML`](https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretDefineXML)
    public func defineSecret(_ xml: String, _ options: SecretDefineOptions = []) async throws -> Secret {
        let handle: Handle<SecretKind> = try await handle.object("virSecretDefineXML") { connection in
            try xml.withCheckedCString { virSecretDefineXML(connection, $0, options.rawValue) }
        }
        return Secret(handle, registrations)
    }
}
