internal import ArgumentParser
internal import Strata

struct VersionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version",
        abstract: "Show the versions of strata, libvirt and the hypervisor, and the connection in use.",
        discussion: """
            Example:
              strata version --format json
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: true)
        let reader = host.connection.readOnly
        try output.format.print(
            VersionView(
                strata: StrataVersion.current, libvirtClient: Version.libvirtClient.description,
                libvirtDaemon: try await reader.libvirtVersion.description, driver: try await reader.driverName,
                hypervisor: try await reader.hypervisorVersion.description, connection: host.uri,
                connectionReason: host.reason))
    }
}

struct VersionView: Renderable {
    let strata: String
    let libvirtClient: String
    let libvirtDaemon: String
    let driver: String
    let hypervisor: String
    let connection: String
    let connectionReason: String

    var text: String {
        """
        strata       \(strata)
        libvirt      \(libvirtClient) here, \(libvirtDaemon) at the other end
        hypervisor   \(driver) \(hypervisor)
        connection   \(connection) (\(connectionReason))

        """
    }
}
