internal import CLibvirt

extension ConnectionReference where Mode == ReadWrite {
    /// Opens a connection that may change things.
    ///
    /// Blocks until the daemon has answered; cancelling the task abandons the wait.
    /// - Parameters:
    ///   - uri: Where to, such as `qemu:///system`, or an alias of libvirt's client configuration; `nil` for what
    ///     libvirt's environment and client configuration name, else what libvirt finds on this machine.
    ///   - credentials: Who answers when the other side asks for a name or a password.
    ///   - keepAlive: How to find out that the other side is gone; `nil` for ``KeepAlive/standard`` on connections to
    ///     another host, and none else.
    /// - Returns: The open connection.
    /// - Throws: ``LibvirtError``, most often with code `systemError` (nothing listens), `authFailed` or
    ///   `noConnection`; and what the closure of `credentials` throws.
    ///
    /// libvirt: [`virConnectOpenAuth`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectOpenAuth)
    public static func open(
        _ uri: String? = nil, credentials: ConnectionCredentials = .terminal, keepAlive: KeepAlive? = nil
    ) async throws -> Connection {
        Connection(try await openHandle(uri, credentials, keepAlive, []))
    }

    /// Opens a connection that may change things.
    ///
    /// As the one with the URI in one piece.
    /// - Parameters:
    ///   - uri: Where to.
    ///   - credentials: Who answers when the other side asks for a name or a password.
    ///   - keepAlive: How to find out that the other side is gone; `nil` for ``KeepAlive/standard`` on connections to
    ///     another host, and none else.
    /// - Returns: The open connection.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when a part of the URI cannot be one, and all others.
    ///
    /// libvirt: [`virConnectOpenAuth`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectOpenAuth)
    public static func open(
        _ uri: ConnectionURI, credentials: ConnectionCredentials = .terminal, keepAlive: KeepAlive? = nil
    ) async throws -> Connection {
        let uri = try ConnectionURI(uri.description)
        return Connection(try await openHandle(uri.description, credentials, keepAlive, []))
    }
}

extension ConnectionReference where Mode == ReadOnly {
    /// Opens a connection that libvirt itself holds to looking only.
    ///
    /// - Parameters:
    ///   - uri: Where to, such as `qemu:///system`; `nil` as for ``Connection``.
    ///   - credentials: Who answers when the other side asks for a name or a password.
    ///   - keepAlive: How to find out that the other side is gone, as for ``Connection``.
    /// - Returns: The open connection.
    /// - Throws: ``LibvirtError``, as for ``Connection``.
    ///
    /// libvirt: [`virConnectOpenAuth`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectOpenAuth)
    public static func open(
        _ uri: String? = nil, credentials: ConnectionCredentials = .terminal, keepAlive: KeepAlive? = nil
    ) async throws -> ReadOnlyConnection {
        ReadOnlyConnection(try await openHandle(uri, credentials, keepAlive, .readOnly))
    }

    /// Opens a connection that libvirt itself holds to looking only.
    ///
    /// As the one with the URI in one piece.
    /// - Parameters:
    ///   - uri: Where to.
    ///   - credentials: Who answers when the other side asks for a name or a password.
    ///   - keepAlive: How to find out that the other side is gone, as for ``Connection``.
    /// - Returns: The open connection.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when a part of the URI cannot be one, and all others.
    ///
    /// libvirt: [`virConnectOpenAuth`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectOpenAuth)
    public static func open(
        _ uri: ConnectionURI, credentials: ConnectionCredentials = .terminal, keepAlive: KeepAlive? = nil
    ) async throws -> ReadOnlyConnection {
        let uri = try ConnectionURI(uri.description)
        return ReadOnlyConnection(try await openHandle(uri.description, credentials, keepAlive, .readOnly))
    }
}

private func openHandle(
    _ uri: String?, _ credentials: ConnectionCredentials, _ keepAlive: KeepAlive?, _ options: ConnectionOpenOptions
) async throws -> Handle<ConnectionKind> {
    try await BlockingExecutor.run {
        try EventLoop.start()
        try ClientLibrary.virtualization.claim(for: "virConnectOpenAuth")
        let handle: Handle<ConnectionKind> = try credentials.withUnsafeAuth { auth in
            let pointer = try uri.withCheckedCString { virConnectOpenAuth($0, auth, options.rawValue) }
            return Handle(adopting: try check(pointer, "virConnectOpenAuth", uri.map { "connection '\($0)'" }))
        }
        try handle.withUnsafePointer { try KeepAlive.begin(keepAlive, on: $0) }
        return handle
    }
}
