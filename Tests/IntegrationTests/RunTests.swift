import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    @Suite("Running a definition") struct RunTests {
        private func startHello(_ name: String, in folder: URL, _ options: [String] = []) async throws -> Running {
            let file = try await RealGuests.copy(of: "hello", as: name, in: folder)
            let running = try Tool.strata.start(["run", file, "-c", uri] + options, input: "\n")
            let isUp = await eventually(within: .seconds(60)) { running.outputSoFar.contains("STRATA HELLO") }
            #expect(isUp, "\(running.outputSoFar)")
            return running
        }

        @Test func whatIsTypedReachesTheGuest() async throws {
            try await withTemporaryFolder { folder in
                let running = try await startHello(
                    "t-typing", in: folder, ["--until", "answer=42", "--timeout", "60s"])
                #expect(await eventually { running.outputSoFar.contains("hello#") })
                try running.type("echo answer=$((6*7))\n")
                let outcome = try await running.outcome()
                #expect(outcome.status == 0, "\(outcome.errors) \(outcome.output)")
            }
        }

        @Test(arguments: [SIGINT, SIGTERM]) func aSignalSwitchesTheGuestOffAndCleansUp(signal: Int32) async throws {
            try await withTemporaryFolder { folder in
                let running = try await startHello("t-signal", in: folder)
                #expect(try await RealGuests.guestNames().contains("t-signal"))
                running.signal(signal)
                let outcome = try await running.outcome()
                #expect(outcome.status == 130)
                #expect(outcome.errors.contains("interrupted"))
                #expect(try await !RealGuests.guestNames().contains("t-signal"))
            }
        }

        @Test func aGuestWhoseRunWasKilledIsListedAndCanBeStopped() async throws {
            try await RealGuests.withGuests("t-killed") { _ in
                try await withTemporaryFolder { folder in
                    let running = try await startHello("t-killed", in: folder)
                    running.signal(SIGKILL)
                    #expect(try await running.outcome().status == 128 + SIGKILL)
                    let list = try await Tool.strata.run("list", "-c", uri)
                    #expect(list.output.contains("t-killed"))
                    let stop = try await Tool.strata.run("stop", "t-killed", "-c", uri)
                    #expect(stop.output == "t-killed: shut down\n", "\(stop.errors)")
                    #expect(try await !RealGuests.guestNames().contains("t-killed"))
                }
            }
        }

        /// Under a pseudo-terminal: keys go to the guest one by one, and Ctrl-] leaves.
        @Test func onATerminalTheKeyboardIsTheGuests() async throws {
            try await withTemporaryFolder { folder in
                let file = try await RealGuests.copy(of: "hello", as: "t-terminal", in: folder)
                let command = "\(Tool.strata.path) run \(file) -c \(uri)"
                let running = try Tool(path: "/usr/bin/script").start(["-qec", command, "/dev/null"], input: "\r")
                #expect(await eventually(within: .seconds(60)) { running.outputSoFar.contains("hello#") })
                try running.type("echo answer=$((6*7))\r")
                #expect(await eventually { running.outputSoFar.contains("answer=42") })
                try running.type("\u{1D}")
                let outcome = try await running.outcome()
                #expect(outcome.status == 0)
                #expect(outcome.output.contains("Ctrl-] ends the run"))
                #expect(outcome.output.contains("run: left"))
                #expect(try await !RealGuests.guestNames().contains("t-terminal"))
            }
        }

        @Test func aTextThatDoesNotComeIsATimeOutAndLeavesNothing() async throws {
            try await withTemporaryFolder { folder in
                let file = try await RealGuests.copy(of: "hello", as: "t-late", in: folder)
                let outcome = try await Tool.strata.run("run", file, "--until", "never", "--timeout", "2s", "-c", uri)
                #expect(outcome.status == 75)
                #expect(outcome.errors.contains("'never' on the console of guest 't-late'"))
                #expect(try await !RealGuests.guestNames().contains("t-late"))
            }
        }

        @Test func keepLeavesTheGuestRunning() async throws {
            try await RealGuests.withGuests("t-kept") { host in
                try await withTemporaryFolder { folder in
                    let file = try await RealGuests.copy(of: "hello", as: "t-kept", in: folder)
                    let outcome = try await Tool.strata.run(
                        "run", file, "--keep", "--until", "STRATA HELLO", "--timeout", "60s", "-c", uri)
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    #expect(try await host.domain(named: "t-kept").state().state == .running)
                    let again = try await Tool.strata.run("run", file, "-c", uri)
                    #expect(again.status == 4)
                    #expect(again.errors.contains("hint: stop it with: strata stop t-kept"))
                }
            }
        }

        @Test func layersAreShownWhileTheGuestRuns() async throws {
            try await withTemporaryFolder { folder in
                let file = try await RealGuests.copy(of: "hello", as: "t-layers", in: folder)
                let outcome = try await Tool.strata.run(
                    "run", file, "--until", "STRATA HELLO", "--layers", "--timeout", "60s", "-c", uri)
                #expect(outcome.output.contains("guest t-layers"))
                #expect(outcome.output.contains("virtio paravirtual"))
                #expect(outcome.output.contains("QEMU"))
            }
        }

        @Test func jsonIsOneObjectALine() async throws {
            try await withTemporaryFolder { folder in
                let file = try await RealGuests.copy(of: "hello", as: "t-json", in: folder)
                let outcome = try await Tool.strata.run(
                    "run", file, "--until", "STRATA HELLO", "--format", "json", "--timeout", "60s", "-c", uri)
                let events = try outcome.output.split(separator: "\n").map { line in
                    let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
                    return try #require(object as? [String: Any])["event"] as? String
                }
                #expect(events.first == "accelerator")
                #expect(events.contains("console"))
                #expect(events.suffix(3) == ["textSeen", "stopping", "ended"])
            }
        }

        /// Firmware variables, which libvirt keeps when a transient guest goes, are removed.
        @Test func nothingOfTheFirmwareIsLeftBehind() async throws {
            try await withTemporaryFolder { folder in
                let file = try await RealGuests.copy(of: "uefi-tpm", as: "t-nvram", in: folder)
                let outcome = try await Tool.strata.run("run", file, "--until", "BdsDxe", "--timeout", "3s", "-c", uri)
                #expect([0, 75].contains(outcome.status))
                #expect(!FileManager.default.fileExists(atPath: "/var/lib/libvirt/qemu/nvram/t-nvram_VARS.fd"))
                #expect(try await !RealGuests.guestNames().contains("t-nvram"))
            }
        }

        /// A machine without any daemon still runs a guest: libvirt's driver inside the process.
        @Test func theEmbeddedDriverRunsAGuestWithoutADaemon() async throws {
            try await withTemporaryFolder { folder in
                let file = try await RealGuests.copy(of: "hello", as: "t-embedded", in: folder)
                let embedded = "qemu:///embed?root=\(folder.path)/e"
                let outcome = try await Tool.strata.run(
                    "run", file, "--until", "STRATA HELLO", "--timeout", "90s", "-c", embedded)
                #expect(outcome.status == 0, "\(outcome.errors)")
                #expect(try await !RealGuests.guestNames().contains("t-embedded"))
            }
        }
    }
}
