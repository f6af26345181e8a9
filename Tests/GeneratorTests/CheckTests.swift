import FoundationEssentials
import Testing

@testable import generate_libvirt

@Suite("The generator's check") struct CheckTests {
    private static func run(_ mode: String, _ folder: String) throws -> Int32 {
        try Generate.run([mode, folder] + Installed.paths)
    }

    private static func edit(_ path: String, _ change: (String) -> String) throws {
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        try Data(change(text).utf8).write(to: URL(filePath: path))
    }

    @Test func freshOutputPasses() throws {
        try withTemporaryFolder { folder throws in
            #expect(try Self.run("--output", folder) == 0)
            #expect(try Self.run("--check", folder) == 0)
        }
    }

    @Test func aChangedFileIsNamed() throws {
        try withTemporaryFolder { folder throws in
            _ = try Self.run("--output", folder)
            try Self.edit("\(folder)/DomainStates.swift") { $0 + "\n" }
            let description = try Installed.description()
            let files = try SourceFiles(description, binding: try Binding(description))
            #expect(files.differences(from: folder) == ["DomainStates.swift"])
            #expect(try Self.run("--check", folder) == 1)
        }
    }

    @Test func aMissingAndASuperfluousFileAreFound() throws {
        try withTemporaryFolder { folder throws in
            _ = try Self.run("--output", folder)
            try FileManager.default.moveItem(
                atPath: "\(folder)/DomainStates.swift", toPath: "\(folder)/Elsewhere.swift")
            #expect(try Self.run("--check", folder) == 1)
            _ = try Self.run("--output", folder)
            #expect(try Self.run("--check", folder) == 0)
        }
    }

    @Test func filesOfAnotherVersionAreNotHeldAgainstTheInstalledOne() throws {
        try withTemporaryFolder { folder throws in
            _ = try Self.run("--output", folder)
            let version = try Installed.description().version
            try Self.edit("\(folder)/DomainStates.swift") {
                Words.replacing("libvirt \(version);", in: $0, with: "libvirt 1.2.3;")
            }
            #expect(try Self.run("--check", folder) == 0)
        }
    }

    @Test func anUnreadableDescriptionIsAnError() {
        #expect(throws: GeneratorError.self) { try DescriptionReader.read(paths: ["/nonexistent/libvirt-api.xml"]) }
    }

    @Test func wrongArgumentsGiveTheUsageStatus() throws {
        #expect(try Generate.run([]) == 64)
        #expect(try Generate.run(["--check", "folder"]) == 64)
    }
}
