import Libvirt
import Testing
import TestSupport

@testable import Strata

/// A hypervisor writes down what a guest prints in pieces that know nothing of lines.
@Suite("Words on a console") struct ConsoleReaderTests {
    /// The line that is found when the guest prints `pieces` and stays silent then.
    private func line(with words: String, in pieces: [String]) async throws -> String? {
        try await withTestHost(domains: [.running("web")]) { host in
            let (stream, guest) = AsyncStream<[UInt8]>.makeStream()
            let reader = ConsoleReader(words)
            let web = try await host.domain(named: "web")
            async let reading: Void = reader.read(stream, whileRunning: web)
            for piece in pieces {
                guest.yield(Array(piece.utf8))
                await Task.yield()
            }
            try await reading
            return reader.line
        }
    }

    @Test(arguments: [
        ["noise\nSTRATA HELLO upt", "ime=2.", "38\nhello# "], ["STRATA HE", "LLO uptime=2.38\n"],
        ["STRATA HELLO uptime=2.38\r\n"], ["STRATA HELLO uptime=2.38"],
    ])
    func theLineIsWaitedForToItsEnd(pieces: [String]) async throws {
        #expect(try await line(with: "STRATA HELLO", in: pieces) == "STRATA HELLO uptime=2.38")
    }

    @Test func aPromptHasNoEnd() async throws {
        #expect(try await line(with: "hello#", in: ["login\n", "hello# "]) == "hello#")
    }
}
