internal import CLibvirt
public import FoundationEssentials

/// A client of a daemon, as its administration sees it.
public struct AdminClient: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<AdminClientKind>

    init(handle: Handle<AdminClientKind>) { self.handle = handle }

    /// Its number, which no other client of the server ever has.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virAdmClientGetID`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmClientGetID)
    public var id: UInt64 { (try? handle.withUnsafePointer { virAdmClientGetID($0) }) ?? .max }

    /// When it connected; `nil` where the daemon does not know.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virAdmClientGetTimestamp`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmClientGetTimestamp)
    public var connectionTime: Date? {
        let seconds = (try? handle.withUnsafePointer { virAdmClientGetTimestamp($0) }) ?? 0
        return seconds > 0 ? Date(timeIntervalSince1970: Double(seconds)) : nil
    }

    /// How it is connected.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virAdmClientGetTransport`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmClientGetTransport)
    public var transport: AdminClientTransport {
        AdminClientTransport(rawValue: (try? handle.withUnsafePointer { virAdmClientGetTransport($0) }) ?? -1)
    }

    /// Who it is.
    ///
    /// - Throws: ``LibvirtError`` with code `noClient` when it is gone.
    ///
    /// libvirt: [`virAdmClientGetInfo`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmClientGetInfo)
    public func info() async throws -> AdminClientInfo {
        try await handle.call { client in
            AdminClientInfo(
                try TypedParameters(of: client, AdminClientKind.self, "virAdmClientGetInfo") {
                    virAdmClientGetInfo($0, $1, $2, 0)
                })
        }
    }

    /// Cuts the client off.
    ///
    /// What it has asked for goes on in the daemon; it may connect anew.
    /// - Throws: ``LibvirtError`` with code `noClient` when it is gone.
    ///
    /// libvirt: [`virAdmClientClose`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmClientClose)
    public func disconnect() async throws {
        try await handle.status("virAdmClientClose") { virAdmClientClose($0, 0) }
    }
}

/// Who a client of a daemon is; what the daemon does not know is `nil`.
public struct AdminClientInfo: Hashable, Sendable {
    /// Whether it may only look.
    public var isReadOnly: Bool
    /// Its address and port, over a network.
    public var address: String?
    /// The user that SASL let in.
    public var saslUserName: String?
    /// The name in its TLS certificate.
    public var certificateName: String?
    /// The number of its user, on this machine.
    public var userID: Int?
    /// The name of its user, on this machine.
    public var userName: String?
    /// The number of its group, on this machine.
    public var groupID: Int?
    /// The name of its group, on this machine.
    public var groupName: String?
    /// Its process, on this machine.
    public var processID: Int32?
    /// Its SELinux context.
    public var selinuxContext: String?

    init(_ parameters: TypedParameters) {
        isReadOnly = parameters[.clientInfoReadOnly] == .boolean(true)
        address = parameters[.clientInfoSocketAddress]?.text
        saslUserName = parameters[.clientInfoSASLUserName]?.text
        certificateName = parameters[.clientInfoX509DistinguishedName]?.text
        userID = parameters[.clientInfoUnixUserID]?.count.map { Int(clamping: $0) }
        userName = parameters[.clientInfoUnixUserName]?.text
        groupID = parameters[.clientInfoUnixGroupID]?.count.map { Int(clamping: $0) }
        groupName = parameters[.clientInfoUnixGroupName]?.text
        processID = parameters[.clientInfoUnixProcessID]?.count.map { Int32(clamping: $0) }
        selinuxContext = parameters[.clientInfoSELinuxContext]?.text
    }
}
