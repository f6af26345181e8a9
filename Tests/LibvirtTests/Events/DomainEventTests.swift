import Libvirt
import Testing
import TestSupport

@Suite("Domain events") struct DomainEventTests {
    @Test func eventsArriveInOrder() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let events = try await host.domainEvents(.lifecycle).subscribe()
            let web = try await host.domain(named: "web")
            for _ in 0..<50 {
                try await web.suspend()
                try await web.resume()
            }
            for _ in 0..<50 {
                #expect(try await events.next()?.kind == .suspended(.paused))
                #expect(try await events.next()?.kind == .resumed(.unpaused))
            }
        }
    }

    @Test func anEventNamesItsDomain() async throws {
        try await withTestHost(domains: [.running("a"), .running("b")]) { host in
            let events = try await host.domainEvents(.lifecycle).subscribe()
            try await host.domain(named: "b").forceOff()
            let event = try await events.next()
            #expect(event?.domain.name == "b")
            #expect(event?.kind == .stopped(.forcedOff))
        }
    }

    @Test func aSubscriptionToOneDomainHearsNothingOfOthers() async throws {
        try await withTestHost(domains: [.running("a"), .running("b")]) { host in
            let b = try await host.domain(named: "b")
            let events = try await host.domainEvents(.lifecycle, of: b).subscribe()
            try await host.domain(named: "a").forceOff()
            try await b.suspend()
            #expect(try await events.next()?.kind == .suspended(.paused))
        }
    }

    @Test func aFullBufferDropsTheOldestAndSaysHowMany() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let events = try await host.domainEvents(.lifecycle, buffer: 4).subscribe()
            let witness = try await host.domainEvents(.lifecycle).subscribe()
            let web = try await host.domain(named: "web")
            for _ in 0..<10 {
                try await web.suspend()
                try await web.resume()
            }
            for _ in 0..<20 { _ = try await witness.next() }
            // The witness may be served first: one more event, seen by it, is behind all the others.
            let other = try await host.domainEvents(.lifecycle, of: web).subscribe()
            try await web.suspend()
            _ = try await other.next()
            #expect(try await events.next()?.missed ?? 0 >= 16)
            #expect(try await events.next()?.missed == 0)
        }
    }

    @Test func twoSubscribersToTheSameEventsBothGetThem() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let first = try await host.domainEvents(.lifecycle).subscribe()
            let second = try await host.domainEvents(.lifecycle).subscribe()
            #expect(host.subscriptionCount == 2)
            try await host.domain(named: "web").forceOff()
            #expect(try await first.next()?.kind == .stopped(.forcedOff))
            #expect(try await second.next()?.kind == .stopped(.forcedOff))
        }
    }

    @Test func closingEndsSubscriptionsAndLeavesNothingBehind() async throws {
        try await withTemporaryFolder { folder in
            let host = try await Connection.open(try testHostURI(in: folder, domains: [.running("web")]))
            let events = try await host.domainEvents(.lifecycle).subscribe()
            #expect(await host.close() == 0)
            #expect(try await events.next() == nil)
        }
    }

    @Test func cancellingTheReaderEndsIt() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let sequence = host.domainEvents(.lifecycle)
            let reader = Task { for try await _ in sequence {} }
            try await Task.sleep(for: .milliseconds(50))
            reader.cancel()
            try await reader.value
        }
    }

    @Test func anAbandonedSubscriptionIsTakenBack() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            do { _ = try await host.domainEvents(.lifecycle).subscribe() }
            #expect(await eventually { host.subscriptionCount == 0 })
        }
    }
}
