public import ArgumentParser
public import Strata

struct WaitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait",
        abstract: "Wait until a guest has come so far, as proven by what it does.",
        discussion: """
            The stages, of which each is observed and none assumed:
              powered-on  libvirt runs it
              firmware    firmware or boot loader speak, or have read from a disk
              kernel      the system's kernel speaks on the console
              network     somebody answers at its address, or its agent knows one
              agent       QEMU's agent in it answers
              cloud-init  cloud-init has written that it is done
              ssh         its SSH server greets
            What the log of its console holds of earlier boots proves nothing, as far as the words of kernels and \
            firmware tell one boot from the next.
            A guest that is off is waited for, too. One that runs but does not come that far in time ends with exit \
            code 5, the last proven stage and the last lines of its console.
            A guest that create made from an image loses the medium of its first boot when cloud-init is done with it.

            Example:
              strata wait web --for ssh --timeout 2m
            """)

    @Argument(help: "The guest's name.", completion: .guests)
    var name: String

    @Option(name: .customLong("for"), help: ArgumentHelp("How far.", valueName: "stage"))
    var stage = ReadinessStage.ssh

    @Option(help: ArgumentHelp("How long to wait, such as 40s or 2m.", valueName: "time"))
    var timeout = DurationArgument(.seconds(300))

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let (host, guest) = try await connection.open(guest: name, quiet: output.quiet)
        try await ReadinessView(output: output).wait(
            for: stage, of: guest, on: host, within: timeout.duration)
    }
}

extension ReadinessStage: ExpressibleByArgument {}

/// Shows what is proven of a guest while it is waited for.
struct ReadinessView: Sendable {
    let output: OutputOptions

    /// Waits, tells of every stage on the way as a line, and prints the one that was awaited.
    func wait(
        for stage: ReadinessStage, of guest: Domain, on host: HostConnection, within limit: Duration
    ) async throws {
        let begin = ContinuousClock.now
        let readiness = Readiness(of: guest, on: host.connection)
        let proofs = try await readiness.wait(for: stage, within: limit) { [output] proof in
            let after = begin.duration(to: .now).seconds
            output.note("after \(after): \(proof.stage.rawValue): \(proof.observation)")
        }
        let seconds = begin.duration(to: .now).inSeconds
        // cloud-init says on the console that it is done a moment before it writes down what came of it.
        let patience: Duration? = stage == .cloudInit ? .seconds(10) : stage == .ssh ? .zero : nil
        if let patience { await takeMediumOut(of: guest, on: host, within: patience) }
        try output.format.print(
            ReadinessReport(guest: guest.name, stage: stage, seconds: seconds, proofs: proofs))
    }

    /// What told an image at its first boot what it is, is not needed once it knows; nothing is lost when it stays.
    private func takeMediumOut(of guest: Domain, on host: HostConnection, within patience: Duration) async {
        do {
            guard let medium = try await FirstBootMedium.find(of: guest) else { return }
            if let reason = try await medium.takeOut(on: host, within: patience) {
                output.note("\(guest.name): the medium of the first boot stays: \(reason)")
            } else {
                output.note("\(guest.name): the first boot is done, and its medium is deleted")
            }
        } catch {
            output.note("warning: \(guest.name): the medium of the first boot stays: \(Failure(error).why)")
        }
    }
}

/// How far a guest has come, and what showed it.
struct ReadinessReport: Renderable {
    let guest: String
    let stage: ReadinessStage
    let seconds: Double
    let proofs: [ReadinessProof]

    var text: String { "\(guest): \(stage.rawValue)\n" }
}
