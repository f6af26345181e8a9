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
                // Nobody waits for the answer, and yet it arrives.
                let alone = try await hello.strata("console", hello.name, "--send", #"echo answer=$((6*9))\n"#)
                #expect(alone.status == 0 && alone.output.isEmpty, "\(alone.errors)")
                let answer = try await hello.strata("console", hello.name, "--expect", "answer=54", "--timeout", "30s")
                #expect(answer.status == 0, "\(answer.errors)")
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

        /// A serial line has no size: what is typed unasked could land in an editor, so a key types it.
        @Test func theSizeOfTheTerminalIsToldOnAKeyAndNeverByItself() async throws {
            try await HelloGuest.with("r-size") { hello in
                let up = try await hello.strata("console", hello.name, "--expect", "hello#", "--timeout", "90s")
                try #require(up.status == 0, "\(up.errors)")
                let console = "\(Tool.strata.path) console \(hello.name) --fit -c \(RealGuests.uri)"
                let running = try Tool(path: "/usr/bin/script").start(
                    ["-qec", "tty; stty rows 31 cols 97; " + console, "/dev/null"], input: "\r")
                #expect(await eventually { running.outputSoFar.contains("Ctrl-^ at a shell's prompt") })
                try running.type("echo answer=$((6*7))\r")
                #expect(await eventually { running.outputSoFar.contains("answer=42") })
                let lines = running.outputSoFar.split(whereSeparator: \.isNewline)
                let terminal = String(try #require(lines.first { $0.hasPrefix("/dev/") }))
                let resized = try await Tool(path: "/usr/bin/stty").run("-F", terminal, "rows", "40", "cols", "120")
                try #require(resized.status == 0, "\(resized.errors)")
                try running.type("echo answer=$((6*8))\r")
                #expect(await eventually { running.outputSoFar.contains("answer=48") })
                #expect(!running.outputSoFar.contains("rows 40"), "\(running.outputSoFar)")
                try running.type("\u{1E}")
                #expect(await eventually { running.outputSoFar.contains("stty rows 40 cols 120") })
                try running.type("stty size\r")
                #expect(await eventually { running.outputSoFar.contains("\n40 120") }, "\(running.outputSoFar)")
                try running.type("\u{1D}")
                let outcome = try await running.outcome()
                #expect(outcome.status == 0)
                // Whatever the guest wrote last, the user's own prompt begins a line.
                #expect(outcome.output.hasSuffix("\r\n"))
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
