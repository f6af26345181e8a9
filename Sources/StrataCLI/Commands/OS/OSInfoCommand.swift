internal import ArgumentParser
internal import Strata

struct OSInfoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Show what an operating system needs, and the virtual hardware that it is given.",
        discussion: """
            A release that is newer than the osinfo database is treated as the last one before it, and that is said.

            Example:
              strata os info debian12
            """)

    @Argument(help: "The system's id, such as debian12; `strata os list` has them all.")
    var id: String

    @Option(help: "The devices: paravirtual (made for guests, where it has drivers) or emulated.")
    var style = StyleArgument.paravirtual

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let profile = try OSDatabase().profile(id)
        if let wanted = profile.standsInFor {
            output.note("the osinfo database does not know \(wanted) yet; \(profile.name) stands in for it")
        }
        let hardware = VirtualHardware(for: profile, style: style.style)
        try output.format.print(OSInfoView(system: profile, hardware: hardware))
    }
}

/// The style of devices on the command line.
enum StyleArgument: String, CaseIterable, ExpressibleByArgument {
    case paravirtual, emulated

    var style: VirtualHardware.Style { self == .paravirtual ? .paravirtual : .emulated }
}

struct OSInfoView: Renderable {
    let system: OSProfile
    let hardware: VirtualHardware

    var text: String {
        let rows = facts + choices
        let width = rows.map { label, _ in label.count }.max() ?? 0
        return rows.map { label, value in
            label + String(repeating: " ", count: width + 2 - label.count) + value + "\n"
        }.joined()
    }

    private var facts: [(String, String)] {
        [
            ("id", "\(system.shortID) (\(system.id))"),
            ("name", system.name),
            ("family", system.family ?? "n/a"),
            ("released", system.released ?? "n/a"),
            ("end of life", system.endOfLife ?? "n/a"),
            ("needs", words(for: system.minimum)),
            ("should have", words(for: system.recommended)),
            ("boots with", system.firmware.map(\.rawValue).joined(separator: ", ")),
            ("cloud image", system.hasCloudImages ? "yes, user \(system.cloudImageUser ?? "n/a")" : "none known"),
            ("drivers", system.devices.joined(separator: " ")),
        ]
    }

    private var choices: [(String, String)] {
        let extras = [
            (hardware.hasTPM, "TPM 2.0"), (hardware.hasRandomGenerator, "random numbers"),
            (hardware.hasBalloon, "balloon"), (hardware.hasAgentChannel, "agent channel"),
        ]
        return [
            ("machine", "\(hardware.machine), \(hardware.firmware.rawValue)"),
            ("disks", "\(hardware.diskBus)"), ("ISO images", "\(hardware.opticalBus)"),
            ("network", hardware.networkModel), ("video", "\(hardware.video)"), ("pointer", "\(hardware.pointer)"),
            ("clock", hardware.clockIsLocal ? "local time" : "UTC"),
            ("besides", extras.filter(\.0).map(\.1).joined(separator: ", ")),
        ].filter { !$0.1.isEmpty }
    }

    /// `1 vCPU · 1 GiB memory · 10 GiB disk`.
    private func words(for resources: OSResources) -> String {
        let words = [
            resources.cpus.map { "\($0) vCPU" }, resources.memory.map { "\($0) memory" },
            resources.disk.map { "\($0) disk" },
        ].compactMap(\.self)
        return words.isEmpty ? "n/a" : words.joined(separator: " · ")
    }
}
