import CLibvirt
import Glibc
import Synchronization
import TestSupport

@testable import Libvirt

/// Runs `body` on a thread that Swift knows nothing of, as libvirt's event loop is one, and waits for it.
func onForeignThread(_ body: () throws -> Void) throws {
    var outcome = Result<Void, any Error>.success(())
    withoutActuallyEscaping({ outcome = Result { try body() } }) { body in
        var thread = pthread_t()
        pthread_create(&thread, nil, runBody, Unmanaged.passRetained(Body(body)).toOpaque())
        pthread_join(thread, nil)
    }
    try outcome.get()
}

private final class Body {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
}

private func runBody(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
    return nil
}

/// What a subscriber gets when libvirt's event loop calls the callback of `kind` for the domain `web`.
///
/// - Parameters:
///   - kind: The kind of event.
///   - type: The type to which libvirt casts the callback for that kind.
///   - call: Calls it as libvirt does, with a domain and the opaque pointer.
/// - Returns: What was delivered; `nil` unless it was just one event, and of that domain.
/// - Throws: `LibvirtError` when the test host could not be opened.
func delivered<Change: Sendable, Callback>(
    by kind: DomainEventKind<Change>, as type: Callback.Type,
    _ call: (Callback, OpaquePointer, UnsafeMutableRawPointer) throws -> Void
) async throws -> Change? {
    try await withTestHost(domains: [.shutOff("web")]) { host in
        let received = Received<Change>()
        let hub = EventHub<DomainEventKind<Change>.Payload>()
        _ = hub.add(
            EventReceiver {
                received.append($0)
            } finish: { _ in
            })
        let domain = try await host.domain(named: "web")
        try domain.handle.withUnsafePointer { pointer in
            try onForeignThread {
                try call(
                    unsafeBitCast(kind.callback.pointer, to: Callback.self), pointer,
                    Unmanaged.passUnretained(hub).toOpaque())
            }
        }
        let payloads = received.payloads
        guard payloads.count == 1, let payload = payloads.first,
            DomainReference<ReadWrite>(payload.domain, host.registrations).name == "web"
        else { return nil }
        return payload.change
    }
}

private final class Received<Change: Sendable>: Sendable {
    private let state = Mutex<[DomainEventKind<Change>.Payload]>([])

    var payloads: [DomainEventKind<Change>.Payload] { state.withLock { $0 } }

    func append(_ payload: DomainEventKind<Change>.Payload) { state.withLock { $0.append(payload) } }
}
