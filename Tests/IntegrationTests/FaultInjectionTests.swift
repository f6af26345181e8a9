import Libvirt
import Testing
import TestSupport

extension RealGuests {
    /// Runs the program `fault-injection` on what only a daemon has: consoles, block jobs, volumes' streams.
    @Suite("Fault injection over the wire") struct FaultInjectionTests {
        @Test func everyCallOfAnOperationMayFail() async throws {
            let serial = "<serial type='pty'/><console type='pty'/>"
            try await IdleGuest.with("haz-fault", devices: serial) { _ in
                try await RealStorage.withPool("haz-fault") { _, pool, _ in
                    _ = try await pool.createVolume(volumeXML("volume", capacity: 1_000_000))
                    let outcome = try await Tool.strata.sibling("fault-injection").run(RealGuests.uri)
                    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
                    #expect(outcome.output.split(separator: "\n").count == 6)
                }
            }
        }
    }
}
