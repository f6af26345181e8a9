internal import ArgumentParser
internal import Strata

struct InfoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Show guests: state, resources, devices and their style.",
        discussion: """
            Example:
              strata info web
            """)

    @OptionGroup var guests: GuestSelectors

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let host = try await connection.open(quiet: output.quiet)
        let names = try await guests.selection.resolve(on: host.connection.readOnly)
        let isOne = try guests.selection.isExact && names.count == 1
        var views: [InfoView] = []
        for name in names {
            let guest = try await host.connection.readOnly.domain(named: name)
            views.append(InfoView(details: try await GuestDetails.read(guest)))
        }
        if let view = views.first, isOne { return try output.format.print(view) }
        try output.format.print(InfoViews(views: views))
    }
}

/// Several guests, one after the other.
struct InfoViews: Renderable {
    let views: [InfoView]

    var text: String { views.map(\.text).joined(separator: "\n") }

    func encode(to encoder: any Encoder) throws { try views.encode(to: encoder) }
}

struct InfoView: Renderable {
    let details: GuestDetails

    var text: String {
        let rows = facts + details.layer.devices.map { ($0.kind.rawValue, words(for: $0)) }
        let width = rows.map { label, _ in label.count }.max() ?? 0
        return rows.map { label, value in
            label + String(repeating: " ", count: width + 2 - label.count) + value + "\n"
        }.joined()
    }

    func encode(to encoder: any Encoder) throws { try details.encode(to: encoder) }

    private var facts: [(String, String)] {
        let layer = details.layer
        let unknown = "n/a"
        return [
            ("name", layer.name),
            ("uuid", layer.uuid),
            ("state", "\(layer.state) (\(details.reason))"),
            ("kept", details.isPersistent ? "yes" : "no, gone when it stops"),
            ("starts with the host", details.isAutostarted ? "yes" : "no"),
            ("vcpus", layer.vcpus?.description ?? unknown),
            ("memory", layer.memory?.description ?? unknown),
            ("cpu time", details.cpuTime?.seconds ?? unknown),
            ("style", layer.style?.rawValue ?? unknown),
            ("machine", layer.machine ?? unknown),
            ("boot", layer.boot?.rawValue ?? unknown),
        ]
    }

    /// `virtio (paravirtual) on user`.
    private func words(for device: VirtualDevice) -> String {
        var words: [String] = []
        if let model = device.model { words.append(model) }
        if let style = device.style { words.append("(\(style.rawValue))") }
        if let backing = device.backedBy { words.append("on \(backing)") }
        return words.joined(separator: " ")
    }
}
