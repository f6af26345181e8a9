import FoundationEssentials
import Testing

@testable import generate_libvirt

/// The way from libvirt's functions to Swift, as the doc comments of the library have it.
@Suite("The page about libvirt's functions") struct FunctionPageTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").path
    private static let sources = "\(root)/Sources/Libvirt"
    private static let ignored = "\(root)/Tests/LibvirtTests/Coverage/ignored.txt"

    @Test func everyPublicDeclarationThatCallsLibvirtSaysSo() throws {
        let functions = Set(try Installed.description().functions.map(\.name))
        let declarations = try SourceReader.read(folder: Self.sources)
        let speaking = Set(declarations.filter { !$0.links.isEmpty }.map(\.path))
        let callers = declarations.filter { $0.isPublic && !functions.isDisjoint(with: $0.calls) }
        #expect(callers.count > 200)
        for caller in callers {
            let isSaid = speaking.contains(caller.path) || speaking.contains(caller.path.dropLast())
            #expect(isSaid, "\(caller.file):\(caller.line) calls \(caller.calls) and has no line `libvirt: …`")
        }
    }

    @Test func everyLinkLeadsToSomethingOfLibvirt() throws {
        let texts = try Installed.paths.map { try String(contentsOf: URL(filePath: $0), encoding: .utf8) }
        let names = Set(texts.flatMap { $0.matches(of: /(?:name|type)='(vir\w+)'/).map { String($0.1) } })
        for declaration in try SourceReader.read(folder: Self.sources) {
            for link in declaration.links {
                #expect(names.contains(link), "\(declaration.file):\(declaration.line)")
            }
        }
    }

    @Test func everyFunctionAndEveryEnumerationHasARowThatSaysSomething() throws {
        let description = try Installed.description()
        let page = try FunctionPage(description, sources: Self.sources, ignored: Self.ignored)
        let rows = page.text.split(separator: "\n")
        #expect(!rows.contains { $0.hasSuffix("| not called |") })
        let names = rows.compactMap { $0.firstMatch(of: /^\| \[`(\w+)`\]/).map { String($0.1) } }
        #expect(names.count == Set(names).count)
        let functions = Set(description.functions.map(\.name))
        #expect(functions.isSubset(of: names))
        let older: Set = ["virBlkioParameterType", "virMemoryParameterType", "virSchedParameterType"]
        #expect(Set(names).subtracting(functions) == Set(description.types.keys).subtracting(older))
    }

    @Test func aRowNamesTheDeclarationTheReasonOrTheFile() throws {
        let source = """
            extension Thing where Mode == ReadWrite {
                /// Does it.
                ///
                /// libvirt: [`virDo`](url) and
                /// [`virDoMore`](url)
                @discardableResult
                public func act<T>(
                    _ text: (Int, T) -> Void, on place: [String: Int] = [:], at: T
                ) async throws -> T {
                    call("virDo") { virDo($0) }
                }
                /// libvirt: [`virMake`](url)
                public init(_ a: Int) {}
                /// libvirt: [`virMake`](url)
                public init(_ a: String) {}
                /// libvirt: [`virName`](url)
                public static var name: String { virName() }
                private func free() { virFree() }
            }
            """
        let names = ["virDo", "virDoMore", "virMake", "virName", "virFree", "virOld", "virNew"]
        let description = APIDescription(
            version: "1.2.3", constants: [], parameters: [],
            functions: names.map { Function(name: $0, version: [1], header: "libvirt-host") })
        let declarations = SourceReader(source, file: "Thing.swift").declarations
        let page = FunctionPage(description, declarations, ignored: ["virOld": "virDo does more"]).text
        for (name, place) in [
            ("virDo", "``Thing/act(_:on:at:)``"), ("virDoMore", "``Thing/act(_:on:at:)``"),
            ("virMake", "`Thing.init(_:)`"), ("virName", "``Thing/name``"),
            ("virFree", "inside the library, in `Thing.swift`"), ("virOld", "not called: virDo does more"),
            ("virNew", "not called"),
        ] {
            #expect(page.contains("#\(name)) | \(place) |\n"), "\(name)")
        }
    }

    @Test func aChangedPageIsFoundAndOneOfAnotherVersionIsNot() throws {
        try withTemporaryFolder { folder throws in
            let page = "\(folder)/page.md"
            func run(_ mode: String) throws -> Int32 {
                try Generate.run([mode, page, Self.sources, Self.ignored] + Installed.paths)
            }
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            #expect(try run("--check-page") == 1)
            #expect(try run("--page") == 0)
            #expect(try run("--check-page") == 0)
            let text = try String(contentsOf: URL(filePath: page), encoding: .utf8)
            try Data((text + "\n").utf8).write(to: URL(filePath: page))
            #expect(try run("--check-page") == 1)
            let other = Words.replacing(
                "libvirt \(try Installed.description().version).", in: text, with: "libvirt 1.2.3.")
            try Data(other.utf8).write(to: URL(filePath: page))
            #expect(try run("--check-page") == 0)
        }
    }
}
