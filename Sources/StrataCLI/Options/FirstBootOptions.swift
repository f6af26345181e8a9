public import ArgumentParser
internal import FoundationEssentials
internal import Glibc
public import Strata

/// What an image is told at its first boot.
struct FirstBootOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who can log in; without it, the user that the image brings along.", valueName: "name"))
    var user: String?

    @Option(
        help: ArgumentHelp(
            "A public key that lets the user in: a .pub file, or the key itself; your own without it.", valueName: "key"
        ))
    var sshKey: [String] = []

    @Flag(help: "Ask for a password of that user.")
    var password = false

    @Option(help: ArgumentHelp("A file whose first line is that password; - is standard input.", valueName: "file"))
    var passwordFile: String?

    @Option(
        help: ArgumentHelp(
            "A cloud-init file, or -, that adds to what strata writes, and wins where both say something.",
            valueName: "file"))
    var cloudInit: String?

    @Option(
        help: ArgumentHelp(
            "Whether it gets QEMU's agent by its package manager: auto does so for systems whose images lack it, "
                + "where its network leads out.", valueName: "auto|yes|no"))
    var agent = FirstBoot.Agent.auto

    @Flag(help: "Leave the medium of the first boot in its drive; else a wait for cloud-init takes it out.")
    var keepSeed = false

    /// Reads the files, and asks for what is to be asked for.
    func firstBoot(forImage: Bool, _ output: OutputOptions) throws -> FirstBoot {
        var firstBoot = FirstBoot()
        (firstBoot.user, firstBoot.agent, firstBoot.keepsMedium) = (user, agent, keepSeed)
        firstBoot.keys = try sshKey.flatMap { try Self.keys($0) }
        firstBoot.userData = try cloudInit.map { try NamedText.read($0, "--cloud-init") }
        firstBoot.password = try readPassword()
        guard forImage else { return firstBoot }
        if sshKey.isEmpty {
            let own = Self.ownKeys
            firstBoot.keys = try own.flatMap { try Self.keys($0) }
            if !own.isEmpty { output.note("let in by: \(own.joined(separator: ", "))") }
        }
        if firstBoot.keys.isEmpty, firstBoot.password == nil, firstBoot.userData == nil {
            output.note("warning: nobody can log in: there is neither a key nor a password (--ssh-key, --password)")
        }
        return firstBoot
    }

    private func readPassword() throws -> String? {
        if let passwordFile {
            let line = try NamedText.read(passwordFile, "--password-file").prefix { !$0.isNewline }
            guard !line.isEmpty else {
                throw Failure(
                    .wrongValue, "--password-file \(passwordFile)", "its first line is empty",
                    hint: "write the password into its first line")
            }
            return String(line)
        }
        guard password else { return nil }
        let first = try Question.askSecret("password for the guest's user")
        guard try first == Question.askSecret("the same again") else {
            throw Failure(.wrongValue, "--password", "the two are not the same", hint: "try it again")
        }
        return first
    }

    /// The keys in a file, or the one that stands there itself.
    private static func keys(_ text: String) throws -> [String] {
        if text.contains(" ") { return [text] }
        return try NamedText.read(text, "--ssh-key").split(whereSeparator: \.isNewline).map(String.init)
            .filter { !$0.hasPrefix("#") }
    }

    private static var ownKeys: [String] {
        guard let home = getenv("HOME").map({ String(cString: $0) }) else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: home + "/.ssh")) ?? []
        return names.filter { $0.hasPrefix("id_") && $0.hasSuffix(".pub") }.sorted().map { "\(home)/.ssh/\($0)" }
    }
}

extension FirstBoot.Agent: ExpressibleByArgument {}
