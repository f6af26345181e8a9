import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    @Suite("The doctor") struct DoctorTests {
        @Test func workThatWasLeftHalfDoneIsShownAndFinished() async throws {
            try await IdleGuest.with("doctor-killed", isStarted: false) { idle in
                let state = ["XDG_STATE_HOME": idle.path("state")]
                func strata(_ arguments: String..., crash: String? = nil) async throws -> Tool.Outcome {
                    let environment = state.merging(crash.map { ["STRATA_CRASH_AT": $0] } ?? [:]) { $1 }
                    return try await Tool.strata.run(
                        arguments + ["-q", "-c", RealGuests.uri], environment: environment)
                }
                // After the disk is gone, and before the definition is.
                let killed = try await strata("delete", "doctor-killed", "--yes", crash: "3")
                #expect(killed.status == 137)
                #expect(try await RealGuests.guestNames().contains("doctor-killed"))
                let shown = try await strata("doctor")
                #expect(shown.status == 1)
                #expect(shown.output.contains("delete of guest 'doctor-killed' was begun, and its process died"))
                #expect(shown.output.contains("→ strata doctor --fix"))
                #expect(try await RealGuests.guestNames().contains("doctor-killed"))
                let mended = try await strata("doctor", "--fix")
                #expect(mended.output.contains("nothing was left half-done"), "\(mended.errors)")
                #expect(try await !RealGuests.guestNames().contains("doctor-killed"))
                #expect(!FileManager.default.fileExists(atPath: idle.disk))
            }
        }

        @Test func aDiskToWhichQEMUDoesNotFindTheWayIsAProblem() async throws {
            try await IdleGuest.with("doctor-closed", isStarted: false) { idle in
                try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: idle.folder.path)
                let outcome = try await Tool.strata.run("doctor", "--format", "json", "-c", RealGuests.uri)
                #expect(outcome.status == 1)
                let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
                let findings = try #require(json as? [[String: Any]])
                let problem = try #require(
                    findings.first { ($0["what"] as? String)?.contains(idle.folder.path) == true })
                #expect(problem["check"] as? String == "paths")
                #expect(problem["severity"] as? String == "problem")
                #expect((problem["why"] as? String)?.contains("guest 'doctor-closed'") == true)
                #expect((problem["remedy"] as? String)?.hasSuffix(idle.folder.path) == true)
            }
        }
    }
}
