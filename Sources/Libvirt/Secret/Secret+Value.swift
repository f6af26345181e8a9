internal import CLibvirt
internal import Glibc

extension SecretReference where Mode == ReadWrite {
    /// Gives the secret a value, which replaces the one it had.
    ///
    /// - Parameter value: The bytes; what they mean is up to who uses them.
    /// - Throws: ``LibvirtError`` with code `noSecret` when it is gone, `invalidArgument` for a value without any bytes.
    ///
    /// libvirt: [`virSecretSetValue`](https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretSetValue)
    public func setValue(_ value: [UInt8]) async throws {
        try await handle.status("virSecretSetValue") { secret in
            value.withUnsafeBufferPointer { virSecretSetValue(secret, $0.baseAddress, $0.count, 0) }
        }
    }

    /// The secret's value.
    ///
    /// The bytes are the caller's to wipe; libvirt's own copy in this process is wiped here.
    /// - Returns: The bytes.
    /// - Throws: ``LibvirtError`` with code `noSecret` when it has no value, `invalidSecret` when its description says
    ///   `private='yes'`: then the value never leaves the host.
    ///
    /// libvirt: [`virSecretGetValue`](https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretGetValue)
    public func value() async throws -> [UInt8] {
        try await handle.call { secret in
            var count = 0
            let bytes = try check(
                virSecretGetValue(secret, &count, 0), "virSecretGetValue", SecretKind.describe(secret))
            defer {
                explicit_bzero(bytes, count)
                free(bytes)
            }
            return Array(UnsafeBufferPointer(start: bytes, count: count))
        }
    }

    /// Removes the secret and its value from the host.
    ///
    /// - Throws: ``LibvirtError`` with code `noSecret` when it is gone.
    ///
    /// libvirt: [`virSecretUndefine`](https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretUndefine)
    public func undefine() async throws {
        try await handle.status("virSecretUndefine") { virSecretUndefine($0) }
    }
}
