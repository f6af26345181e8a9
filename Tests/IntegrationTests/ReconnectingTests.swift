import Libvirt
import Testing
import TestSupport

@Suite("A daemon that goes away") struct ReconnectingTests {
    @Test func eventsGoOnWhenTheDaemonIsBack() async throws {
        try await PrivateLibvirtd.with { daemon in
            let keeper = Connection.reconnecting(daemon.uri, backOff: BackOff(first: .milliseconds(20)))
            var events = try await keeper.domainEvents(.lifecycle).subscribe()
            try await keeper.connection().domain(named: "test").suspend()
            guard case .event(let event) = try await events.next() else { throw Unexpected() }
            #expect(event.kind == .suspended(.paused))

            for _ in 0..<3 {
                try await daemon.kill()
                async let restart: Void = daemon.start()
                guard case .reconnected = try await events.next() else { throw Unexpected() }
                try await restart
                // The new daemon's world is a new one; only the subscription has been carried over.
                try await keeper.connection().domain(named: "test").forceOff()
                guard case .event(let event) = try await events.next() else { throw Unexpected() }
                #expect(event.kind == .stopped(.forcedOff))
            }
            await keeper.close()
            guard try await events.next() == nil else { throw Unexpected() }
        }
    }

    @Test func theEndOfTheDaemonIsTold() async throws {
        try await PrivateLibvirtd.with { daemon in
            let host = try await Connection.open(daemon.uri)
            let closures = try await host.closeEvents.subscribe()
            let events = try await host.domainEvents(.reboot).subscribe()
            try await daemon.kill()
            #expect(try await closures.next()?.reason == .eof)
            #expect(try await closures.next() == nil)
            let error = await #expect(throws: LibvirtError.self) { try await events.next() }
            #expect(error?.code == .noConnection)
            #expect(try await !host.isAlive)
            #expect(await host.close() == 0)
        }
    }

    private struct Unexpected: Error {}
}
