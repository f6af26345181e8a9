import Foundation
import Libvirt
import Testing
import TestSupport

@Suite("QEMU's monitor", .serialized) struct QEMUMonitorTests {
    /// A guest without disks, in emulation, that stands at its first instruction.
    private func withGuest<Result>(_ name: String, _ body: (Connection, Domain) async throws -> Result) async throws
        -> Result
    {
        try await RealGuests.withGuests(name) { host in
            let guest = try await host.createTransient(
                """
                <domain type='qemu'><name>\(name)</name><memory unit='MiB'>16</memory><vcpu>1</vcpu>
                <os><type arch='x86_64' machine='pc'>hvm</type></os></domain>
                """, .paused)
            return try await body(host, guest)
        }
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func commandsReachQEMU() async throws {
        try await withGuest("c-monitor") { _, guest in
            let answer = try json(try await guest.qemuMonitorCommand(#"{"execute":"query-status"}"#))
            #expect((answer["return"] as? [String: Any])?["running"] as? Bool == false)
            #expect(try await guest.qemuMonitorCommand("info status", .hmp).contains("paused"))
            // QEMU's own refusals are answers.
            #expect(try json(try await guest.qemuMonitorCommand(#"{"execute":"nonsense"}"#))["error"] != nil)
            let error = await #expect(throws: LibvirtError.self) { _ = try await guest.qemuMonitorCommand("{") }
            #expect(error?.call == "virDomainQemuMonitorCommand")
            #expect(error?.subject == "domain 'c-monitor'")
        }
    }

    @Test func filesReachQEMU() async throws {
        try await withGuest("c-files") { _, guest in
            let file = OwnedDescriptor(adopting: open("/dev/null", O_RDWR | O_CLOEXEC))
            let reply = try await guest.qemuMonitorCommand(
                #"{"execute":"add-fd","arguments":{"fdset-id":77,"opaque":"c-file"}}"#, files: [file])
            let added = try #require(try json(reply.text)["return"] as? [String: Any])
            #expect(added["fdset-id"] as? Int == 77)
            #expect(reply.files.isEmpty)
            #expect(try await guest.qemuMonitorCommand(#"{"execute":"query-fdsets"}"#).contains("c-file"))
        }
    }

    @Test func eventsOfTheMonitorArrive() async throws {
        try await withGuest("c-events") { host, guest in
            let all = try await host.qemuMonitorEvents(of: guest).subscribe()
            let stops = try await host.qemuMonitorEvents(QEMUMonitorEventFilter("STOP"), of: guest).subscribe()
            let pattern = QEMUMonitorEventFilter("^res", [.regularExpression, .caseInsensitive])
            let resumes = try await host.qemuMonitorEvents(pattern, of: guest).subscribe()
            #expect(host.subscriptionCount == 3)
            try await guest.resume()
            try await guest.suspend()
            for (events, name) in [(resumes, "RESUME"), (stops, "STOP")] {
                let event = try await withDeadline(.seconds(20), waitingFor: name) { try await events.next() }
                #expect(event?.name == name)
                #expect(event?.domain == guest)
                #expect(abs(try #require(event).time.timeIntervalSinceNow) < 60)
            }
            var names: Set<String> = []
            while !names.isSuperset(of: ["RESUME", "STOP"]) {
                let event = try await withDeadline(.seconds(20), waitingFor: "both") { try await all.next() }
                names.insert(try #require(event).name)
            }
        }
    }

    @Test func abandonedMonitorEventsAreTakenBack() async throws {
        try await withGuest("c-leave") { host, guest in
            do { _ = try await host.qemuMonitorEvents(of: guest).subscribe() }
            #expect(await eventually { host.subscriptionCount == 0 })
            let bad = QEMUMonitorEventFilter("[", .regularExpression)
            let error = await #expect(throws: LibvirtError.self) {
                _ = try await host.qemuMonitorEvents(bad).subscribe()
            }
            #expect(error?.code == .invalidArgument)
        }
    }

    @Test func aGuestWithoutAnAgentSaysSo() async throws {
        try await withGuest("c-agent") { host, guest in
            let paused = await #expect(throws: LibvirtError.self) { _ = try await guest.qemuAgentCommand("{}") }
            #expect(paused?.code == .operationInvalid)
            try await guest.resume()
            let error = await #expect(throws: LibvirtError.self) {
                _ = try await guest.qemuAgentCommand(#"{"execute":"guest-ping"}"#, timeout: 1)
            }
            #expect(error?.code == .argumentUnsupported)
            #expect(error?.call == "virDomainQemuAgentCommand")
            let refused = await #expect(throws: LibvirtError.self) { _ = try await host.attachToQEMU(processID: 1) }
            #expect(refused?.code == .noSupport)
        }
    }
}
