internal import ArgumentParser
internal import Strata

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Print a definition with its relative paths resolved, for other tools.",
        discussion: """
            Nothing else is changed: comments, order and spelling stay as they are in FILE.

            Example:
              strata render domains/hello.xml | virsh create /dev/stdin
            """)

    @Argument(help: "The domain definition, an XML file.", completion: .file(extensions: ["xml"]))
    var file: String

    func run() throws {
        StandardStream.output.write(try Definition(file: file).document.xml)
    }
}
