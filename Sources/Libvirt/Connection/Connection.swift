internal import CLibvirt

/// A connection to a hypervisor that may change things.
///
/// ```swift
/// let host = try await Connection.open("qemu:///system")
/// for domain in try await host.domains() { print(domain.name) }
/// await host.close()
/// ```
public typealias Connection = ConnectionReference<ReadWrite>

/// A connection to a hypervisor that only looks: no call that changes anything can be compiled on it.
public typealias ReadOnlyConnection = ConnectionReference<ReadOnly>

/// A connection to a hypervisor: see ``Connection`` and ``ReadOnlyConnection``.
///
/// It is safe from any task and any number of them at once; libvirt sends their calls side by side.
public struct ConnectionReference<Mode: Access>: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<ConnectionKind>
    let registrations: Registrations

    init(_ handle: Handle<ConnectionKind>, _ registrations: Registrations) {
        self.handle = handle
        self.registrations = registrations
    }

    init(_ handle: Handle<ConnectionKind>) { self.init(handle, Registrations(connection: handle)) }

    /// The same connection as seen by somebody who may only look.
    public var readOnly: ReadOnlyConnection { ReadOnlyConnection(handle, registrations) }

    /// How many event subscriptions libvirt serves on this connection now.
    public var subscriptionCount: Int { registrations.count }

    /// Ends all event subscriptions and closes the connection.
    ///
    /// Calls that are still inside end first; later ones throw. Closing twice does nothing.
    ///
    /// - Returns: How many references to the connection are left: 0 when it is really gone, more while objects that
    ///   came through it are alive.
    ///
    /// libvirt: [`virConnectClose`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectClose)
    @discardableResult
    public func close() async -> Int {
        await registrations.removeAll()
        let handle = handle
        let left = try? await BlockingExecutor.run { handle.close() }
        return Int((left ?? nil) ?? 0)
    }
}
