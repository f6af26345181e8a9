import Libvirt
import Testing
import TestSupport

@Suite("Domain lifecycle") struct DomainLifecycleTests {
    @Test func startingARunningDomainIsRefused() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let error = await #expect(throws: LibvirtError.self) { try await web.start() }
            // The test driver's own code; QEMU's is operationInvalid.
            #expect(error?.code == .internalError)
            #expect(error?.message.contains("already running") == true)
            #expect(error?.call == "virDomainCreate")
            #expect(error?.subject == "domain 'web'")
        }
    }

    @Test func aDomainGoesThroughItsWholeLife() async throws {
        try await withTestHost { host in
            let web = try await host.define(TestDomain.shutOff("web").definition)
            #expect(try await web.state().state == .shutOff)
            try await web.start()
            #expect(try await web.state() == DomainCondition(state: .running, reason: .running(.booted)))
            try await web.suspend()
            #expect(try await web.state().state == .paused)
            try await web.resume()
            #expect(try await web.state().state == .running)
            try await web.forceOff()
            #expect(try await web.state().state == .shutOff)
            try await web.undefine()
            let error = await #expect(throws: LibvirtError.self) { _ = try await host.domain(named: "web") }
            #expect(error?.code == .noDomain)
        }
    }

    @Test func requestedShutdownAndRebootReachTheDomain() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            try await web.reboot()
            #expect(try await web.isActive)
            try await web.requestShutdown()
            #expect(try await web.state() == DomainCondition(state: .shutOff, reason: .shutOff(.shutdown)))
        }
    }

    @Test func aTransientDomainIsGoneWhenItStops() async throws {
        try await withTestHost { host in
            let guest = try await host.createTransient(TestDomain.running("brief").definition)
            #expect(try await guest.isPersistent == false)
            try await guest.forceOff()
            #expect(try await host.domains().isEmpty)
        }
    }

    @Test func definingTwiceKeepsTheUUID() async throws {
        try await withTestHost { host in
            let first = try await host.define(TestDomain.shutOff("web").definition)
            let second = try await host.define(try await first.xml())
            #expect(first.uuid == second.uuid)
            #expect(first == second)
        }
    }

    @Test func autostartIsSetAndRead() async throws {
        try await withTestHost(domains: [.shutOff("web")]) { host in
            let web = try await host.domain(named: "web")
            try await web.setAutostart(true)
            #expect(try await web.isAutostarted)
            try await web.setAutostart(false)
            #expect(try await web.isAutostarted == false)
        }
    }

    @Test func waitingForADomainThatIsOffEndsAtOnce() async throws {
        try await withTestHost(domains: [.shutOff("web")]) { host in
            try await host.domain(named: "web").waitUntilOff(within: .seconds(60))
        }
    }

    @Test func waitingSeesADomainThatStopsMeanwhile() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            async let wait: Void = web.waitUntilOff(within: .seconds(60))
            try await web.forceOff()
            try await wait
            #expect(try await web.state().state == .shutOff)
        }
    }

    @Test func waitingGivesUpAtItsDeadline() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let error = await #expect(throws: LibvirtError.self) {
                try await web.waitUntilOff(within: .milliseconds(50))
            }
            #expect(error?.code == .operationTimeout)
        }
    }
}
