internal import CLibvirt

/// A server inside a daemon: it has clients, and threads that work for them.
public struct AdminServer: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<AdminServerKind>

    init(handle: Handle<AdminServerKind>) { self.handle = handle }

    /// Its name, such as `libvirtd` or `admin`.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virAdmServerGetName`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmServerGetName)
    public var name: String {
        (try? handle.withUnsafePointer { String(borrowing: virAdmServerGetName($0)) }) ?? ""
    }

    /// Its clients.
    ///
    /// libvirt: [`virAdmServerListClients`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmServerListClients)
    public func clients() async throws -> [AdminClient] {
        try await handle.list("virAdmServerListClients") {
            virAdmServerListClients($0, $1, 0)
        } as: {
            AdminClient(handle: $0)
        }
    }

    /// The client of that number.
    ///
    /// - Throws: ``LibvirtError`` with code `noClient` when there is none.
    ///
    /// libvirt: [`virAdmServerLookupClient`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmServerLookupClient)
    public func client(id: UInt64) async throws -> AdminClient {
        try await handle.call { server in
            AdminClient(
                handle: Handle(
                    adopting: try check(
                        virAdmServerLookupClient(server, id, 0), "virAdmServerLookupClient", "client \(id)")))
        }
    }

    /// Has the server read its certificates and keys anew.
    ///
    /// - Throws: ``LibvirtError`` with code `internalError` where the server offers no TLS, `systemError` or `rpc` for
    ///   files that it cannot use; it goes on with the old ones then.
    ///
    /// libvirt: [`virAdmServerUpdateTlsFiles`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmServerUpdateTlsFiles)
    public func updateTLSFiles() async throws {
        try await handle.status("virAdmServerUpdateTlsFiles") { virAdmServerUpdateTlsFiles($0, 0) }
    }
}
