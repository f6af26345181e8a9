internal import ArgumentParser
internal import Strata

struct SSHCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ssh",
        abstract: "Log in to a guest over SSH, at the address that it has now.",
        usage: "strata ssh [<options>] <name> [-- <command> ...]",
        discussion: """
            A guest's SSH keys are kept by its UUID, not by an address that another guest had before. Where QEMU's \
            agent answers, they are read through it, so that nobody can stand in between; else the first key seen is \
            kept, and another one is refused. Over a qemu+ssh connection, that host is the way to the guest.

            Example:
              strata ssh web -- uptime
              strata ssh web --user root --key id_lab
            """)

    @Argument(help: "The guest's name.", completion: .guests)
    var name: String

    @Argument(parsing: .postTerminator, help: "The command to run there; without one, a shell.")
    var command: [String] = []

    @OptionGroup var ssh: SSHOptions

    @Option(help: ArgumentHelp("Wait so long until its SSH server answers, such as 2m.", valueName: "time"))
    var wait: DurationArgument?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let (host, guest) = try await connection.open(guest: name, quiet: output.quiet)
        if let wait { try await Readiness(of: guest, on: host.connection).wait(for: .ssh, within: wait.duration) }
        let access = try await ssh.find(guest, on: host.connection, output)
        await host.connection.close()
        try Program.become(["ssh"] + ssh.words(for: access) + [ssh.target(access), "--"] + command)
    }
}
