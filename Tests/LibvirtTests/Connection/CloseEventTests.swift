import Testing
import TestSupport

@testable import Libvirt

@Suite("Close events") struct CloseEventTests {
    @Test func closingEndsTheSequenceWithoutAnElement() async throws {
        try await withTemporaryFolder { folder in
            let host = try await Connection.open(try testHostURI(in: folder, domains: []))
            let closures = try await host.closeEvents.subscribe()
            #expect(host.subscriptionCount == 1)
            #expect(await host.close() == 0)
            #expect(try await closures.next() == nil)
        }
    }

    @Test func aBrokenConnectionTellsWhyAndEndsTheOthersWithAnError() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let closures = try await host.closeEvents.subscribe()
            let events = try await host.domainEvents(.lifecycle).subscribe()
            try onForeignThread { host.registrations.broke(.keepalive) }
            #expect(try await closures.next()?.reason == .keepalive)
            #expect(try await closures.next() == nil)
            let error = await #expect(throws: LibvirtError.self) { try await events.next() }
            #expect(error?.code == .noConnection)
            #expect(error?.hint != nil)
        }
    }

    @Test func whoComesAfterTheEndHearsOfIt() async throws {
        try await withTestHost { host in
            // Asks libvirt to tell of the end.
            _ = try await host.domainEvents(.lifecycle).subscribe()
            host.registrations.broke(.eof)
            let closures = try await host.closeEvents.subscribe()
            #expect(try await closures.next()?.reason == .eof)
            #expect(try await closures.next() == nil)
            let late = try await host.domainEvents(.reboot).subscribe()
            let error = await #expect(throws: LibvirtError.self) { try await late.next() }
            #expect(error?.code == .noConnection)
        }
    }

    @Test func aClosedConnectionHasNoCloseEvents() async throws {
        try await withTestHost { host in
            await host.close()
            let error = await #expect(throws: LibvirtError.self) { try await host.closeEvents.subscribe() }
            #expect(error?.code == .invalidConnection)
        }
    }

    @Test func theWatchGoesWithAConnectionThatNobodyClosed() async throws {
        weak var registrations: Registrations?
        try await withTemporaryFolder { folder in
            let host = try await Connection.open(try testHostURI(in: folder, domains: []))
            do { _ = try await host.closeEvents.subscribe() }
            registrations = host.registrations
        }
        #expect(await eventually { registrations == nil })
    }
}
