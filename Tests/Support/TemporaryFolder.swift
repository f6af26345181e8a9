public import Foundation

/// Runs `body` with a new folder that is gone afterwards.
///
/// The folder can be searched by everybody: QEMU runs as another user than the test.
public func withTemporaryFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "strata-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

extension URL {
    /// Writes `text` to the file of that name in this folder and answers its path.
    public func file(_ name: String, _ text: String) throws -> String {
        let file = appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// Makes a script of that name in this folder and answers its path.
    ///
    /// Another process writes it: a child that another test starts meanwhile would keep the file open for writing, and
    /// nobody can start such a program.
    public func script(_ name: String, _ text: String) async throws -> String {
        try await install(try file(".\(name).text", text), as: name)
    }

    /// Copies a program into this folder, where other users may start it.
    public func copy(of program: Tool) async throws -> Tool {
        Tool(path: try await install(program.path, as: "program"))
    }

    private func install(_ source: String, as name: String) async throws -> String {
        let target = appending(path: name).path
        let outcome = try await Tool(path: "/usr/bin/install").run("-m", "755", source, target)
        guard outcome.status == 0 else { throw CocoaError(.fileWriteUnknown) }
        return target
    }
}
