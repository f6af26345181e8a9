import CLibvirt
import Synchronization
import Testing
import TestSupport

@testable import Libvirt

/// What goes wrong between a callback and the thread that libvirt calls it on.
@Suite("Hazards: callbacks") struct CallbackHazardTests {
    @Test func aCallbackMayTakeItselfBack() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let once = Once()
            let registrations = host.registrations
            let receiver = EventReceiver<DomainEventKind<DomainLifecycle>.Payload> { _ in
                // On libvirt's event loop, in the middle of its delivery.
                once.heard(registrations)
            } finish: { _ in
            }
            let place = try await registrations.addLifecycle(receiver)
            once.place.withLock { $0 = place }
            let others = try await host.domainEvents(.lifecycle, of: web).subscribe()
            try await web.suspend()
            #expect(await eventually { host.subscriptionCount == 1 })
            try await web.resume()
            #expect(try await others.next()?.kind == .suspended(.paused))
            #expect(try await others.next()?.kind == .resumed(.unpaused))
            #expect(once.count.withLock { $0 } == 1)
        }
    }

    /// Takes its registration back as soon as it hears of something.
    private final class Once: Sendable {
        let place = Mutex<Registrations.Place?>(nil)
        let count = Mutex(0)

        func heard(_ registrations: Registrations) {
            count.withLock { $0 += 1 }
            place.withLock { $0.take() }.map(registrations.remove)
        }
    }

    @Test func theLastReferenceMayGoInsideTheCallback() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let held = Held(try await host.domainEvents(.reboot).subscribe())
            let receiver = EventReceiver<DomainEventKind<DomainLifecycle>.Payload> { _ in
                held.subscription.withLock { $0 = nil }
            } finish: { _ in
            }
            _ = try await host.registrations.addLifecycle(receiver)
            #expect(host.subscriptionCount == 2)
            try await host.domain(named: "web").suspend()
            #expect(await eventually { host.subscriptionCount == 1 })
        }
    }

    private final class Held: Sendable {
        let subscription: Mutex<EventSubscription<DomainEvent<ReadWrite, DomainOccurrence>>?>
        init(_ subscription: EventSubscription<DomainEvent<ReadWrite, DomainOccurrence>>) {
            self.subscription = Mutex(subscription)
        }
    }

    @Test func aStreamMayGoBeforeItsCallback() async throws {
        weak var kept: StreamPump?
        try await withTemporaryFolder { folder in
            let host = try await Connection.open(try testHostURI(in: folder, domains: [.running("web")]))
            do {
                // The one stream of the test driver that has callbacks: a picture, read as it comes.
                let domain = try await host.domain(named: "web").handle
                let connection = host.handle
                let stream: Handle<StreamKind> = try await domain.call { domain in
                    let flags = UInt32(VIR_STREAM_NONBLOCK.rawValue)
                    let stream: Handle<StreamKind> = try connection.withUnsafePointer {
                        Handle(adopting: try check(virStreamNew($0, flags), "virStreamNew"))
                    }
                    _ = try stream.withUnsafePointer {
                        String(adopting: try check(virDomainScreenshot(domain, $0, 0, 0), "virDomainScreenshot"))
                    }
                    return stream
                }
                let pump = StreamPump(stream)
                kept = pump
                try await BlockingExecutor.run { try pump.start() }
                #expect(try await pump.next()?.isEmpty == false)
                // Most of the picture is still to come: the callback may just be running.
                await withTaskGroup { group in
                    for _ in 0..<2 { group.addTask { _ = try? await BlockingExecutor.run { pump.stop() } } }
                }
            }
            #expect(await eventually { kept == nil })
            #expect(await host.close() == 0)
        }
    }

    @Test func aNumberWhoseObjectIsGoneFindsNothing() {
        let table = CallbackTable<StreamSender>()
        #expect(table[nil] == nil)
        #expect(table[UnsafeMutableRawPointer(bitPattern: 7)] == nil)
        table.remove(7)
    }
}

extension Registrations {
    fileprivate func addLifecycle(
        _ receiver: EventReceiver<DomainEventKind<DomainLifecycle>.Payload>
    ) async throws -> Place {
        let kind = DomainEventKind.lifecycle
        let key = Key(family: .domain, event: kind.id, subject: "")
        return try await add(key, "virConnectDomainEventRegisterAny", receiver) { connection, opaque in
            virConnectDomainEventRegisterAny(
                connection, nil, kind.id, kind.callback.pointer, opaque, giveBackLent)
        }
    }
}
