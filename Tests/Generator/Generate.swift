import Glibc

/// `generate-libvirt [--output | --check] FOLDER DESCRIPTION…`, `generate-libvirt [--page | --check-page] FILE
/// SOURCES IGNORED DESCRIPTION…`, or `--list DESCRIPTION…`.
@main
struct Generate {
    static func main() {
        do {
            exit(try run(Array(CommandLine.arguments.dropFirst())))
        } catch {
            complain("error: \(error)")
            exit(1)
        }
    }

    static let usage = """
        usage: generate-libvirt --output FOLDER DESCRIPTION…   write the Swift files
               generate-libvirt --check FOLDER DESCRIPTION…    exit 1 and name the files that differ
               generate-libvirt --page FILE SOURCES IGNORED DESCRIPTION…
                                                               write the page from C functions to Swift
               generate-libvirt --check-page FILE SOURCES IGNORED DESCRIPTION…
                                                               exit 1 if the page differs
               generate-libvirt --list DESCRIPTION…            print each C name with its Swift name
        """

    /// Does what the arguments say and gives the exit status.
    static func run(_ arguments: [String]) throws -> Int32 {
        var paths = arguments
        let mode = paths.isEmpty ? "" : paths.removeFirst()
        if mode == "--list", !paths.isEmpty { return try list(paths) }
        if mode == "--page" || mode == "--check-page", paths.count > 3 {
            return try page(paths, check: mode == "--check-page")
        }
        guard mode == "--output" || mode == "--check", paths.count > 1 else {
            complain(usage)
            return 64
        }
        let folder = paths.removeFirst()
        let description = try DescriptionReader.read(paths: paths)
        let files = try SourceFiles(description, binding: try Binding(description))
        if mode == "--check" { return check(files, folder) }
        try files.write(to: folder)
        return 0
    }

    private static func list(_ paths: [String]) throws -> Int32 {
        let description = try DescriptionReader.read(paths: paths)
        let parameters = description.parameters.map {
            (constant: $0.name, swift: "TypedParameterName.\(ParameterWriter.name(of: $0))")
        }
        for (constant, swift) in try Binding(description).table + parameters {
            print("\(constant)\t\(swift)")
        }
        return 0
    }

    private static func page(_ paths: [String], check: Bool) throws -> Int32 {
        let description = try DescriptionReader.read(paths: Array(paths[3...]))
        let page = try FunctionPage(description, sources: paths[1], ignored: paths[2])
        if !check {
            try page.write(to: paths[0])
        } else if page.isOfOtherVersion(in: paths[0]) {
            complain("note: \(paths[0]) comes from another libvirt than the one installed: not checked")
        } else if page.differs(from: paths[0]) {
            complain("\(paths[0]): differs from what the generator writes")
            return 1
        }
        return 0
    }

    /// Another version of libvirt is no fault of the files: what they lack arrives as `.unknown`.
    private static func check(_ files: SourceFiles, _ folder: String) -> Int32 {
        if let version = files.otherVersion(in: folder) {
            complain("note: \(folder) comes from libvirt \(version), not from the one installed: not checked")
            return 0
        }
        let differences = files.differences(from: folder)
        for file in differences {
            complain("\(folder)/\(file): differs from what the generator writes")
        }
        return differences.isEmpty ? 0 : 1
    }

    private static func complain(_ message: String) {
        let line = message + "\n"
        line.withCString { _ = write(STDERR_FILENO, $0, strlen($0)) }
    }
}
