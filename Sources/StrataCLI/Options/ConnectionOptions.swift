internal import ArgumentParser
internal import Strata

/// Which host to talk to.
struct ConnectionOptions: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The connection, such as qemu:///system or qemu+ssh://host/system.",
            discussion: "Without it: LIBVIRT_DEFAULT_URI, libvirt.conf, the system daemon, the user's own daemon, "
                + "or libvirt's driver inside strata, whichever is there first.",
            valueName: "uri"))
    var connect: String?

    /// Opens the connection, and says which one it is when the user did not name it.
    func open(quiet: Bool = false) async throws -> HostConnection {
        let host = try await HostConnection.open(connect)
        if connect == nil, !quiet { Note.write("connection: \(host.uri) (\(host.reason))") }
        return host
    }

    /// Opens it for one guest.
    func open(guest name: String, quiet: Bool) async throws -> (HostConnection, Domain) {
        let host = try await open(quiet: quiet)
        return (host, try await host.connection.domain(named: name))
    }
}
