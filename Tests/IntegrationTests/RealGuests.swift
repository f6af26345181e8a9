import Foundation
import Libvirt
import Testing
import TestSupport

/// Everything that boots real guests, one after the other: they share two processors, and the examples their names.
@Suite("Real guests", .serialized) struct RealGuests {
    static let uri = "qemu:///system"

    /// The example definitions of the project, where QEMU's user can read them.
    static let domains: URL = {
        if let folder = ProcessInfo.processInfo.environment["STRATA_DOMAINS"] { return URL(fileURLWithPath: folder) }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../domains")
            .standardizedFileURL
    }()

    static func example(_ name: String) -> String { domains.appending(path: "\(name).xml").path }

    /// An example under a name of its own, for tests that keep it; answers the file's path.
    static func copy(of name: String, as newName: String, in folder: URL) async throws -> String {
        let rendered = try await Tool.strata.run("render", example(name))
        let text = rendered.output.replacingOccurrences(of: "<name>\(name)</name>", with: "<name>\(newName)</name>")
        return try folder.file("\(newName).xml", text)
    }

    /// The names of all guests that the system daemon knows.
    static func guestNames() async throws -> [String] {
        let host = try await ReadOnlyConnection.open(uri)
        let names = try await host.domains().map(\.name)
        await host.close()
        return names
    }

    /// Runs `body` with a connection, and removes the guests of those names afterwards whatever happens.
    static func withGuests<Result>(
        _ names: String..., body: (Connection) async throws -> Result
    ) async throws -> Result {
        let host = try await Connection.open(uri)
        func clear() async {
            for name in names {
                guard let guest = try? await host.domain(named: name) else { continue }
                try? await guest.forceOff()
                try? await guest.undefine([.managedSave, .nvram, .tpm])
            }
            await host.close()
        }
        do {
            let result = try await body(host)
            await clear()
            return result
        } catch {
            await clear()
            throw error
        }
    }
}
