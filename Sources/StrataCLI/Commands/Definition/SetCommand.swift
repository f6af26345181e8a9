internal import ArgumentParser
internal import Strata

struct SetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change the common parts of a guest, or of its definition file; all else stays as it is.",
        discussion: """
            All changes are made, or none: a value that cannot be, or one that would make the definition invalid, \
            changes nothing. What really changed is printed as `diff` prints it. A guest on a host is changed for its \
            next boot, and at once in what can be changed while it runs; --now and --next-boot mean only that. What only \
            one of both has, such as a disk that is to go, is changed there.

            Example:
              strata set domains/web.xml --memory 4GiB --vcpus 2 --add-disk images/data.qcow2
              strata set web --current-memory 2GiB --now
            """)

    @Argument(
        help: "A definition, an XML file; or a guest's name, also as guest:NAME.",
        completion: .file(extensions: ["xml"]), transform: DefinitionSource.guestOrFile)
    var target: DefinitionSource

    @OptionGroup(title: "Fields") var fields: FieldOptions
    @OptionGroup(title: "Devices and labels") var devices: DeviceEditOptions

    @Option(
        help: ArgumentHelp(
            "Copy what the images between a running guest's disk and the lowest one hold into the disk's own.",
            valueName: "target"))
    var flattenDisk: [String] = []

    @Flag(name: .customLong("print"), help: "Print the new definition and leave the file alone.")
    var printsOnly = false

    @Flag(help: "Change only the running guest, until it stops.")
    var now = false

    @Flag(help: "Change only what the guest's next boot takes.")
    var nextBoot = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        let edits = try fields.edits + devices.edits
        guard !edits.isEmpty || !flattenDisk.isEmpty else {
            throw ValidationError("say what to change, such as --memory 4GiB")
        }
        guard flattenDisk.isEmpty || (edits.isEmpty && target.isOnHost && !nextBoot) else {
            throw ValidationError("--flatten-disk copies data of a running guest: it goes without other changes")
        }
        guard !(now && nextBoot) else { throw ValidationError("--now and --next-boot exclude each other") }
        guard !target.isOnHost || !printsOnly else { throw ValidationError("--print is for files") }
        guard target.isOnHost || !(now || nextBoot) else {
            throw ValidationError("--now and --next-boot are for guests, not for files")
        }
    }

    func run() async throws {
        do {
            let edits = try fields.edits + devices.edits
            guard flattenDisk.isEmpty else { return try await flatten() }
            switch target {
            case .file(let file): try change(file, edits)
            case .guest(let name): try await change(guest: name, edits, now ? .now : nextBoot ? .nextBoot : .both)
            case .liveGuest(let name): try await change(guest: name, edits, .now)
            }
        } catch let error as InvalidValue {
            throw ValidationError(error.description)
        }
    }

    private func flatten() async throws {
        guard let name = target.guestName else { return }
        let (_, guest) = try await connection.open(guest: name, quiet: output.quiet)
        var outcomes: [DiskFlattening.Outcome] = []
        for disk in flattenDisk {
            outcomes.append(
                try await ProgressBar.during(output) { bar in
                    try await DiskFlattening(disk).perform(on: guest) { bar.show(disk, $0) }
                })
        }
        try output.format.print(FlatteningView(outcomes: outcomes))
    }

    private func change(_ file: String, _ edits: [DefinitionEdit]) throws {
        let edited = try EditedDefinition(file: file, edits: edits)
        guard !printsOnly else { return StandardStream.output.write(edited.document.xml) }
        try edited.save()
        try print(edited.changes)
    }

    private func change(guest name: String, _ edits: [DefinitionEdit], _ reach: GuestEdit.Reach) async throws {
        let (host, guest) = try await connection.open(guest: name, quiet: output.quiet)
        let made = try await GuestEdit(edits, reach).perform(on: guest, uri: host.uri)
        try output.format.print(MadeChangesView(made))
    }

    private func print(_ changes: [Change]) throws {
        let colour = StandardStream.output.wantsColour
        try output.format.print(DifferenceView(changes: changes.withoutSecrets, usesColour: colour))
    }
}

/// What is different in a guest, and where.
private struct MadeChangesView: Renderable {
    let made: [MadeChange]

    init(_ made: [MadeChange]) {
        self.made = zip(made, made.map(\.change).withoutSecrets).map { made, change in
            var shown = made
            shown.change = change
            return shown
        }
    }

    var text: String {
        let view = DifferenceView(changes: made.map(\.change), usesColour: StandardStream.output.wantsColour)
        return made.isEmpty ? view.text : made.map { view.line($0.change, words(for: $0)) }.joined()
    }

    func encode(to encoder: any Encoder) throws { try made.encode(to: encoder) }

    private func words(for made: MadeChange) -> String {
        if made.change.effect == .cosmetic { return "cosmetic" }
        if made.isPending { return "asked of the guest, which has it still" }
        // The guest gives memory back, or gets it back, as fast as it likes.
        let balloon = made.change.path == "/domain/currentMemory" ? ", by its balloon" : ""
        return switch made.reach {
        case .both: balloon.isEmpty ? "now and at next boot" : "now\(balloon), and at next boot"
        case .nextBoot: "at next boot"
        case .now: "now only\(balloon)"
        }
    }
}

/// What became of chains of images.
private struct FlatteningView: Renderable {
    let outcomes: [DiskFlattening.Outcome]

    var text: String { outcomes.map(line).joined() }

    func encode(to encoder: any Encoder) throws { try outcomes.encode(to: encoder) }

    private func line(of outcome: DiskFlattening.Outcome) -> String {
        guard outcome.after < outcome.before else {
            return "disk \(outcome.disk): nothing lies between its image and the lowest one\n"
        }
        return "disk \(outcome.disk): a chain of \(outcome.before) images is one of \(outcome.after) now\n"
            + outcome.unread.map { "  no longer read: \($0.printable)\n" }.joined()
    }
}

extension ProgressBar {
    /// How far a block job on a disk is.
    fileprivate func show(_ disk: String, _ job: BlockJobInfo) {
        show(State(label: "disk \(disk): copying", done: .bytes(job.position), total: .bytes(job.end)))
    }
}
