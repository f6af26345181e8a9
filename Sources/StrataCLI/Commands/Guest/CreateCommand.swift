internal import ArgumentParser
internal import Strata

struct CreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a guest: its disks, its definition, its first boot; wholly or not at all.",
        discussion: """
            The operating system decides the virtual hardware. Everything is written down before it is begun: what \
            fails, and what is interrupted, is taken back; what a killed create left, the next one takes back.

            Example:
              strata create web --image debian-12 --memory 2GiB --wait ssh
              strata create lab --kernel vmlinuz --initrd hello.img --network none
              strata create five --disk five.qcow2 --network default \\
                --network default,model=e1000 --network bridge=br0 \\
                --network direct=eth0,model=e1000e --network user
            """)

    @Argument(help: "The guest's name.")
    var name: String

    @OptionGroup(title: "What it boots from") var source: GuestSourceOptions
    @OptionGroup(title: "What it is made of") var machine: MachineOptions

    @OptionGroup(title: "The first boot of an image") var boot: FirstBootOptions

    @Flag(help: "Start it with the host.")
    var autostart = false

    @Flag(help: "Make it, and leave it off.")
    var noStart = false

    @Option(
        help: ArgumentHelp("Wait until it has come so far; `strata wait --help` has the stages.", valueName: "stage"))
    var wait: ReadinessStage?

    @Option(help: ArgumentHelp("How long --wait waits, such as 90s or 5m.", valueName: "time"))
    var timeout = DurationArgument(.seconds(300))

    @Flag(help: "Print the definition, and touch nothing but the file of --write.")
    var dryRun = false

    @Option(
        help: ArgumentHelp("Keep the definition in a file, too, such as domains/web.xml.", valueName: "file"),
        completion: .file(extensions: ["xml"]))
    var write: String?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let spec = try spec()
        let host = try await connection.open(quiet: output.quiet)
        if !dryRun { await clearEarlier(on: host) }
        let creation = try await ProgressBar.during(output) { bar in
            let show: @Sendable (ImageStore.Progress) -> Void = { bar.show($0) }
            return try await GuestCreation.plan(spec, on: host, fetching: dryRun ? nil : show)
        }
        if let wait { try Self.check(wait, of: creation.definition) }
        for note in creation.notes { output.note(note) }
        output.note("accelerator: \(creation.accelerator.words)")
        if dryRun {
            try creation.write()
            return try output.format.print(DefinitionView(definition: creation.definition.xml))
        }
        let guest = try await creation.perform()
        if let user = try? await guest.loginUser(), (try? Readiness.check(.ssh, of: creation.definition)) != nil {
            output.note("log in as '\(user)': strata ssh \(guest.name)")
        }
        let outcome = noStart ? "created" : "created and started"
        guard let wait else {
            let made = GuestOutcome(index: 0, guest: guest.name, outcome: outcome, failure: nil)
            return try output.format.print(GuestOutcomes(outcomes: [made]))
        }
        output.note("\(guest.name): \(outcome)")
        do {
            try await ReadinessView(output: output).wait(
                for: wait, of: guest, on: host, within: timeout.duration)
        } catch is CancellationError {
            throw Failure(
                .interrupted, "guest '\(guest.name)'", "the waiting was interrupted; the guest is there and runs on",
                hint: "strata wait \(guest.name) --for \(wait.rawValue)")
        }
    }

    /// Refuses before anything is made what nobody could wait for.
    private static func check(_ stage: ReadinessStage, of definition: DomainDocument) throws {
        do {
            try Readiness.check(stage, of: definition)
        } catch var failure as Failure {
            (failure.kind, failure.what) = (.wrongValue, "--wait \(stage.rawValue)")
            failure.hint = "choose another --network, which strata host nics shows, or wait for another stage"
            throw failure
        }
    }

    private func spec() throws -> GuestSpec {
        if wait != nil, noStart {
            throw Failure(
                .wrongValue, "--wait", "a guest that is not started gets nowhere",
                hint: "leave --no-start out, or --wait")
        }
        var spec = GuestSpec(name, from: try source.source())
        try machine.fill(&spec)
        spec.firstBoot = try boot.firstBoot(forImage: source.image != nil, output)
        (spec.isAutostarted, spec.isStarted, spec.file) = (autostart, !noStart, write)
        return spec
    }

    /// What a killed process left could stand in the way.
    private func clearEarlier(on host: HostConnection) async {
        let earlier = await GuestCreation.clearEarlier(on: host)
        for subject in earlier.subjects { output.note("\(subject): a create that died is taken back first") }
        for failure in earlier.failures { StandardStream.error.write("\(failure)\n") }
    }
}

/// A definition, for people as it is.
struct DefinitionView: Renderable {
    let definition: String

    var text: String { definition }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(definition, forKey: .definition)
    }

    private enum CodingKeys: String, CodingKey { case definition }
}
