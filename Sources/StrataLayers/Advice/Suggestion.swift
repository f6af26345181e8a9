/// Something that could be better, with its evidence and what would change it.
public struct Suggestion: Codable, Sendable, Equatable {
    /// The rule that found it, such as `emulated-disk`.
    public var rule: String
    /// The guest; `nil` for the host.
    public var guest: String?
    /// What is not as it could be.
    public var problem: String
    /// What was seen and measured.
    public var evidence: [String]
    /// What a change is expected to bring.
    public var gain: String
    /// What can go wrong with it, or what it costs.
    public var risk: String
    /// What makes it; none where strata cannot.
    public var changes: [AdvisedChange]
    /// What to do instead, where no edit of a definition does it.
    public var remedy: String?
    /// Whether the changes can be made without asking: the guest runs as before, its data is as safe as before.
    public var isSafe: Bool

    init(
        _ rule: String, _ problem: String, evidence: [String], gain: String, risk: String,
        changes: [AdvisedChange] = [], remedy: String? = nil, isSafe: Bool = false
    ) {
        self.rule = rule
        self.problem = problem
        self.evidence = evidence
        self.gain = gain
        self.risk = risk
        self.changes = changes
        self.remedy = remedy
        self.isSafe = isSafe && !changes.isEmpty
    }

    /// The command that makes the changes, such as `strata set web --disk-bus hda=virtio`.
    public var command: String? {
        guard let guest, !changes.isEmpty else { return nil }
        let words = ["strata", "set", guest] + changes.flatMap(\.arguments)
        return words.map(\.quotedForShells).joined(separator: " ")
    }
}

/// A change of a guest, as `strata set` makes it.
public enum AdvisedChange: Codable, Sendable, Hashable {
    /// A field gets a value.
    case set(field: String, value: String)
    /// A disk moves to another bus.
    case diskBus(target: String, bus: String)
    /// A disk's driver gets an option: `cache` or `iothread`.
    case diskDriver(target: String, option: String, value: String)
    /// A network adapter, by number or hardware address, becomes another model.
    case networkModel(adapter: String, model: String)
    /// A clock that guests can read, such as `kvmclock`, comes or goes.
    case timer(name: String, isPresent: Bool)
    /// The images between a disk's own and the lowest one are copied into its own; the guest must run.
    case flattenDisk(target: String)

    /// The options of `strata set`.
    public var arguments: [String] {
        switch self {
        case .set(let field, let value): ["--" + field, value]
        case .diskBus(let target, let bus): ["--disk-bus", "\(target)=\(bus)"]
        case .diskDriver(let target, let option, let value): ["--disk-\(option)", "\(target)=\(value)"]
        case .networkModel(let adapter, let model): ["--network-model", "\(adapter)=\(model)"]
        case .timer(let name, let isPresent): ["--timer", "\(name)=\(isPresent ? "yes" : "no")"]
        case .flattenDisk(let target): ["--flatten-disk", target]
        }
    }
}

extension String {
    /// The word as a shell reads it.
    fileprivate var quotedForShells: String {
        let plain = "_-./=:,@+%"
        if !isEmpty, allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) || plain.contains($0) }) { return self }
        return "'" + replacing("'", with: "'\\''") + "'"
    }
}
