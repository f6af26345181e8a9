internal import ArgumentParser
internal import Strata

struct CopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cp",
        abstract: "Copy a file into a guest or out of it.",
        discussion: """
            One of both is NAME:PATH, a path in a guest. Over SSH (folders, too) where --user or --key say as whom; \
            else one file through QEMU's agent, as the user that the agent is, most often root: that file appears as a \
            whole or not at all. Over SSH, a path without a slash in front starts at the user's home, and NAME: is \
            that home; the agent has none.

            Example:
              strata cp site.conf web:/etc/
            """)

    enum Way: String, CaseIterable, ExpressibleByArgument { case auto, agent, ssh }

    @Argument(help: "The file, or NAME:PATH.", completion: .guestPaths)
    var source: String

    @Argument(help: "Where to, or NAME:PATH; a folder takes the file under its own name.", completion: .guestPaths)
    var destination: String

    @Option(help: "auto: over SSH where --user is given, else through the agent; agent and ssh insist.")
    var via = Way.auto

    @OptionGroup var ssh: SSHOptions
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (GuestPath(source) == nil) != (GuestPath(destination) == nil) else {
            throw ValidationError("exactly one of both must be NAME:PATH; a file with a colon here is ./a:b")
        }
        guard destination != "-", source != "-" else {
            throw ValidationError("'-' is no file; for a text: strata exec NAME -- cat PATH, or exec --stdin")
        }
    }

    func run() async throws {
        guard let path = GuestPath(source) ?? GuestPath(destination) else { return }
        let host = try await connection.open(quiet: output.quiet)
        let guest = try await host.connection.domain(named: path.guest)
        guard via == .ssh || (via == .auto && (ssh.user != nil || ssh.key != nil)) else {
            return try await copyThroughAgent(of: guest, path)
        }
        let access = try await ssh.find(guest, on: host.connection, output)
        await host.connection.close()
        let remote = ssh.target(access, brackets: true) + ":" + path.path
        let ends = GuestPath(source) != nil ? [remote, destination] : [source, remote]
        try Program.become(["scp", "-q", "-r", "-p"] + ssh.words(for: access) + ["--"] + ends)
    }
}

extension CopyCommand {
    private func copyThroughAgent(of guest: Domain, _ path: GuestPath) async throws {
        guard path.path.hasPrefix("/") else {
            throw Failure(
                .wrongValue, "'\(path.guest):\(path.path)'", "QEMU's agent has no home to start at",
                hint: "begin the path with a slash, or copy over SSH: --via ssh")
        }
        let agent = GuestAgent(guest)
        let bar = ProgressBar(isWanted: !output.quiet)
        defer { bar.end() }
        let progress = { (done: Int, total: Int) in
            bar.show(.init(label: "cp", done: .bytes(UInt64(max(0, done))), total: .bytes(UInt64(max(0, total)))))
        }
        let count =
            GuestPath(source) != nil
            ? try await agent.download(path.path, to: destination, progress: progress)
            : try await agent.upload(source, to: path.path, progress: progress)
        bar.end()
        output.note("\(count) bytes through QEMU's agent")
    }
}

/// A path in a guest, as `NAME:PATH`.
struct GuestPath: Equatable {
    let guest: String
    let path: String

    init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return nil }
        guest = String(text[..<colon])
        path = String(text[text.index(after: colon)...])
        if guest.contains("/") { return nil }
    }
}
