import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    @Suite("The console of a guest") struct ConsoleTests {
        @Test func scriptsTypeAndFindWhatWasWrittenBefore() async throws {
            try await HelloGuest.with("r-console") { hello in
                let first = try await hello.strata(
                    "console", hello.name, "--expect", "STRATA HELLO", "--timeout", "90s")
                #expect(first.status == 0, "\(first.errors)")
                #expect(first.output.hasPrefix("STRATA HELLO uptime="))
                // It was written before this command came, and is found all the same.
                let again = try await hello.strata("console", hello.name, "--expect", "STRATA HELLO", "--timeout", "5s")
                #expect(again.output == first.output)

                let sum = try await hello.strata(
                    "console", hello.name, "--send", #"echo answer=$((6*7))\n"#, "--expect", "answer=42", "--timeout",
                    "30s")
                #expect(sum.output == "answer=42\n", "\(sum.errors)")
                // With something typed, only what comes then counts.
                let old = try await hello.strata(
                    "console", hello.name, "--send", #"true\n"#, "--expect", "STRATA HELLO", "--timeout", "1s")
                #expect(old.status == 75)
                #expect(old.errors.contains("  | "))

                let log = try await hello.strata("console", hello.name, "--log")
                #expect(log.output.contains("STRATA HELLO"))
                #expect(log.output.contains("answer=42"))
                let off = try await hello.strata(
                    "console", hello.name, "--send", #"poweroff\n"#, "--expect", "never to be", "--timeout", "60s")
                #expect(off.status == 3, "\(off.errors)")
                #expect(off.errors.contains("it is off, and never wrote"))
                let kept = try await hello.strata("console", hello.name, "--expect", "answer=42", "--timeout", "5s")
                #expect(kept.output == "answer=42\n", "\(kept.errors)")
            }
        }

        @Test func withoutALogOnlyWhatComesCounts() async throws {
            try await HelloGuest.with("r-unlogged", hasLog: false) { hello in
                let log = try await hello.strata("console", hello.name, "--log")
                #expect(log.status == 78)
                #expect(log.errors.contains("hint: add <log file="))
                let up = try await hello.strata("console", hello.name, "--expect", "STRATA HELLO", "--timeout", "90s")
                #expect(up.status == 0, "\(up.errors)")
                let late = try await hello.strata("console", hello.name, "--expect", "STRATA HELLO", "--timeout", "1s")
                #expect(late.status == 75)
                #expect(late.errors.contains("keeps no log of the console"))
            }
        }

        /// Under a pseudo-terminal: keys go to the guest one by one, and Ctrl-] leaves it running.
        @Test func onATerminalTheKeyboardIsTheGuestsUntilTheUserLeaves() async throws {
            try await HelloGuest.with("r-terminal") { hello in
                let up = try await hello.strata("console", hello.name, "--expect", "hello#", "--timeout", "90s")
                try #require(up.status == 0, "\(up.errors)")
                let command = "stty rows 31 cols 97; \(Tool.strata.path) console \(hello.name) -c \(RealGuests.uri)"
                let running = try Tool(path: "/usr/bin/script").start(["-qec", command, "/dev/null"], input: "\r")
                #expect(await eventually { running.outputSoFar.contains("Ctrl-] leaves") })
                #expect(await eventually { running.outputSoFar.contains("stty rows 31 cols 97") })
                try running.type("echo answer=$((6*7))\r")
                #expect(await eventually { running.outputSoFar.contains("answer=42") })
                try running.type("\u{1D}")
                #expect(try await running.outcome().status == 0)
                #expect(try await hello.guest.state().state == .running)
            }
        }

        @Test func whoIsConnectedIsThrownOutOnlyByForce() async throws {
            try await HelloGuest.with("r-taken") { hello in
                let console = try await hello.guest.openConsole()
                let refused = try await hello.strata("console", hello.name, "--send", "x")
                #expect(refused.status == 1, "\(refused.errors)")
                let forced = try await hello.strata("console", hello.name, "--send", "x", "--force")
                #expect(forced.status == 0, "\(forced.errors)")
                await console.close()
            }
        }
    }
}
