internal import CLibvirt
public import FoundationEssentials

/// A secret that may be changed: a passphrase or key that the host keeps for volumes, Ceph, iSCSI, TLS or a TPM.
///
/// ```swift
/// let secret = try await host.defineSecret(
///     "<secret ephemeral='yes'><usage type='volume'><volume>/images/web.qcow2</volume></usage></secret>")
/// try await secret.setValue(Array("correct horse".utf8))
/// ```
public typealias Secret = SecretReference<ReadWrite>

/// A secret of which only the description may be looked at, never the value.
public typealias ReadOnlySecret = SecretReference<ReadOnly>

/// A secret: see ``Secret`` and ``ReadOnlySecret``.
public struct SecretReference<Mode: Access>: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<SecretKind>
    let registrations: Registrations

    init(_ handle: Handle<SecretKind>, _ registrations: Registrations) {
        self.handle = handle
        self.registrations = registrations
    }

    /// The same secret as seen by somebody who may only look.
    public var readOnly: ReadOnlySecret { ReadOnlySecret(handle, registrations) }

    /// The UUID.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virSecretGetUUID`](https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetUUID)
    public var uuid: UUID {
        UUID(writtenBy: { bytes in _ = try? handle.withUnsafePointer { virSecretGetUUID($0, bytes) } })
    }

    /// What it is for.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virSecretGetUsageType`](https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetUsageType)
    public var usageType: SecretUsageType {
        SecretUsageType(rawValue: (try? handle.withUnsafePointer { virSecretGetUsageType($0) }) ?? 0)
    }

    /// Which one it is for: a volume's path, or a name; empty for a secret without a use.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virSecretGetUsageID`](https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetUsageID)
    public var usageID: String {
        (try? handle.withUnsafePointer { String(borrowing: virSecretGetUsageID($0)) }) ?? ""
    }

    /// The secret's description, without its value.
    ///
    /// - Returns: A `<secret>` document.
    /// - Throws: ``LibvirtError`` with code `noSecret` when it is gone.
    ///
    /// libvirt: [`virSecretGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetXMLDesc)
    public func xml() async throws -> String {
        try await handle.string("virSecretGetXMLDesc") { virSecretGetXMLDesc($0, 0) }
    }
}

extension SecretReference: Hashable {
    /// Whether both are the same secret: two with one UUID are, over whichever connection.
    public static func == (left: Self, right: Self) -> Bool { left.uuid == right.uuid }
    /// Feeds the UUID to the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(uuid) }
}
