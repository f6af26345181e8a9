internal import ArgumentParser
internal import Strata

/// How to log in to a guest.
struct SSHOptions: ParsableArguments {
    @Option(help: "The user in the guest; without it, the one of its first boot, or ssh's own choice.")
    var user: String?

    @Option(help: ArgumentHelp("The file of the private key.", valueName: "file"), completion: .file())
    var key: String?

    /// Finds the way in, and says why the server there is taken for the guest's.
    func find(_ guest: Domain, on host: Connection, _ output: OutputOptions) async throws -> SSHAccess {
        let access = try await SSHAccess.find(to: guest, on: host)
        if user == nil, let known = access.user { output.note("as user '\(known)'; --user names another one") }
        switch access.trust {
        case .agent: output.note("\(access.address): its key is the one that the guest's agent tells")
        case .firstUse: output.note("\(access.address): its key is taken as it is the first time, and must stay so")
        }
        return access
    }

    /// What ssh and scp are told alike.
    func words(for access: SSHAccess) -> [String] {
        access.options + (key.map { ["-i", $0, "-o", "IdentitiesOnly=yes"] } ?? [])
    }

    /// The guest's end, with the user.
    func target(_ access: SSHAccess, brackets: Bool = false) -> String {
        let host = brackets && access.address.contains(":") ? "[\(access.address)]" : access.address
        return ((user ?? access.user).map { $0 + "@" } ?? "") + host
    }
}
