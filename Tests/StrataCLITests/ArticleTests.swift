import Foundation
import Testing
import TestSupport

/// The examples in the articles of the documentation and in the README.
@Suite("The articles") struct ArticleTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")

    /// The articles' paths in the package.
    private static func articles() throws -> [String] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: "Sources").path)
        return ["README.md"] + files.filter { $0.contains(".docc/") && $0.hasSuffix(".md") }.map { "Sources/\($0)" }
    }

    @Test func everyExampleCompiles() async throws {
        var sources: [String: String] = [:]
        for path in try Self.articles() {
            let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
            for example in ArticleExample.examples(in: text, of: path) { sources[example.fileName] = example.source }
        }
        #expect(sources.count > 20)
        let outcome = try await SourceCheck(sources).outcome()
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test func whatDoesNotCompileIsNamedWithItsPlace() async throws {
        let article = "# Title\n\n```swift\nlet a = 1\n\nlet b: Int = \"two\"\n```\n\n```sh\nls\n```\n"
        let examples = ArticleExample.examples(in: article, of: "Sources/Libvirt/Libvirt.docc/Title.md")
        #expect(examples.count == 1)
        let sources = Dictionary(uniqueKeysWithValues: examples.map { ($0.fileName, $0.source) })
        let outcome = try await SourceCheck(sources).outcome()
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("Sources/Libvirt/Libvirt.docc/Title.md:6:14: error:"))
    }
}

/// One example of an article, as a source that the compiler takes.
struct ArticleExample {
    /// The article's path in the package.
    var path: String
    /// The line of its first line.
    var line: Int
    var lines: [Substring]

    static func examples(in text: String, of path: String) -> [ArticleExample] {
        var examples: [ArticleExample] = []
        var current: ArticleExample?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let example = current {
                if line == "```" { examples.append(example) }
                if line == "```" { current = nil } else { current?.lines.append(line) }
            } else if line == "```swift" {
                current = ArticleExample(path: path, line: index + 2, lines: [])
            }
        }
        return examples
    }

    /// No two examples have the same one.
    var fileName: String { "\(path.replacing("/", with: "-"))-\(line).swift" }

    /// The example as it stands there, in a function that has a connection and a guest, with the article's own module.
    var source: String {
        let imports = lines.filter { $0.hasPrefix("import ") }
        // The lines stay where they are, so that the compiler's complaints name the article's.
        let body =
            ["#sourceLocation(file: \"\(path)\", line: \(line))"]
            + lines.map { $0.hasPrefix("import ") ? "" : String($0) } + ["#sourceLocation()"]
        let isOfFileScope = lines.contains { $0.starts(with: /extension |public |@main/) }
        let opening = isOfFileScope ? [] : ["private func example(host: Connection, guest: Domain) async throws {"]
        let text = ["import Libvirt", module.map { "import \($0)" } ?? ""] + imports.map(String.init) + opening + body
        return (text + (isOfFileScope ? [] : ["}"])).joined(separator: "\n")
    }

    private var module: String? { path.firstMatch(of: /\/(\w+)\.docc\//).map { String($0.1) } }
}
