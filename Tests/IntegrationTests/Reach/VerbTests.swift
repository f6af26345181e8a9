import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    @Suite("Verbs on a real guest") struct VerbTests {
        @Test func aGuestIsPausedSavedRestoredAndRenamed() async throws {
            try await HelloGuest.with("r-verbs") { hello in
                let name = hello.name
                let up = try await hello.strata("wait", name, "--for", "kernel", "--timeout", "90s")
                #expect(up.output == "r-verbs: kernel\n", "\(up.errors)")
                #expect(try await hello.strata("pause", name).output == "r-verbs: paused\n")
                #expect(try await hello.guest.state().state == .paused)
                #expect(try await hello.strata("resume", "r-verb*").output == "r-verbs: goes on\n")
                let prompt = try await hello.strata("console", name, "--expect", "hello#", "--timeout", "90s")
                try #require(prompt.status == 0, "\(prompt.errors)")
                _ = try await hello.strata("console", name, "--send", #"mark=kept-in-memory\n"#, "--expect", "hello#")

                #expect(try await hello.strata("save", name).output == "r-verbs: saved\n")
                #expect(try await hello.guest.hasManagedSave)
                // Of those that a pattern fits, only those are meant that have something to go on from.
                let restored = try await hello.strata("restore", "r-verb*", "--state", "off")
                #expect(restored.output == "r-verbs: goes on from where it was saved\n", "\(restored.errors)")
                let mark = try await hello.strata(
                    "console", name, "--send", #"echo is-$mark\n"#, "--expect", "is-kept-in-memory", "--timeout", "30s")
                #expect(mark.status == 0, "\(mark.errors)")

                let file = hello.folder.appending(path: "state").path
                let saved = try await hello.strata("save", name, "--to", file)
                #expect(saved.output == "r-verbs: saved to \(file)\n", "\(saved.errors)")
                let nothing = try await hello.strata("restore", name)
                #expect(nothing.status == 3)
                #expect(nothing.errors.contains("no saved state"))
                let nobody = try await hello.strata("restore", "r-verb*")
                #expect(nobody.status == 0 && nobody.output.isEmpty, "\(nobody.errors)")
                let fromFile = try await hello.strata("restore", "--from", file)
                #expect(fromFile.status == 0, "\(fromFile.errors)")
                #expect(try await hello.guest.state().state == .running)

                let refused = try await hello.strata("rename", name, "r-verbs-renamed")
                #expect(refused.status == 3)
                #expect(refused.errors.contains("hint: strata stop r-verbs"))
                #expect(try await hello.strata("stop", name, "--force").status == 0)
                let paused = try await hello.strata("pause", name)
                #expect(paused.status == 3)
                #expect(paused.errors.contains("it is not running") && paused.errors.contains("strata start r-verbs\n"))
                let uuid = hello.guest.uuid
                let renamed = try await hello.strata("rename", name, "r-verbs-renamed")
                #expect(renamed.output == "r-verbs: is now called r-verbs-renamed\n", "\(renamed.errors)")
                #expect(try await hello.host.domain(named: "r-verbs-renamed").uuid == uuid)
            }
        }

        @Test func aGuestThatIsLateIsNotOneThatFailed() async throws {
            try await HelloGuest.with("r-late") { hello in
                let late = try await hello.strata("wait", hello.name, "--for", "cloud-init", "--timeout", "8s")
                #expect(late.status == 5)
                #expect(late.errors.contains("it runs but did not come to cloud-init within 8 s"))
                #expect(late.errors.contains("hint: "))
                // No time helps: nobody can call it.
                for command in [["wait", hello.name, "--for", "ssh"], ["ip", hello.name], ["ssh", hello.name]] {
                    let never = try await Tool.strata.run(command + ["-q", "-c", RealGuests.uri])
                    #expect(never.status == 5, "\(command)")
                    #expect(never.errors.contains("leads only out"), "\(command): \(never.errors)")
                }
                let console = try await hello.strata("console", hello.name)
                #expect(console.status == 64)
                #expect(console.errors.contains("standard input is no terminal"))
                let agent = try await hello.strata("exec", hello.name, "--", "true")
                #expect(agent.status == 78)
                #expect(agent.errors.contains("no channel for QEMU's agent"))
                let view = try await hello.strata("view", hello.name)
                #expect(view.status == 78)
                let picture = try await hello.strata("screenshot", hello.name, "x.png")
                #expect(picture.status != 0)
            }
        }

        @Test func aGuestThatEndsOnItsWayIsSaidToHave() async throws {
            try await HelloGuest.with("r-ended", isStarted: false) { hello in
                let waiting = try Tool.strata.start(
                    ["wait", hello.name, "--for", "cloud-init", "--timeout", "60s", "-c", RealGuests.uri])
                try await Task.sleep(for: .milliseconds(500))
                try await hello.guest.start()
                let isUp = await eventually(within: .seconds(60)) {
                    (try? String(contentsOfFile: hello.log, encoding: .utf8))?.contains("STRATA HELLO") == true
                }
                #expect(isUp)
                try await hello.guest.forceOff()
                let outcome = try await waiting.outcome()
                #expect(outcome.status == 1, "\(outcome.errors)")
                #expect(outcome.errors.contains("powered-on: libvirt started it"))
                #expect(outcome.errors.contains("kernel: its console says"))
                #expect(outcome.errors.contains("was switched off, on its way"))
                #expect(outcome.errors.contains("  | STRATA HELLO"))
            }
        }

        @Test func theScreenIsSeenAndItsKeyboardUsed() async throws {
            let screen = "<graphics type='vnc' port='-1' autoport='yes'/><video><model type='vga'/></video>"
            try await IdleGuest.with("r-screen", devices: screen) { idle in
                let file = idle.path("screen.png")
                let picture = try await Tool.strata.run("screenshot", "r-screen", file, "-q", "-c", RealGuests.uri)
                #expect(picture.status == 0, "\(picture.errors)")
                let lost = try await Tool.strata.run(
                    "screenshot", "r-screen", idle.path("no/screen.png"), "-q", "-c", RealGuests.uri)
                #expect(lost.status == 66, "\(lost.errors)")
                let other = try await Tool.strata.run(
                    "screenshot", "r-screen", file, "--screen", "5", "-q", "-c", RealGuests.uri)
                #expect(other.status == 64 && other.errors.contains("hint: "), "\(other.errors)")
                let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
                #expect(bytes.starts(with: [0x89] + Array("PNG".utf8)))
                let keys = try await Tool.strata.run(
                    "sendkey", "r-screen", "ctrl+alt+f1", "a", "enter", "-q", "-c", RealGuests.uri)
                #expect(keys.status == 0, "\(keys.errors)")
                let view = try await Tool.strata.run("view", "r-screen", "--print", "-c", RealGuests.uri)
                #expect(view.output.hasPrefix("vnc://127.0.0.1:59"))
                #expect(view.errors.contains("ssh -L 59"))
            }
        }
    }
}
