internal import FoundationEssentials

/// What strata itself tells an image at its first boot: cloud-init's user data, as JSON, which is YAML as well.
struct CloudConfiguration: Encodable {
    /// Somebody who can log in.
    struct User: Encodable {
        var name: String
        var shell = "/bin/bash"
        var sudo = "ALL=(ALL) NOPASSWD:ALL"
        var groups = "users"
        var keys: [String]
        var passwordHash: String?
        var isLocked: Bool { passwordHash == nil }

        private enum CodingKeys: String, CodingKey {
            case name, shell, sudo, groups
            case keys = "ssh_authorized_keys"
            case passwordHash = "passwd"
            case isLocked = "lock_passwd"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .name)
            try container.encode(shell, forKey: .shell)
            try container.encode(sudo, forKey: .sudo)
            try container.encode(groups, forKey: .groups)
            try container.encode(keys, forKey: .keys)
            try container.encodeIfPresent(passwordHash, forKey: .passwordHash)
            try container.encode(isLocked, forKey: .isLocked)
        }
    }

    /// A file that the guest gets.
    struct File: Encodable {
        var path: String
        var content: String
        var permissions = "0600"
    }

    struct Growing: Encodable {
        var mode = "auto"
        var devices: [String] = ["/"]
    }

    struct Passwords: Encodable { var expire = false }

    var hostname: String
    var hosts = "localhost"
    var users: [User]?
    var keys: [String]?
    var password: String?
    var passwords: Passwords?
    var acceptsPasswords: Bool?
    var growing = Growing()
    var files: [File]?
    var packages: [String]?
    var commands: [[String]]?

    private enum CodingKeys: String, CodingKey {
        case hostname, users, password, packages
        case hosts = "manage_etc_hosts"
        case keys = "ssh_authorized_keys"
        case passwords = "chpasswd"
        case acceptsPasswords = "ssh_pwauth"
        case growing = "growpart"
        case files = "write_files"
        case commands = "runcmd"
    }

    /// For a guest of that name.
    ///
    /// - Parameters:
    ///   - firstBoot: Who is let in.
    ///   - guest: The guest's name.
    ///   - passwordHash: The password as the guest keeps it.
    ///   - memory: What it is told at later boots, when the medium is gone, by the names of the files.
    init(
        _ firstBoot: FirstBoot, guest: String, passwordHash: String?, memory: [(name: String, text: String)] = []
    ) {
        hostname = Self.hostname(of: guest)
        if let user = firstBoot.user {
            users = [User(name: user, keys: firstBoot.keys, passwordHash: passwordHash)]
        } else {
            keys = firstBoot.keys.isEmpty ? nil : firstBoot.keys
            password = passwordHash
        }
        if passwordHash != nil { passwords = Passwords() }
        // Who has no key has nothing else.
        if passwordHash != nil, firstBoot.keys.isEmpty { acceptsPasswords = true }
        if !memory.isEmpty {
            files = memory.map { File(path: "/var/lib/cloud/seed/nocloud/" + $0.name, content: $0.text) }
        }
        if firstBoot.agent == .no { return }
        if firstBoot.agent == .yes { packages = ["qemu-guest-agent"] }
        // Some distributions install it without starting it.
        commands = [["sh", "-c", "systemctl enable --now qemu-guest-agent || true"]]
    }

    /// A guest's name as hosts can be called: letters, digits and hyphens, 63 at most.
    static func hostname(of guest: String) -> String {
        let plain = guest.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        let name = String(plain).split(separator: "-").joined(separator: "-").prefix(63)
        return name.isEmpty ? "guest" : String(name)
    }

    /// The text of a file.
    var text: String { get throws { "#cloud-config\n" + (try SeedText.json(self)) } }
}

/// How the networks of an image are set up: every adapter, known by its address, asks for an address of its own.
struct NetworkConfiguration: Encodable {
    struct Adapter: Encodable {
        struct Match: Encodable { var macaddress: String }
        var match: Match
        var name: String
        var dhcp4 = true
        /// Whether the boot waits for it.
        var isOptional: Bool

        private enum CodingKeys: String, CodingKey {
            case match, dhcp4
            case name = "set-name"
            case isOptional = "optional"
        }
    }

    var version = 2
    var ethernets: [String: Adapter]

    /// One for each adapter, in their order.
    init(addresses: [String]) {
        // The adapters get names, for not every image's tools can speak of them otherwise.
        ethernets = Dictionary(
            uniqueKeysWithValues: addresses.enumerated().map { index, address in
                ("eth\(index)", Adapter(match: .init(macaddress: address), name: "eth\(index)", isOptional: index > 0))
            })
    }
}

/// The texts of the files of a seed.
enum SeedText {
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }

    /// Two files as one: the second one adds to lists of the first and wins elsewhere.
    static func joined(_ own: String, _ others: String) -> String {
        let boundary = "=strata-part="
        let parts = [("text/cloud-config", own), ("text/plain", others)].map { type, text in
            """
            --\(boundary)
            Content-Type: \(type); charset="utf-8"
            MIME-Version: 1.0
            Content-Transfer-Encoding: base64
            Merge-Type: list(append)+dict(recurse_array)+str()

            \(Data(text.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]))

            """
        }
        return """
            Content-Type: multipart/mixed; boundary="\(boundary)"
            MIME-Version: 1.0

            \(parts.joined())--\(boundary)--

            """
    }
}
