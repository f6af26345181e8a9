import Foundation
import Libvirt
import Testing
import TestSupport

/// A guest that `strata create` makes of the cloud image of Debian's packages, and a pool and a network of its own.
struct CloudGuest {
    let host: Connection
    let guest: Domain
    let network: Network
    let pool: StoragePool
    let folder: URL
    /// What `create` wrote.
    let creation: Tool.Outcome
    var key: String { path("key") }
    var name: String { guest.name }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Runs strata on the host of the guest, with a state folder of its own.
    func strata(_ arguments: [String], _ environment: [String: String] = [:]) async throws -> Tool.Outcome {
        try await Self.strata(["-q"] + arguments, folder, environment)
    }

    /// The same with all that it tells on the way.
    func loudStrata(_ arguments: [String], _ environment: [String: String] = [:]) async throws -> Tool.Outcome {
        try await Self.strata(arguments, folder, environment)
    }

    private static func strata(
        _ arguments: [String], _ folder: URL, _ more: [String: String] = [:]
    ) async throws -> Tool.Outcome {
        var words = arguments.filter { $0 != "-q" }
        words.insert(contentsOf: (words.count < arguments.count ? ["-q"] : []) + ["-c", RealGuests.uri], at: 1)
        let state = ["XDG_STATE_HOME": folder.appending(path: "state").path]
        return try await Tool.strata.run(words, environment: state.merging(more) { $1 })
    }

    static let image = RealGuests.domains.appending(path: "images/cloud.qcow2").path

    /// Makes the guest, waits until somebody can log in, runs `body`, and removes whatever there is of it.
    ///
    /// - Parameters:
    ///   - name: The guest's name.
    ///   - newName: The name that `body` gives it.
    ///   - body: What is done with it.
    /// - Throws: What `body` throws, and what keeps the guest from being made.
    static func with(_ name: String, renamed newName: String, body: (CloudGuest) async throws -> Void) async throws {
        try #require(FileManager.default.fileExists(atPath: image), "make it with: Tests/Lab/guests cloud")
        try await RealStorage.withPool("\(name)-pool") { _, pool, folder in
            let key = folder.appending(path: "key").path
            let made = try await Tool(path: "/usr/bin/ssh-keygen").run("-q", "-t", "ed25519", "-N", "", "-f", key)
            try #require(made.status == 0, "\(made.errors)")
            try await LabNetwork(name: name, bridge: "virbr-cloud", subnet: 231).run { _, network in
                try await RealGuests.withGuests(name, newName) { host in
                    let words = [
                        "create", name, "--image", image, "--pool", pool.name, "--disk-size", "4GiB", "--cpus", "2",
                        "--memory", "512MiB", "--network", name, "--ssh-key", key + ".pub", "--user", "debian",
                        "--wait", "ssh",
                        "--timeout", "15m", "--format", "json",
                    ]
                    let creation = try await strata(words, folder)
                    try #require(creation.status == 0, "\(creation.errors)")
                    let cloud = CloudGuest(
                        host: host, guest: try await host.domain(named: name), network: network, pool: pool,
                        folder: folder, creation: creation)
                    try await body(cloud)
                }
            }
        }
    }
}
