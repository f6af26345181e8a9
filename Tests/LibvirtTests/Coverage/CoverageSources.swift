import Foundation
import Libvirt
import TestSupport

/// Where the account of the coverage comes from: libvirt's API descriptions, the objects of the library, a list.
enum CoverageSources {
    struct Missing: Error, CustomStringConvertible {
        var description: String
    }

    private struct OutputFiles: Decodable {
        var object: String?
    }

    /// The functions of libvirt and its three sisters, with the version that each came with.
    static func describedFunctions() async throws -> [String: Version] {
        var versions: [String: Version] = [:]
        for library in ["libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"] {
            let variable = library.replacingOccurrences(of: "-", with: "_") + "_api"
            let answer = try await run("pkg-config", ["--variable=\(variable)", library])
            let path = answer.trimmingCharacters(in: .whitespacesAndNewlines)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            for function in text.matches(of: /<function name='(\w+)'[^>]* version='(\d+)\.(\d+)\.(\d+)'>/) {
                let numbers = [function.2, function.3, function.4].compactMap { UInt64($0) }
                versions[String(function.1)] = Version(packed: numbers.reduce(0) { $0 * 1000 + $1 })
            }
        }
        return versions
    }

    /// The symbols that the library's objects, beside the running tests, want from elsewhere.
    static func calledSymbols() async throws -> Set<String> {
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let folder = program.deletingLastPathComponent().appending(path: "Libvirt.build")
        // Objects of sources that are no more stay in the folder; the map has only those of the present ones.
        let map = try Data(contentsOf: folder.appending(path: "output-file-map.json"))
        let outputs = try JSONDecoder().decode([String: OutputFiles].self, from: map)
        // Without a source it is what some builds make of all of them together.
        let objects = outputs.compactMap { source, output in source.isEmpty ? nil : output.object }
        guard !objects.isEmpty else { throw Missing(description: "\(folder.path) names no objects") }
        let files = objects.map { folder.appending(path: URL(fileURLWithPath: $0).lastPathComponent).path }
        let lines = try await run("nm", ["--undefined-only"] + files).split(separator: "\n")
        return Set(lines.compactMap { $0.split(separator: " ").last.map(String.init) })
    }

    static func ignoredFunctions() throws -> [CoverageAccount.Ignored] {
        let list = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "ignored.txt")
        return CoverageAccount.ignored(in: try String(contentsOf: list, encoding: .utf8))
    }

    private static func run(_ program: String, _ arguments: [String]) async throws -> String {
        let outcome = try await Tool(path: "/usr/bin/env").run([program] + arguments)
        guard outcome.status == 0 else { throw Missing(description: "\(program) failed: \(outcome.errors)") }
        return outcome.output
    }
}
