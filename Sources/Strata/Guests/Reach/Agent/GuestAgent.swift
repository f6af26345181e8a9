internal import FoundationEssentials
public import Libvirt

/// QEMU's agent in a guest: runs programs there and moves files, without any network.
///
/// What it says is the guest's word: answers are capped, waited for with a limit, and never believed beyond the guest.
public struct GuestAgent: Sendable {
    let guest: Domain
    /// How long one command may take.
    let patience: Duration

    /// The agent of a guest.
    public init(_ guest: Domain, patience: Duration = .seconds(30)) {
        self.guest = guest
        self.patience = patience
    }

    /// Whether it answers.
    ///
    /// - Throws: ``Failure`` where it does not.
    public func ping() async throws {
        let _: Nothing = try await call("guest-ping")
    }

    /// Sends a command and reads its answer.
    func call<Reply: Decodable>(_ command: String) async throws -> Reply {
        try await call(command, Nothing?.none)
    }

    /// Sends a command with arguments and reads its answer.
    ///
    /// - Throws: ``Failure``: kind `unsupported` where the agent does not know the command or may not do it, `timedOut`
    ///   where it does not answer.
    func call<Reply: Decodable>(_ command: String, _ arguments: (some Encodable)?) async throws -> Reply {
        let message = try JSONEncoder().encode(Message(execute: command, arguments: arguments))
        let timeout = QEMUAgentTimeout(rawValue: Int32(clamping: max(1, patience.components.seconds)))
        do {
            let answer = try await guest.qemuAgentCommand(String(decoding: message, as: UTF8.self), timeout: timeout)
            return try JSONDecoder().decode(Answer<Reply>.self, from: Data(answer.utf8)).value
        } catch let error as LibvirtError {
            throw Failure(error, agentOf: guest.name, command)
        } catch is DecodingError {
            throw Failure(.failed, "guest '\(guest.name)'", "its agent's answer to \(command) makes no sense")
        }
    }

    /// An empty object.
    struct Nothing: Codable {}

    private struct Message<Arguments: Encodable>: Encodable {
        let execute: String
        let arguments: Arguments?
    }

    private struct Answer<Reply: Decodable>: Decodable {
        let value: Reply
        enum CodingKeys: String, CodingKey { case value = "return" }
    }
}

extension Failure {
    /// What libvirt's errors mean where the agent was asked.
    init(_ error: LibvirtError, agentOf name: String, _ command: String) {
        let guest = "guest '\(name)'"
        switch error.code {
        case .argumentUnsupported:
            self.init(
                .unsupported, guest, "it has no channel for QEMU's agent",
                hint: "add <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>")
        case .agentUnresponsive where error.message.contains("not connected"):
            self.init(
                .notReady, guest, "QEMU's agent does not run in it",
                hint: "install and start qemu-guest-agent in the guest, or wait: strata wait \(name) --for agent")
        case .agentUnresponsive, .agentUnsynced, .operationTimeout:
            self.init(
                .timedOut, guest, "QEMU's agent in it did not answer \(command) in time",
                hint: "look at the guest: strata console \(name)")
        case .internalError where error.message.contains("unable to execute QEMU agent command"):
            // unable to execute QEMU agent command 'guest-file-open': failed to open …
            let words =
                error.message.firstRange(of: "': ").map { String(error.message[$0.upperBound...]) } ?? error.message
            let isForbidden = words.contains("disabled") || words.contains("has not been found")
            self.init(isForbidden ? .unsupported : .failed, guest, "its agent refuses \(command): \(words)")
        default: self.init(error)
        }
    }
}
