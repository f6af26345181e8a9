internal import FoundationEssentials
public import Libvirt

/// The way into a guest over SSH: where it is, and by what it is known again.
public struct SSHAccess: Sendable {
    /// Why the server that answers is taken for the guest's.
    public enum Trust: String, Sendable {
        /// The guest's agent told its keys, over a line on which nobody else can speak.
        case agent
        /// Its keys were kept from an earlier time, or are kept from now on.
        case firstUse
    }

    /// Where the server answers.
    public let address: String
    /// Why it is taken for the guest's.
    public let trust: Trust
    /// Who logs in, where the guest's definition tells.
    public let user: String?
    /// What ssh and scp must be told.
    public let options: [String]

    /// Finds the way into a running guest.
    ///
    /// The keys of a guest are kept under its UUID rather than its address: addresses go from guest to guest, and a
    /// guest goes from address to address. A server with another key than the kept one is refused.
    /// - Parameters:
    ///   - guest: The guest.
    ///   - host: Where it runs; reached over SSH itself, that host is the way.
    /// - Returns: The way in.
    /// - Throws: ``Failure`` with kind `notReady` when no SSH server answers.
    public static func find(to guest: Domain, on host: Connection) async throws -> SSHAccess {
        let uri = try await host.uri
        let addresses = try await GuestAddress.require(of: guest, on: host)
        let jump = jumpHost(of: uri)
        guard let address = await answering(addresses, isLocal: jump == nil) else {
            throw Failure(
                .notReady, "guest '\(guest.name)'",
                "no SSH server answers at \(addresses.map(\.address).joined(separator: ", "))",
                hint: "strata wait \(guest.name) --for ssh; without a network: strata exec or strata console")
        }
        let identity = guest.uuid.uuidString.lowercased()
        let file = try StateFolder.make("known-hosts") + "/" + identity
        let keys = await hostKeys(of: guest)
        if !keys.isEmpty {
            let lines = keys.map { "\(identity) \($0)\n" }.joined()
            try Data(lines.utf8).write(to: URL(filePath: file), options: .atomic)
        }
        let settings = [
            "HostKeyAlias=\(identity)", "UserKnownHostsFile=\"\(file)\"", "CheckHostIP=no",
            "StrictHostKeyChecking=\(keys.isEmpty ? "accept-new" : "yes")",
        ]
        return SSHAccess(
            address: address, trust: keys.isEmpty ? .firstUse : .agent, user: try? await guest.loginUser(),
            options: settings.flatMap { ["-o", $0] } + (jump.map { ["-J", $0] } ?? []))
    }

    /// Forgets by what a guest was known that is no more.
    static func forget(_ guest: UUID) {
        try? FileManager.default.removeItem(
            atPath: StateFolder.path + "/known-hosts/" + guest.uuidString.lowercased())
    }

    private static func answering(_ addresses: [GuestAddress], isLocal: Bool) async -> String? {
        guard isLocal else { return addresses.first { $0.isReachable }?.address }
        for address in addresses where address.isReachable {
            if case .greeting(let words) = await PortProbe.knock(address.address, 22), words.hasPrefix("SSH-") {
                return address.address
            }
        }
        return nil
    }

    /// The host of a connection that goes over SSH, as ssh takes it; `nil` for others.
    static func jumpHost(of uri: String) -> String? {
        guard let scheme = uri.firstRange(of: "+ssh://") else { return nil }
        let host = uri[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
        return host.isEmpty ? nil : String(host)
    }

    /// The public keys of the guest's SSH server as its agent tells them; none where it does not.
    private static func hostKeys(of guest: Domain) async -> [String] {
        let agent = GuestAgent(guest, patience: .seconds(3))
        guard (try? await agent.ping()) != nil else { return [] }
        var keys: [String] = []
        for kind in ["ed25519", "ecdsa", "rsa"] {
            let path = "/etc/ssh/ssh_host_\(kind)_key.pub"
            guard let text = try? await agent.contents(of: path, limit: 8192) else { continue }
            keys += hostKey(in: String(decoding: text, as: UTF8.self)).map { [$0] } ?? []
        }
        return keys
    }

    /// The kind and the key of a line such as `ssh-ed25519 AAAA… root@web`; `nil` for anything else.
    static func hostKey(in text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace)
        let isPlain = { (character: Character) in
            character.isASCII && (character.isLetter || character.isNumber || "-+/=.@".contains(character))
        }
        guard words.count >= 2, words[0].hasPrefix("ssh-") || words[0].hasPrefix("ecdsa-"),
            words[..<2].allSatisfy({ $0.allSatisfy(isPlain) })
        else { return nil }
        return "\(words[0]) \(words[1])"
    }
}
