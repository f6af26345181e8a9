internal import FoundationEssentials

/// The medium that tells an image what it is: cloud-init's NoCloud, an ISO 9660 volume of the name `cidata`.
struct Seed: Sendable {
    /// Its files.
    var files: [(name: String, text: String)]

    private static let tool = ExternalTool(name: "xorriso", package: "xorriso")

    /// Where the medium is in a folder.
    static func medium(in folder: String) -> String { folder + "/seed.iso" }

    /// Makes the medium in a folder that only we can read; where that fails nothing of it stays, for it may hold secrets.
    func make(in folder: String) async throws {
        do {
            try await write(in: folder)
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
    }

    private func write(in folder: String) async throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for file in files {
            try Data(file.text.utf8).write(to: URL(filePath: folder + "/" + file.name))
        }
        _ = try await Self.tool.run(
            ["-as", "mkisofs", "-quiet", "-V", "cidata", "-J", "-r", "-graft-points", "-o", Self.medium(in: folder)]
                + files.map { "\($0.name)=\(folder)/\($0.name)" })
    }
}
