internal import ArgumentParser
internal import Strata

struct UndefineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undefine",
        abstract: "Remove guests' definitions from the host; disks stay.",
        discussion: """
            A guest that runs goes on and is gone when it stops. What libvirt keeps beside the definition stands in the
            way until it is named.

            Example:
              strata undefine web --nvram
            """)

    @OptionGroup var guests: GuestNames

    @Flag(help: "Also a saved state that waits for the next start.")
    var managedSave = false

    @Flag(help: "Also what libvirt knows of snapshots.")
    var snapshots = false

    @Flag(help: "Also what libvirt knows of checkpoints.")
    var checkpoints = false

    @Flag(inversion: .prefixedKeep, help: "The firmware's variables: remove them too, or keep the file.")
    var nvram: Bool?

    @Flag(inversion: .prefixedKeep, help: "The TPM's state: remove it too, or keep it.")
    var tpm: Bool?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let options = options
        try await guests.forEach(on: host.connection, output) { guest in
            try await guest.undefine(options)
            return "undefined"
        }
    }

    private var options: DomainUndefineOptions {
        var options: DomainUndefineOptions = []
        if managedSave { options.insert(.managedSave) }
        if snapshots { options.insert(.snapshotsMetadata) }
        if checkpoints { options.insert(.checkpointsMetadata) }
        if let nvram { options.insert(nvram ? .nvram : .keepNVRAM) }
        if let tpm { options.insert(tpm ? .tpm : .keepTPM) }
        return options
    }
}

extension FlagInversion {
    fileprivate static var prefixedKeep: FlagInversion { .prefixedNo }
}
