import Foundation
import Libvirt
import Strata
import StrataLayers
import Testing
import TestSupport

extension RealGuests {
    @Suite("Life cycle") struct LifecycleTests {
        @Test func aGuestGoesThroughItsLifeFromTheCommandLine() async throws {
            try await RealGuests.withGuests("t-life") { host in
                try await withTemporaryFolder { folder in
                    let file = try await RealGuests.copy(of: "hello", as: "t-life", in: folder)
                    let text = try String(contentsOfFile: file, encoding: .utf8)
                    try text.replacingOccurrences(of: "type='kvm'", with: "type='qemu'")
                        .write(toFile: file, atomically: true, encoding: .utf8)
                    func strata(_ arguments: String...) async throws -> Tool.Outcome {
                        try await Tool.strata.run(arguments + ["-c", uri])
                    }
                    #expect(try await strata("define", file).output == "t-life: defined\n")
                    #expect(try await strata("list", "--inactive").output.contains(/t-life +shut off/))
                    let events = try await host.domainEvents(.lifecycle).subscribe()
                    #expect(try await strata("start", "t-life").output == "t-life: started\n")
                    #expect(try await strata("start", "t-life").status == 3)
                    let info = try await strata("info", "t-life", "--format", "json")
                    let facts = try #require(
                        try JSONSerialization.jsonObject(with: Data(info.output.utf8)) as? [String: Any])
                    #expect(facts["state"] as? String == "running")
                    #expect(facts["style"] as? String == "emulation")
                    #expect(try await strata("undefine", "t-life").status == 0)
                    #expect(try await strata("stop", "t-life", "--force").output == "t-life: switched off\n")
                    #expect(try await !RealGuests.guestNames().contains("t-life"))

                    var kinds: [DomainLifecycle] = []
                    while kinds.last != .stopped(.forcedOff), let event = try await events.next() {
                        if event.domain.name == "t-life" { kinds.append(event.kind) }
                    }
                    #expect(kinds.first == .resumed(.unpaused) || kinds.first == .started(.booted))
                    #expect(kinds.contains(.undefined(.removed)))
                    #expect(kinds.last == .stopped(.forcedOff))
                }
            }
        }

        /// `define` stores what the file says, also a KVM that does not serve here, and says so.
        @Test func definingNeverChangesTheTypeButWarns() async throws {
            try await RealGuests.withGuests("t-type") { host in
                try await withTemporaryFolder { folder in
                    let file = try await RealGuests.copy(of: "hello", as: "t-type", in: folder)
                    let outcome = try await Tool.strata.run("define", file, "-c", uri)
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    let stored = try await host.domain(named: "t-type").xml(.inactive)
                    #expect(stored.contains("<domain type='kvm'>"))
                    let serves = try await Accelerator.choose(.auto, on: host).kind == .kvm
                    #expect(outcome.errors.contains("warning: the definition asks for KVM") == !serves)
                }
            }
        }

        @Test func eventsArriveInOrder() async throws {
            try await RealGuests.withGuests("t-order") { host in
                let xml = try await tinyDefinition("t-order")
                let events = try await host.domainEvents(.lifecycle).subscribe()
                let guest = try await host.createTransient(xml, .paused)
                try await guest.resume()
                for _ in 0..<5 {
                    try await guest.suspend()
                    try await guest.resume()
                }
                try await guest.forceOff()
                var kinds: [DomainLifecycle] = []
                while kinds.last != .stopped(.forcedOff), let event = try await events.next() {
                    if event.domain == guest { kinds.append(event.kind) }
                }
                let pauses = kinds.filter { $0 == .suspended(.paused) }.count
                #expect(pauses >= 5, "\(kinds)")
                // Each suspension is followed by its resumption.
                for (index, kind) in kinds.enumerated() where kind == .suspended(.paused) && index + 1 < kinds.count {
                    #expect(kinds[index + 1] == .resumed(.unpaused), "\(kinds)")
                }
            }
        }

        @Test func theConsoleIsTwoWayAndEndsWithTheGuest() async throws {
            try await TalkingGuest.with("t-console") { talking in
                try await talking.console.write("echo sum=$((40+2))\n")
                try await talking.read(until: "sum=42")
                #expect(talking.text.contains("sum=42"))
                try await talking.console.write("poweroff -f\n")
                while try await talking.console.next() != nil {}
                try await talking.guest.waitUntilOff(within: .seconds(30))
            }
        }

        @Test func startingARunningGuestIsRefusedWithTheCodeForIt() async throws {
            try await RealGuests.withGuests("t-twice") { host in
                let guest = try await host.define(try await tinyDefinition("t-twice"))
                try await guest.start(.paused)
                let error = await #expect(throws: LibvirtError.self) { try await guest.start() }
                #expect(error?.code == .operationInvalid)
                #expect(error?.hint != nil)
                try await guest.forceOff()
                #expect(try await guest.state() == DomainCondition(state: .shutOff, reason: .shutOff(.forcedOff)))
            }
        }

        @Test func bulkStatisticsKnowARunningGuest() async throws {
            try await RealGuests.withGuests("t-stats") { host in
                let guest = try await host.createTransient(try await tinyDefinition("t-stats"))
                let statistics = try #require(
                    try await host.domainStatistics().first { $0.domain == guest })
                #expect(statistics.condition?.state == .running)
                #expect(statistics.memory.maximum == .mebibytes(32))
                #expect(statistics.virtualCPUs == 1)
                #expect(statistics.disks.map(\.name) == ["hda"])
                #expect(statistics.cpuTime ?? .zero > .zero)
            }
        }

        /// The smallest guest there is, in emulation.
        private func tinyDefinition(_ name: String) async throws -> String {
            try await Tool.strata.run("render", RealGuests.example("kvm-hello")).output
                .replacingOccurrences(of: "<name>kvm-hello<", with: "<name>\(name)<")
                .replacingOccurrences(of: "type='kvm'", with: "type='qemu'")
        }
    }
}
