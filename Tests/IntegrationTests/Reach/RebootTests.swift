import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    @Suite("A guest that reboots itself") struct RebootTests {
        /// The machine stays the same one, and so does the log of its console.
        @Test func whatItWroteBeforeProvesNothing() async throws {
            try await HelloGuest.with("r-reboot") { hello in
                let words = "Restarting system"
                func log() -> String { (try? String(contentsOfFile: hello.log, encoding: .utf8)) ?? "" }
                let up = try await hello.strata("console", hello.name, "--expect", "hello#", "--timeout", "90s")
                try #require(up.status == 0, "\(up.errors)")
                let first = try await hello.strata("wait", hello.name, "--for", "kernel", "--timeout", "90s")
                #expect(first.status == 0, "\(first.errors)")
                let reboot = try await hello.strata("console", hello.name, "--send", #"reboot -f\n"#)
                #expect(reboot.status == 0, "\(reboot.errors)")
                try #require(await eventually(within: .seconds(90)) { log().contains(words) })
                let second = try await hello.strata("wait", hello.name, "--for", "kernel", "--timeout", "90s")
                #expect(second.status == 0, "\(second.errors)")
                // The answer came only when the second boot had said something.
                let rest = try #require(log().split(separator: words, maxSplits: 1).last)
                #expect(rest.contains("STRATA HELLO"), "\(rest)")
            }
        }
    }
}
