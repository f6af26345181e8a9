internal import Quantities

extension GuestSpec {
    /// Refuses what no host could make.
    func check() throws {
        if let why = objectionToName {
            throw Failure(
                .wrongValue, "guest '\(name.map { $0.isNewline ? " " : "\($0)" }.joined())'", why,
                hint: "use letters, digits, dots, hyphens and underscores, such as web-1")
        }
        if let cpus, !(1...4096).contains(cpus) {
            throw Failure(
                .wrongValue, "--cpus '\(cpus)'", "a guest has between 1 and 4096 processors",
                hint: "no more than the host has is of use")
        }
        if let memory, memory < .mebibytes(1) {
            throw Failure(.wrongValue, "--memory '\(memory)'", "that is too little to start anything", hint: "say 1GiB")
        }
        try checkDisks()
        try checkAdapters()
        try checkFirstBoot()
        if case .definition = source { try checkDefinitionStandsAlone() }
        if style == .emulated, firmware == .secureUEFI {
            throw Failure(
                .wrongValue, "--firmware uefi-secure", "it is younger than any hardware that --style emulated gives",
                hint: "leave one of both out")
        }
    }

    /// The name becomes a file's, and goes into tables and commands.
    private var objectionToName: String? {
        if name.isEmpty { return "a guest needs a name" }
        if name.utf8.count > 200 { return "the name is longer than files can be called" }
        if name.hasPrefix("-") || name.hasPrefix(".") { return "a name begins with a letter or a digit" }
        let bad = name.first {
            $0.isNewline || $0 == "/" || $0.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
        }
        return bad.map { $0 == "/" ? "a name has no slash in it" : "a name has no control characters in it" }
            ?? (name.contains(where: \.isWhitespace) ? "a name has no space in it" : nil)
    }

    private func checkDisks() throws {
        switch source {
        case .disk, .definition:
            guard diskSize == nil else {
                throw Failure(
                    .wrongValue, "--disk-size", "the size of a disk that is there is what it is",
                    hint: "--disk-add SIZE makes another one")
            }
        case .image where diskSize == .zero:
            throw Failure(.wrongValue, "--disk-size none", "an image needs a disk", hint: "leave --disk-size out")
        default: break
        }
        for case .new(let size) in moreDisks where size < .mebibytes(1) {
            throw Failure(.wrongValue, "--disk-add '\(size)'", "a disk holds 1 MiB at least", hint: "say 10GiB")
        }
        if let diskSize, diskSize != .zero, diskSize < .mebibytes(1) {
            throw Failure(.wrongValue, "--disk-size '\(diskSize)'", "a disk holds 1 MiB at least", hint: "say 10GiB")
        }
    }

    private func checkAdapters() throws {
        let addresses = (adapters ?? []).compactMap(\.mac)
        if let twice = addresses.first(where: { address in addresses.filter { $0 == address }.count > 1 }) {
            throw Failure(
                .wrongValue, "--network mac=\(twice)", "two adapters cannot have one hardware address",
                hint: "leave mac= out, and each gets one of its own")
        }
        if source == .network, adapters?.isEmpty == true {
            throw Failure(
                .wrongValue, "--pxe", "without an adapter there is no network to boot from",
                hint: "leave --network none out")
        }
    }

    private func checkFirstBoot() throws {
        if case .image = source {
            if let user = firstBoot.user, let why = objection(toUser: user) {
                throw Failure(.wrongValue, "--user '\(user)'", why, hint: "such as --user alice")
            }
            for key in firstBoot.keys where !key.isPublicKey {
                throw Failure(
                    .wrongValue, "--ssh-key", "'\(key.prefix(40))' is no public key",
                    hint: "name a .pub file, such as ~/.ssh/id_ed25519.pub; ssh-keygen makes one")
            }
            if let text = firstBoot.userData { try UserDataCheck(text).check() }
        } else if firstBoot != FirstBoot() {
            throw Failure(
                .wrongValue, "--user, --ssh-key, --password and --cloud-init",
                "they are for the first boot of an image made for clouds", hint: "use them with --image")
        }
    }

    private func objection(toUser user: String) -> String? {
        let isPlain = user.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || [0x2D, 0x5F].contains(byte)
        }
        if user.isEmpty || user.utf8.count > 32 { return "a user's name has between 1 and 32 letters" }
        if !isPlain || user.first?.isLetter != true && user.first != "_" {
            return "a user's name has small letters, digits, hyphens and underscores"
        }
        return user == "root" ? "root logs in by its own rules; name another user" : nil
    }

    /// A definition says everything itself, but for what changes from one use to the next.
    private func checkDefinitionStandsAlone() throws {
        let others: [(String, Bool)] = [
            ("--os", system != nil), ("--disk-add", !moreDisks.isEmpty), ("--network", adapters != nil),
            ("--firmware", firmware != nil), ("--tpm", hasTPM != nil), ("--graphics", display != nil),
            ("--style emulated", style == .emulated),
        ]
        if let (option, _) = others.first(where: \.1) {
            throw Failure(
                .wrongValue, option, "the definition of --xml says that itself",
                hint: "write it into the file, with strata set")
        }
    }
}

extension String {
    /// Whether it looks as the public half of a key does.
    fileprivate var isPublicKey: Bool {
        let words = split(separator: " ")
        let kinds: [String] = ["ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-"]
        return words.count >= 2 && kinds.contains { words[0].hasPrefix($0) } && words[1].hasPrefix("AAAA")
            && !contains(where: \.isNewline)
    }
}
