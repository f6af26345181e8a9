import Foundation
import Testing

@testable import Strata

@Suite("Knocking at a port") struct PortProbeTests {
    /// Runs `body` with the port of a server on this machine that greets with those words, or stays silent.
    private func withServer(greeting: String?, _ body: (UInt16) async throws -> Void) async throws {
        let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(server) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(server, address, size) == 0 && listen(server, 4) == 0 && getsockname(server, address, &size) == 0
            }
        }
        try #require(isListening)
        let port = UInt16(bigEndian: address.sin_port)
        if let greeting {
            Thread.detachNewThread {
                let caller = accept(server, nil, nil)
                _ = Array(greeting.utf8).withUnsafeBytes { send(caller, $0.baseAddress, $0.count, 0) }
                close(caller)
            }
        }
        try await body(port)
    }

    @Test func aServerIsKnownByItsGreetingWhichCannotDriveATerminal() async throws {
        try await withServer(greeting: "SSH-2.0-\u{1B}[31mOpenSSH_9.2\r\nrest") { port in
            let answer = await PortProbe.knock("127.0.0.1", port)
            #expect(answer == .greeting("SSH-2.0-OpenSSH_9.2"))
        }
    }

    @Test func aServerThatSaysNothingIsOpenAllTheSame() async throws {
        try await withServer(greeting: nil) { port in
            let answer = await PortProbe.knock("127.0.0.1", port, limit: .milliseconds(100))
            #expect(answer == .open)
            #expect(answer.isAnswer)
        }
    }

    @Test func somebodyIsAtHomeToRefuse() async {
        let answer = await PortProbe.knock("127.0.0.1", 1)
        #expect(answer == .refused)
        #expect(answer.isAnswer)
    }

    @Test(arguments: ["", "no-address", "999.1.1.1", "192.168.1.1; rm"]) func onlyDigitsAreAnAddress(text: String) async
    {
        let answer = await PortProbe.knock(text, 22, limit: .milliseconds(100))
        #expect(answer == .silence)
    }
}
