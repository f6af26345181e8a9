internal import ArgumentParser
internal import Strata

struct SetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change the common parts of a guest's definition file; all else stays byte for byte.",
        discussion: """
            All changes are made, or none: a value that cannot be, or one that would make the definition invalid, \
            changes nothing. What really changed is printed as `diff` prints it; a guest gets it by `define --replace`.

            Example:
              strata set domains/web.xml --memory 4GiB --vcpus 2 --add-disk images/data.qcow2
            """)

    @Argument(help: "A guest's definition, an XML file.", completion: .file(extensions: ["xml"]))
    var file: String

    @OptionGroup(title: "Fields") var fields: FieldOptions
    @OptionGroup(title: "Devices and labels") var devices: DeviceEditOptions

    @Flag(name: .customLong("print"), help: "Print the new definition and leave the file alone.")
    var printsOnly = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        let edits = try fields.edits + devices.edits
        guard !edits.isEmpty else {
            throw ValidationError("say what to change, such as --memory 4GiB")
        }
    }

    func run() throws {
        let edited = try edited()
        guard !printsOnly else { return StandardStream.output.write(edited.document.xml) }
        try edited.save()
        let colour = StandardStream.output.wantsColour
        try output.format.print(DifferenceView(changes: edited.changes, usesColour: colour))
    }

    private func edited() throws -> EditedDefinition {
        do {
            return try EditedDefinition(file: file, edits: fields.edits + devices.edits)
        } catch let error as InvalidValue {
            throw ValidationError(error.description)
        }
    }
}
