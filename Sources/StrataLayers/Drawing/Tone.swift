/// What a piece of text means, from which its colour follows.
enum Tone: Equatable {
    case plain, border, title, label, absent, good, caution, bad, emulated, paravirtual, passthrough

    /// The parameters of the terminal's colour sequence; `nil` for the terminal's own colour.
    ///
    /// Only the sixteen basic colours: they follow the user's own theme, light or dark.
    var colour: String? {
        switch self {
        case .plain: nil
        case .border, .label, .absent: "2"
        case .title: "1"
        case .good, .paravirtual: "32"
        case .caution, .emulated: "33"
        case .bad: "31"
        case .passthrough: "36"
        }
    }

    /// The tone of a guest's state.
    init(state: String) {
        switch state {
        case "running": self = .good
        case "paused", "pmsuspended", "blocked", "in shutdown": self = .caution
        case "crashed": self = .bad
        default: self = .label
        }
    }

    /// The tone of a device's style.
    init(style: DeviceStyle?) {
        switch style {
        case .emulated: self = .emulated
        case .paravirtual: self = .paravirtual
        case .passthrough, .sharedKernel: self = .passthrough
        case nil: self = .absent
        }
    }
}
