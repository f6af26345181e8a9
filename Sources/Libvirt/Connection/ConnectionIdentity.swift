internal import CLibvirt

/// Whom a connection acts for, where that is not the user of this process.
///
/// ```swift
/// try await host.actAs(ConnectionIdentity(userName: "mary", userID: 1004))
/// ```
public struct ConnectionIdentity: Hashable, Sendable {
    /// The user's name.
    public var userName: String?
    /// The user's number.
    public var userID: UInt64?
    /// The group's name.
    public var groupName: String?
    /// The group's number.
    public var groupID: UInt64?
    /// The process.
    public var processID: Int64?
    /// When the process was started, in the kernel's own clock ticks.
    public var processStartTime: UInt64?
    /// The user's name in SASL.
    public var saslUserName: String?
    /// The name in the user's TLS certificate.
    public var certificateName: String?
    /// The SELinux context.
    public var selinuxContext: String?

    /// An identity; what is left out stays unsaid.
    public init(
        userName: String? = nil, userID: UInt64? = nil, groupName: String? = nil, groupID: UInt64? = nil,
        processID: Int64? = nil, processStartTime: UInt64? = nil, saslUserName: String? = nil,
        certificateName: String? = nil, selinuxContext: String? = nil
    ) {
        self.userName = userName
        self.userID = userID
        self.groupName = groupName
        self.groupID = groupID
        self.processID = processID
        self.processStartTime = processStartTime
        self.saslUserName = saslUserName
        self.certificateName = certificateName
        self.selinuxContext = selinuxContext
    }

    var parameters: TypedParameters {
        var parameters: TypedParameters = [:]
        parameters[.identityUserName] = userName.map(TypedValue.string)
        parameters[.identityUnixUserID] = userID.map(TypedValue.unsignedLong)
        parameters[.identityGroupName] = groupName.map(TypedValue.string)
        parameters[.identityUnixGroupID] = groupID.map(TypedValue.unsignedLong)
        parameters[.identityProcessID] = processID.map(TypedValue.long)
        parameters[.identityProcessTime] = processStartTime.map(TypedValue.unsignedLong)
        parameters[.identitySASLUserName] = saslUserName.map(TypedValue.string)
        parameters[.identityX509DistinguishedName] = certificateName.map(TypedValue.string)
        parameters[.identitySELinuxContext] = selinuxContext.map(TypedValue.string)
        return parameters
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Has the daemon judge the connection's later calls by what that user may do.
    ///
    /// For servers that act for their own users. The daemon takes it only from a client that it trusts, which is one
    /// of its own user.
    /// - Parameter identity: Whom to act for.
    /// - Throws: ``LibvirtError`` with code `accessDenied` or `operationDenied` where the daemon does not trust this
    ///   process, `noSupport` where there is no daemon to judge.
    ///
    /// libvirt: [`virConnectSetIdentity`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectSetIdentity)
    public func actAs(_ identity: ConnectionIdentity) async throws {
        try await handle.status("virConnectSetIdentity") { connection in
            try identity.parameters.withUnsafeParameters { virConnectSetIdentity(connection, $0, $1, 0) }
        }
    }
}
