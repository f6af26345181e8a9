import Libvirt
import Testing
import TestSupport

@Suite("Network events") struct NetworkEventTests {
    @Test func aNetworksLifeArrivesInOrder() async throws {
        try await withTestHost { host in
            let events = try await host.networkEvents(.lifecycle).subscribe()
            let network = try await host.defineNetwork(networkXML("lab"))
            try await network.start()
            try await network.stop()
            try await network.undefine()
            for expected: NetworkLifecycleEventType in [.defined, .started, .stopped, .undefined] {
                let event = try #require(try await events.next())
                #expect(event.change == expected)
                #expect(event.network == network)
            }
        }
    }

    @Test func aSubscriptionToOneNetworkHearsNothingOfOthers() async throws {
        try await withTestHost { host in
            let lab = try await host.defineNetwork(networkXML("lab"))
            let events = try await host.networkEvents(.lifecycle, of: lab).subscribe()
            let other = networkXML("other").replacing("n-br1", with: "n-br2")
            try await host.createTransientNetwork(other).stop()
            try await lab.start()
            let event = try await events.next()
            #expect(event?.change == .started)
            #expect(event?.network.name == "lab")
        }
    }

    @Test func closingEndsSubscriptionsAndLeavesNothingBehind() async throws {
        try await withTemporaryFolder { folder in
            let host = try await Connection.open(try testHostURI(in: folder, domains: []))
            let events = try await host.networkEvents(.lifecycle).subscribe()
            #expect(host.subscriptionCount == 1)
            #expect(await host.close() == 0)
            #expect(try await events.next() == nil)
        }
    }

    @Test func anAbandonedSubscriptionIsTakenBack() async throws {
        try await withTestHost { host in
            do { _ = try await host.networkEvents(.lifecycle).subscribe() }
            #expect(await eventually { host.subscriptionCount == 0 })
        }
    }
}
