internal import CLibvirt

extension ConnectionReference where Mode == ReadWrite {
    /// Opens a connection that may change things.
    ///
    /// Blocks until the daemon has answered; cancelling the task abandons the wait.
    /// - Parameter uri: Where to, such as `qemu:///system`; `nil` for what libvirt's environment and client
    ///   configuration name, else what libvirt finds on this machine.
    /// - Returns: The open connection.
    /// - Throws: ``LibvirtError``, most often with code `systemError` (nothing listens), `authFailed` or `noConnection`.
    ///
    /// libvirt: [`virConnectOpenAuth`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectOpenAuth)
    public static func open(_ uri: String? = nil) async throws -> Connection {
        Connection(try await openHandle(uri, flags: 0))
    }
}

extension ConnectionReference where Mode == ReadOnly {
    /// Opens a connection that libvirt itself holds to looking only.
    ///
    /// - Parameter uri: Where to, such as `qemu:///system`; `nil` as for ``Connection``.
    /// - Returns: The open connection.
    /// - Throws: ``LibvirtError``, as for ``Connection``.
    ///
    /// libvirt: [`virConnectOpenAuth`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectOpenAuth)
    public static func open(_ uri: String? = nil) async throws -> ReadOnlyConnection {
        ReadOnlyConnection(try await openHandle(uri, flags: UInt32(VIR_CONNECT_RO.rawValue)))
    }
}

private func openHandle(_ uri: String?, flags: UInt32) async throws -> Handle<ConnectionKind> {
    try await BlockingExecutor.run {
        try EventLoop.start()
        let pointer = try uri.withCheckedCString { virConnectOpenAuth($0, shim_default_auth(), flags) }
        return Handle(adopting: try check(pointer, "virConnectOpenAuth", uri.map { "connection '\($0)'" }))
    }
}
