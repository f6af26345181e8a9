internal import CLibvirt
internal import Glibc

extension AdminConnection {
    /// Where the connection leads, as libvirt completed it.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virAdmConnectGetURI`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmConnectGetURI)
    public var uri: String {
        get async throws { try await handle.string("virAdmConnectGetURI") { virAdmConnectGetURI($0) } }
    }

    /// Whether the daemon is still there.
    ///
    /// libvirt: [`virAdmConnectIsAlive`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmConnectIsAlive)
    public var isAlive: Bool {
        get async throws { try await handle.status("virAdmConnectIsAlive") { virAdmConnectIsAlive($0) } == 1 }
    }

    /// The version of libvirt that the daemon runs.
    ///
    /// libvirt: [`virAdmConnectGetLibVersion`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmConnectGetLibVersion)
    public var libvirtVersion: Version {
        get async throws {
            try await handle.call { pointer in
                var packed: UInt64 = 0
                try check(virAdmConnectGetLibVersion(pointer, &packed), "virAdmConnectGetLibVersion", "administration")
                return Version(packed: packed)
            }
        }
    }

    /// The servers inside the daemon: one for its own clients, and `admin` for this kind of connection.
    ///
    /// libvirt: [`virAdmConnectListServers`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmConnectListServers)
    public func servers() async throws -> [AdminServer] {
        try await handle.list("virAdmConnectListServers") {
            virAdmConnectListServers($0, $1, 0)
        } as: {
            AdminServer(handle: $0)
        }
    }

    /// The server of that name inside the daemon, such as `libvirtd` or `admin`.
    ///
    /// - Throws: ``LibvirtError`` with code `noServer` when there is none.
    ///
    /// libvirt: [`virAdmConnectLookupServer`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmConnectLookupServer)
    public func server(named name: String) async throws -> AdminServer {
        try await handle.call { connection in
            let server = try name.withCheckedCString { virAdmConnectLookupServer(connection, $0, 0) }
            return AdminServer(
                handle: Handle(adopting: try check(server, "virAdmConnectLookupServer", "server '\(name)'")))
        }
    }

    /// Has the daemon end by itself when it has had neither clients nor work for that long.
    ///
    /// - Parameter timeout: How long, in whole seconds; `nil` for never.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for less than a second.
    ///
    /// libvirt: [`virAdmConnectSetDaemonTimeout`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmConnectSetDaemonTimeout)
    public func setDaemonTimeout(_ timeout: Duration?) async throws {
        let seconds = UInt32(exactly: timeout?.components.seconds ?? 0)
        guard let seconds, timeout == nil || seconds > 0 else {
            throw LibvirtError(
                code: .invalidArgument, message: "the daemon cannot wait that long or that short",
                hint: "name at least a second, or nil for ever")
        }
        try await handle.status("virAdmConnectSetDaemonTimeout") { virAdmConnectSetDaemonTimeout($0, seconds, 0) }
    }
}

extension AdminConnection {
    /// Which messages the daemon logs, by their source, such as `1:qemu.qemu_monitor`.
    ///
    /// libvirt: [`virAdmConnectGetLoggingFilters`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmConnectGetLoggingFilters)
    public func loggingFilters() async throws -> [String] {
        try await words("virAdmConnectGetLoggingFilters") { virAdmConnectGetLoggingFilters($0, $1, 0) }
    }

    /// Where the daemon's log goes, such as `3:file:/var/log/libvirt/libvirtd.log`.
    ///
    /// libvirt: [`virAdmConnectGetLoggingOutputs`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmConnectGetLoggingOutputs)
    public func loggingOutputs() async throws -> [String] {
        try await words("virAdmConnectGetLoggingOutputs") { virAdmConnectGetLoggingOutputs($0, $1, 0) }
    }

    /// Changes which messages the daemon logs, until it is started anew.
    ///
    /// - Parameter filters: All filters, each a level and a source such as `1:qemu.qemu_monitor`; none removes all.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for what is no filter; nothing is changed then.
    ///
    /// libvirt: [`virAdmConnectSetLoggingFilters`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmConnectSetLoggingFilters)
    public func setLoggingFilters(_ filters: [String]) async throws {
        let text = try joined(filters)
        try await handle.status("virAdmConnectSetLoggingFilters") { connection in
            try text.withCheckedCString { virAdmConnectSetLoggingFilters(connection, $0, 0) }
        }
    }

    /// Changes where the daemon's log goes, until it is started anew.
    ///
    /// - Parameter outputs: All outputs, each a level, a kind and a place such as `1:file:/tmp/log`; none brings back
    ///   the daemon's own.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for what is no output; nothing is changed then.
    ///
    /// libvirt: [`virAdmConnectSetLoggingOutputs`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmConnectSetLoggingOutputs)
    public func setLoggingOutputs(_ outputs: [String]) async throws {
        let text = try joined(outputs)
        try await handle.status("virAdmConnectSetLoggingOutputs") { connection in
            try text.withCheckedCString { virAdmConnectSetLoggingOutputs(connection, $0, 0) }
        }
    }

    private func words(
        _ name: StaticString,
        _ body: @escaping @Sendable (OpaquePointer, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32
    ) async throws -> [String] {
        try await handle.call { connection in
            var text: UnsafeMutablePointer<CChar>?
            defer { free(text) }
            try check(body(connection, &text), name, AdminConnectionKind.describe(connection))
            return String(borrowing: text).split(separator: " ").map(String.init)
        }
    }

    /// libvirt parts at blanks and knows no way to quote one.
    private func joined(_ words: [String]) throws -> String {
        if let word = words.first(where: { $0.isEmpty || $0.contains(" ") }) {
            throw LibvirtError(
                code: .invalidArgument, message: "'\(word)' is empty or has a blank inside",
                hint: "give one filter or output per element")
        }
        return words.joined(separator: " ")
    }
}
