internal import CLibvirt

/// A connection to the administration of a daemon: its servers, its clients, its logging.
///
/// The daemon lets only its own user in, which for system daemons is root. One process can use either these connections
/// or ``Connection``: libvirt's two libraries do not work side by side.
///
/// ```swift
/// let daemon = try await AdminConnection.open("libvirtd:///system")
/// for client in try await daemon.server(named: "libvirtd").clients() { print(client.id, client.transport) }
/// await daemon.close()
/// ```
public struct AdminConnection: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<AdminConnectionKind>
    let closing: AdminClosing

    /// Opens a connection to a daemon's administration.
    ///
    /// Blocks until the daemon has answered; cancelling the task abandons the wait.
    /// - Parameter uri: The daemon, such as `libvirtd:///system`, `virtqemud:///session` or
    ///   `virtlogd:///system?socket=/path`; `nil` for what libvirt's environment and client configuration name, else
    ///   libvirtd.
    /// - Returns: The open connection.
    /// - Throws: ``LibvirtError`` with code `operationUnsupported` where the process has opened a ``Connection``, also one
    ///   that failed; `systemError` where no daemon listens, `authFailed` or `operationDenied` for
    ///   another user than the daemon's, `internalError` where the daemon hangs up.
    ///
    /// libvirt: [`virAdmConnectOpen`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmConnectOpen)
    public static func open(_ uri: String? = nil) async throws -> AdminConnection {
        try await BlockingExecutor.run {
            try EventLoop.start()
            // A text that libvirt never sees must not decide which library the process uses.
            try uri.withCheckedCString { _ in }
            try ClientLibrary.administration.claim(for: "virAdmConnectOpen")
            // By itself the first call that opens would take back that errors are not printed.
            try check(virAdmInitialize(), "virAdmInitialize")
            let pointer = try uri.withCheckedCString { virAdmConnectOpen($0, 0) }
            let handle = Handle<AdminConnectionKind>(
                adopting: try check(pointer, "virAdmConnectOpen", uri.map { "administration '\($0)'" }))
            return AdminConnection(handle: handle, closing: AdminClosing(connection: handle))
        }
    }

    /// Closes the connection.
    ///
    /// Calls that are still inside end first; later ones throw. Closing twice does nothing.
    ///
    /// - Returns: How many references to the connection are left: 0 when it is really gone, more while servers and
    ///   clients that came through it are alive.
    ///
    /// libvirt: [`virAdmConnectClose`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmConnectClose)
    @discardableResult
    public func close() async -> Int {
        let (handle, closing) = (handle, closing)
        let left = try? await BlockingExecutor.run {
            closing.end(.client)
            return handle.close()
        }
        return Int((left ?? nil) ?? 0)
    }

    /// Waits until the connection has ended, and answers why.
    ///
    /// Returns at once when it has ended already. Cancelling the task ends the wait.
    /// - Returns: The reason: ``ConnectionCloseReason/client`` after ``close()``.
    /// - Throws: `CancellationError` when the task was cancelled.
    ///
    /// libvirt: [`virAdmConnectRegisterCloseCallback`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmConnectRegisterCloseCallback)
    public func waitUntilClosed() async throws -> ConnectionCloseReason { try await closing.wait() }
}

extension Version {
    /// The version of libvirt's administration library in this process.
    ///
    /// libvirt: [`virAdmGetVersion`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmGetVersion)
    public static var libvirtAdminClient: Version {
        var packed: UInt64 = 0
        virAdmGetVersion(&packed)
        return Version(packed: packed)
    }
}
