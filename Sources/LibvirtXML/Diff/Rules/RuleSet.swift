/// What counts as a difference in one kind of document.
///
/// Nearly all of it is tables; the three hooks are for what follows from other parts of a definition.
struct RuleSet: Sendable {
    /// Makes explicit what libvirt concludes; gets the element and what machine the whole definition is about.
    typealias Completion = @Sendable (inout Fact, MachineTraits) -> Void
    /// Evens out, in two elements that belong together, what libvirt fills in or rewrites.
    typealias Reconciliation = @Sendable (inout Fact, inout Fact, Sides) -> Void
    /// Whether libvirt makes the element by itself for the definition that lacks it.
    typealias Automatic = @Sendable (Fact, Sides) -> Bool

    /// The definition that an element stands in, and the other one.
    struct Sides: Sendable {
        let own: Fact
        let other: Fact
        /// Whether the one that the element stands in is what somebody asks for.
        var isOwnAsked = false
    }

    var values = RuleTable<ValueKind>("") { _ in nil }
    var silences = RuleTable<Silence>("") { _ in nil }
    var lists = RuleTable<ListRule>("") { _ in nil }
    var effects = RuleTable<EffectRule>("") { _ in nil }
    var completions: [String: Completion] = [:]
    var reconciliations: [String: Reconciliation] = [:]
    var automatic: [String: Automatic] = [:]

    init(values: String = "", silences: String = "", lists: String = "", effects: String = "") {
        self.values = RuleTable(RuleSet.valuesEverywhere + "\n" + values) { $0.first.flatMap(ValueKind.init(name:)) }
        self.silences = RuleTable(silences, rule: Silence.init(words:))
        self.lists = RuleTable(lists, rule: ListRule.init(words:))
        self.effects = RuleTable(effects, rule: EffectRule.init(words:))
    }

    func completions(for path: [String]) -> [Completion] {
        let anyName = path.dropLast() + (path.isEmpty ? [] : ["*"])
        let names = Set([path.joined(separator: "/"), anyName.joined(separator: "/")])
        return names.sorted().compactMap { completions[$0] }
    }

    /// What holds in all kinds; names and paths are never numbers.
    private static let valuesEverywhere = """
        **/@name text
        **/@value text
        **/@file text
        **/@dev text
        **/@dir text
        **/@path text
        **/@volume text
        **/@pool text
        **/@network text
        **/@bridge text
        **/@passwd text
        **/@tag text
        **/@service word
        **/@uuid uuid
        **/@cpuset set
        **/@cpus set
        **/@nodeset set
        **/@vcpus set
        **/mac/@address mac
        **/@mac mac
        **/name text
        **/title text
        **/description text
        **/uuid uuid
        """
}

/// What it means that one side says nothing of an element or an attribute.
enum Silence: Hashable, Sendable {
    /// libvirt fills it in, or leaves it out: no difference whatever the other side says.
    case anything
    /// libvirt fills it in where nobody asks for it, and keeps it where somebody does.
    case filled
    /// Only a running guest shows it unasked.
    case shown
    /// The same as one of these values.
    case values([String])
    /// The element is only a wrapper: what counts is in it.
    case hollow

    /// `?` for anything, `+` for what is filled in, `~` for what is shown, `-` for a wrapper, else the values.
    init?(words: [Substring]) {
        switch words {
        case ["?"]: self = .anything
        case ["+"]: self = .filled
        case ["~"]: self = .shown
        case ["-"]: self = .hollow
        case []: return nil
        default: self = .values(words.map(String.init))
        }
    }

    /// Whether it is about what is in an element, and not about the element itself.
    var speaksOfContent: Bool {
        switch self {
        case .hollow, .values: true
        case .anything, .filled, .shown: false
        }
    }

    /// Whether it is no difference that only `speaker` says anything, whatever that is.
    func coversAnything(of speaker: Speaker) -> Bool {
        switch self {
        case .anything: true
        case .filled: !speaker.isAsked
        case .shown: speaker.isAloneRunning
        case .hollow, .values: false
        }
    }

    func covers(_ value: Value, of speaker: Speaker) -> Bool {
        switch self {
        case .anything, .filled, .shown: coversAnything(of: speaker)
        case .hollow: false
        case .values(let words):
            words.contains { $0 == value.shown || ValueKind.word.value($0).meaning == value.meaning }
        }
    }
}

/// The one of two definitions that says something of which the other says nothing.
struct Speaker: Hashable, Sendable {
    /// Whether it is what somebody asks for, and not what libvirt has.
    var isAsked: Bool
    /// Whether it is of a running guest, and the other one is not.
    var isAloneRunning: Bool
}

/// How the children of one name in one element find their partners in the other definition.
struct ListRule: Hashable, Sendable {
    /// What tells them apart, the best first; one key may have several parts, each of them some steps.
    var keys: [[[String]]]
    /// Whether the order of those without a key means something.
    var isOrdered: Bool

    /// `ordered`, and keys such as `mac/@address` or `@type+@index`.
    init?(words: [Substring]) {
        isOrdered = words.contains("ordered")
        keys = words.filter { $0 != "ordered" }.map { key in
            key.split(separator: "+").map { $0.split(separator: "/").map(String.init) }
        }
    }
}

/// When a change can take effect, for the element, all below it, or its coming and going.
struct EffectRule: Hashable, Sendable {
    var effect: Change.Effect
    /// Only where an element appears or disappears as a whole.
    var isForPresence: Bool
    /// A value of the device, and what it must be.
    var condition: Condition?

    /// What some value of the device must be one of.
    struct Condition: Hashable, Sendable {
        let steps: [String]
        let values: [String]
    }

    /// An effect, `whole` for coming and going only, and a condition such as `target/@bus=virtio|usb`.
    init?(words: [Substring]) {
        guard let effect = words.first.flatMap({ Change.Effect(rawValue: String($0)) }) else { return nil }
        self.effect = effect
        isForPresence = words.contains("whole")
        let parts = words.last { $0.contains("=") }?.split(separator: "=") ?? []
        if parts.count == 2 {
            condition = Condition(
                steps: parts[0].split(separator: "/").map(String.init),
                values: parts[1].split(separator: "|").map(String.init))
        }
    }

    func holds(for device: Fact?) -> Bool {
        guard let condition else { return true }
        return device?.value(at: condition.steps[...]).map { condition.values.contains($0.meaning) } ?? false
    }
}
