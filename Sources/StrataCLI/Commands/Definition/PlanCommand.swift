internal import ArgumentParser
internal import Strata

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Show what of a folder of definitions the host does not have, and when it could.",
        discussion: """
            Compares each file (guests, networks, pools, volumes) with what the host keeps and with what runs, and \
            changes nothing. With --exit-code: 0 for no change, 10 for changes.

            Example:
              strata plan domains/ --exit-code
            """)

    @OptionGroup var definitions: DefinitionPaths

    @Flag(help: "Exit with 10 when anything is not as the files say.")
    var exitCode = false

    @Flag(help: "Also guests that strata put there from the folder, and whose files have left it.")
    var prune = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        async let _ = DefinitionPlan.readAhead()
        let set = try await definitions.read(output)
        let host = try await connection.open(quiet: output.quiet)
        let plan = try await DefinitionPlan.make(set, on: host.connection, prunes: prune)
        if !plan.objects.isEmpty || plan.failures.isEmpty {
            try output.format.print(PlanView(plan, usesColour: StandardStream.output.wantsColour))
        }
        try plan.failures.report()
        if exitCode, plan.hasChanges { throw ExitStatus.changes }
    }
}

/// Files and folders with definitions.
struct DefinitionPaths: ParsableArguments {
    @Argument(
        help: "Folders, or files: libvirt's XML. Of a folder, all .xml files in it and below it.",
        completion: .file(extensions: ["xml"]))
    var paths: [String]

    /// Reads them, and says so where there is nothing to read: that may be the wrong folder.
    func read(_ output: OutputOptions) async throws -> DefinitionSet {
        let set = try await DefinitionSet.read(paths)
        if set.files.isEmpty, set.failures.isEmpty {
            output.note("\(paths.joined(separator: ", ")): no file in there is named .xml")
        }
        return set
    }
}

extension [Failure] {
    /// Prints all of them and fails as they do; where they are of several kinds, with `failed`.
    func report() throws {
        for failure in self { StandardStream.error.write("\(failure)\n") }
        let kinds = Set(map(\.kind))
        guard let kind = kinds.first else { return }
        throw kinds.count == 1 ? ExitStatus(kind) : .failed
    }
}

/// A plan for people, and for programs.
struct PlanView: Renderable {
    let objects: [ObjectRecord]
    let usesColour: Bool

    init(_ plan: DefinitionPlan, usesColour: Bool) {
        objects = plan.objects.map(ObjectRecord.init)
        self.usesColour = usesColour
    }

    var text: String {
        let changed = objects.filter { $0.action != .nothing }
        let same = objects.count - changed.count
        let summary =
            changed.isEmpty
            ? "no change: \(same) as their files say\n" : "\(changed.count) to change, \(same) as their files say\n"
        let told = objects.filter { $0.action != .nothing || $0.isSavedOtherwise != nil }
        return told.map { $0.text(usesColour: usesColour) }.joined() + summary
    }

    func encode(to encoder: any Encoder) throws { try objects.encode(to: encoder) }
}

/// What is planned for one thing.
struct ObjectRecord: Encodable {
    let kind: DefinedKind
    let name: String
    let file: String?
    let action: PlannedAction
    let isActive: Bool
    let changes: [Change]
    /// Whether its next start goes on with a saved state and another definition; left out where not.
    let isSavedOtherwise: Bool?

    init(_ plan: ObjectPlan) {
        isSavedOtherwise = plan.isSavedOtherwise ? true : nil
        (kind, name) = (plan.name.kind, plan.name.name)
        (file, action, isActive, changes) = (plan.file, plan.action, plan.isActive, plan.changes.withoutSecrets)
    }

    /// A line for people, and one for each change.
    func text(usesColour: Bool) -> String {
        let object = DefinedName(kind, name)
        let saved = isSavedOtherwise == nil ? "" : "  \(object.savedOtherwise)\n"
        let heading = "\(object): \(words)\n\(saved)"
        guard !changes.isEmpty, action != .create else { return heading }
        let lines = DifferenceView(changes: changes, usesColour: usesColour).text
        return heading + lines.split(separator: "\n").map { "  \($0)\n" }.joined()
    }

    /// What would be done, in words.
    private var words: String {
        switch action {
        case .create: "is to be created"
        case .changeLive: "differs; some of it can be changed while it runs (--live)"
        case .changeAtNextBoot: isActive ? "differs, from its next start on" : "differs"
        case .recreate: "differs in what only removing it and making it anew would change"
        case .remove: "is to be removed: its file has left the folder"
        case .nothing: "is as its file says"
        }
    }
}

extension [Change] {
    /// The changes with passwords blotted out: a plan ends up in terminals and logs.
    var withoutSecrets: [Change] {
        map { change in
            var shown = change
            if change.path.hasSuffix("/@passwd") {
                (shown.before, shown.after) = (change.before.map { _ in "•••" }, change.after.map { _ in "•••" })
            } else {
                (shown.before, shown.after) = (change.before?.withoutPasswords, change.after?.withoutPasswords)
            }
            return shown
        }
    }
}

extension String {
    fileprivate var withoutPasswords: String {
        // Few texts have any, and a look costs far less than a pattern.
        guard contains("passwd=") else { return self }
        return replacing(/passwd=(?:'[^']*'|"[^"]*")/) { _ in "passwd='•••'" }
    }
}
