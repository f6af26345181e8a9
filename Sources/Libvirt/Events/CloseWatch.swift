internal import CLibvirt
internal import Synchronization

/// What libvirt's close callback of one connection points at.
///
/// libvirt is given no free callback: drivers that have nothing to tell accept the registration and drop it, and would
/// never free what came with it. libvirt's reference is given back when the callback has run, which it does at most
/// once, or has been taken back.
final class CloseWatch: Sendable {
    private struct State {
        /// Held strongly, the registrations would keep their own connection open.
        weak var registrations: Registrations?
        var isLent = false
    }

    private let state: Mutex<State>

    init(_ registrations: Registrations) { state = Mutex(State(registrations: registrations)) }

    func begin(on connection: OpaquePointer) throws(LibvirtError) {
        state.withLock { $0.isLent = true }
        let opaque = Lent.handOut(self)
        do throws(LibvirtError) {
            try check(
                virConnectRegisterCloseCallback(connection, connectionWasClosed, opaque, nil),
                "virConnectRegisterCloseCallback", ConnectionKind.describe(connection))
        } catch {
            giveBack()
            throw error
        }
    }

    /// Takes the callback back; may wait for the daemon.
    ///
    /// Where libvirt refuses, the callback has run already or still will.
    func end(of connection: Handle<ConnectionKind>) {
        let result = try? connection.withUnsafePointer { virConnectUnregisterCloseCallback($0, connectionWasClosed) }
        if result == 0 { giveBack() }
    }

    fileprivate func connectionEnded(_ reason: ConnectionCloseReason) {
        state.withLock { $0.registrations }?.broke(reason)
        giveBack()
    }

    /// The daemon may go while it is asked to take the callback back, so that both sides come here.
    private func giveBack() {
        let isLent = state.withLock { state in
            defer { state.isLent = false }
            return state.isLent
        }
        if isLent { giveBackLent(Unmanaged.passUnretained(self).toOpaque()) }
    }
}

private func connectionWasClosed(_: virConnectPtr?, reason: Int32, opaque: UnsafeMutableRawPointer?) {
    guard let opaque else { return }
    Unmanaged<CloseWatch>.fromOpaque(opaque).takeUnretainedValue().connectionEnded(
        ConnectionCloseReason(rawValue: reason))
}
