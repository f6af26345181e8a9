internal import FoundationEssentials

extension Seed {
    /// The seed of a guest: who may log in, what it is called, and how it is on the network.
    ///
    /// - Parameters:
    ///   - firstBoot: Who may log in, and what the user adds.
    ///   - guest: The guest's name.
    ///   - instance: The identity by which the image knows that it is new.
    ///   - addresses: The hardware addresses of its adapters.
    /// - Throws: ``Failure`` when the password cannot be hashed.
    init(_ firstBoot: FirstBoot, guest: String, instance: String, addresses: [String]) async throws {
        let hash = try await firstBoot.password.mapAsync { try await Self.hash($0) }
        let hostname = CloudConfiguration.hostname(of: guest)
        let networks =
            addresses.isEmpty
            ? [] : [("network-config", try SeedText.json(NetworkConfiguration(addresses: addresses)))]
        // The same machine as before: without that, cloud-init would take one without its medium for a new one.
        let memory = try [("meta-data", SeedText.json(Identity(instance: instance))), ("user-data", Self.nothing)]
        let own = try CloudConfiguration(
            firstBoot, guest: guest, passwordHash: hash, memory: firstBoot.keepsMedium ? [] : memory + networks
        ).text
        files =
            try [
                ("user-data", firstBoot.userData.map { SeedText.joined(own, $0) } ?? own),
                ("meta-data", SeedText.json(Identity(instance: instance, hostname: hostname))),
            ] + networks
    }

    private static let nothing = "#cloud-config\n{}\n"

    private struct Identity: Encodable {
        var instance: String
        var hostname: String?

        private enum CodingKeys: String, CodingKey {
            case instance = "instance-id"
            case hostname = "local-hostname"
        }
    }

    /// The password as the guest keeps it, made by OpenSSL; it goes there by a pipe, where nobody else can read it.
    private static func hash(_ password: String) async throws -> String {
        let output = try await ExternalTool(name: "openssl", package: "openssl")
            .run(["passwd", "-6", "-stdin"], input: password + "\n")
        return String(output.prefix { !$0.isNewline })
    }
}

extension Optional {
    fileprivate func mapAsync<Result>(_ body: (Wrapped) async throws -> Result) async rethrows -> Result? {
        if let self { try await body(self) } else { nil }
    }
}
