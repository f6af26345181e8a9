internal import ArgumentParser
internal import Strata

/// `strata`, and all its verbs.
struct RootCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strata",
        abstract: "Virtual machines on KVM/QEMU through libvirt, and the layers they stand on.",
        discussion: """
            Examples:
              strata run domains/hello.xml   boot a guest, and leave nothing behind
              strata list --all              all guests, running or not
              strata layers                  the host and its guests as a picture
            """,
        version: StrataVersion.current,
        groupedSubcommands: [
            CommandGroup(
                name: "Guests",
                subcommands: [
                    CreateCommand.self, RunCommand.self, ListCommand.self, InfoCommand.self, StartCommand.self,
                    StopCommand.self, RebootCommand.self, PauseCommand.self, ResumeCommand.self, SaveCommand.self,
                    RestoreCommand.self,
                    AutostartCommand.self, RenameCommand.self, TagCommand.self, EventsCommand.self,
                    DeleteCommand.self,
                ]),
            CommandGroup(
                name: "Reaching guests",
                subcommands: [
                    WaitCommand.self, ConsoleCommand.self, IPCommand.self, SSHCommand.self, ExecCommand.self,
                    CopyCommand.self, ViewCommand.self, ScreenshotCommand.self, SendKeyCommand.self,
                ]),
            CommandGroup(
                name: "Definitions",
                subcommands: [
                    DefineCommand.self, UndefineCommand.self, ValidateCommand.self, FmtCommand.self, DiffCommand.self,
                    GetCommand.self, SetCommand.self, PlanCommand.self, ApplyCommand.self, ImportCommand.self,
                    EditCommand.self, WatchDriftCommand.self, RenderCommand.self,
                ]),
            CommandGroup(name: "Images", subcommands: [ImageCommand.self, OSCommand.self]),
            CommandGroup(
                name: "Host",
                subcommands: [
                    LayersCommand.self, PathCommand.self, OverheadCommand.self, TopCommand.self, AdviseCommand.self,
                    HostCommand.self, DoctorCommand.self, OrphansCommand.self, VersionCommand.self,
                ]),
        ])
}

extension RootCommand {
    /// Reads the arguments of one command without building the tree of all of them, where that is enough.
    ///
    /// A short command is a twentieth shorter for it. Whatever one command cannot read, or ends with a text (`--help`),
    /// goes to the tree, which knows what to say.
    static func parseFast(_ arguments: [String]) async throws -> any ParsableCommand {
        let named = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
        if let named = named as? any AsyncParsableCommand.Type,
            let command = try? await named.asyncParseAsRoot(Array(arguments.dropFirst())),
            // A text that was asked for is a command of the parser's own.
            type(of: command) == named
        {
            return command
        }
        return try await asyncParseAsRoot(arguments)
    }
}

/// The version of strata itself.
enum StrataVersion {
    static let current = "0.1.0"
}
