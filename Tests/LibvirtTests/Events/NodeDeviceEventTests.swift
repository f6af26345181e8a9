@testable import Libvirt
import Testing

@Suite("Node device events") struct NodeDeviceEventTests {
    @Test func aVirtualAdaptersLifeArrivesInOrder() async throws {
        try await withDeviceHost { host in
            let events = try await host.nodeDeviceEvents(.lifecycle).subscribe()
            let adapter = try await host.createTransientNodeDevice(virtualAdapter)
            try await adapter.stop()
            let created = try await events.next()
            #expect(created?.change == .created)
            #expect(created?.nodeDevice == adapter)
            #expect(try await events.next()?.change == .deleted)
        }
    }

    @Test func updatesAreASubscriptionOfTheirOwn() async throws {
        try await withDeviceHost { host in
            let adapter = try await host.nodeDevice(named: "scsi_host1")
            let updates = try await host.nodeDeviceEvents(.updated, of: adapter).subscribe()
            let lives = try await host.nodeDeviceEvents(.lifecycle).subscribe()
            #expect(host.subscriptionCount == 2)
            // A life begins and ends, which is no update.
            try await host.createTransientNodeDevice(virtualAdapter).stop()
            #expect(try await lives.next()?.change == .created)
            await host.close()
            #expect(try await updates.next() == nil)
        }
    }

    /// Needs udev to come from a real host; here the callback is called as libvirt's event loop calls it.
    @Test func anUpdateNamesItsDevice() async throws {
        try await withDeviceHost { host in
            let adapter = try await host.nodeDevice(named: "scsi_host1")
            typealias Payload = Registrations.ObjectPayload<NodeDeviceKind, Void>
            let (names, continuation) = AsyncStream<String>.makeStream()
            let hub = EventHub<Payload>()
            let receiver = EventReceiver<Payload> {
                continuation.yield(NodeDevice($0.object, adapter.registrations).name)
            } finish: { _ in
            }
            _ = hub.add(receiver)
            let callback = NodeDeviceEventKind.updated.callback
            try await adapter.handle.call { device in
                callback.pointer(nil, device, Unmanaged.passUnretained(hub).toOpaque())
            }
            var iterator = names.makeAsyncIterator()
            #expect(await iterator.next() == "scsi_host1")
        }
    }
}
