internal import Glibc
public import Libvirt

/// Which guests are meant: by name, by pattern, by what they do, by label.
public struct GuestSelection: Sendable {
    /// A label that a guest must have.
    public struct Tag: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Its value; `nil` for any.
        public var value: String?

        /// A label such as `env=dev`, or `env` with whatever value.
        public init?(_ text: String) {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = parts.first, !first.isEmpty else { return nil }
            name = String(first)
            value = parts.count == 2 ? String(parts[1]) : nil
        }
    }

    /// Names of guests, or patterns such as `web-*`.
    public var names: [String]
    /// Whether all guests are meant.
    public var isAll: Bool
    /// Words for states, one of which they must be in; none for any.
    public var states: [String]
    /// Labels, all of which they must have.
    public var tags: [Tag]

    /// Guests of those names, all of them, or all that the rest fits.
    public init(names: [String] = [], isAll: Bool = false, states: [String] = [], tags: [Tag] = []) {
        self.names = names
        self.isAll = isAll
        self.states = states.map(Self.plain)
        self.tags = tags
    }

    /// Whether anything was said at all.
    public var isEmpty: Bool { names.isEmpty && !isAll && states.isEmpty && tags.isEmpty }

    /// Whether each guest was named, so that the host need not be asked who there is.
    public var isExact: Bool { !isAll && states.isEmpty && tags.isEmpty && !names.contains(where: Self.isPattern) }

    /// The guests that are meant, and those that are left alone though a pattern has their names.
    public struct Choice: Sendable {
        /// The names of those that are meant: each once, in the order in which they were named, then as listed.
        public var names: [String]
        /// Those that are left alone for their state.
        public var leftAlone: [GuestSummary] = []
    }

    /// The names of the guests that are meant.
    ///
    /// - Parameters:
    ///   - host: Where they are.
    ///   - fitting: Words for the states in which guests are taken that were not named and whose state was not said.
    /// - Returns: As ``choose(on:fitting:)`` has them.
    /// - Throws: ``Failure`` with kind `noSuchGuest` for a pattern that fits none.
    public func resolve(on host: ReadOnlyConnection, fitting: [String] = []) async throws -> [String] {
        try await choose(on: host, fitting: fitting).names
    }

    /// The guests that are meant.
    ///
    /// A plain name is taken as it is, whether there is such a guest or not.
    /// - Parameters:
    ///   - host: Where they are.
    ///   - fitting: Words for the states in which guests are taken that were not named and whose state was not said.
    /// - Returns: Who is meant.
    /// - Throws: ``Failure`` with kind `noSuchGuest` for a pattern that fits none.
    public func choose(on host: ReadOnlyConnection, fitting: [String] = []) async throws -> Choice {
        if isExact { return Choice(names: names.uniqued()) }
        let guests = try await GuestList.read(host)
        let known = Set(guests.map(\.name))
        var chosen: [String] = []
        var leftAlone: [GuestSummary] = []
        for name in names {
            guard Self.isPattern(name), !known.contains(name) else {
                // A state or a label that was asked for counts for a named guest, too.
                chosen.append(name)
                continue
            }
            let matches = guests.filter { fnmatch(name, $0.name, 0) == 0 }
            guard !matches.isEmpty else {
                throw Failure(
                    .noSuchGuest, "'\(name)'", "no guest has a name like that",
                    hint: "strata list --all shows all of them")
            }
            chosen += matches.filter { fits($0, fitting) }.map(\.name)
            leftAlone += matches.filter { !fits($0, fitting) }
        }
        if names.isEmpty { chosen = guests.filter { fits($0, fitting) }.map(\.name) }
        let inState = Dictionary(guests.map { ($0.name, $0) }) { first, _ in first }
        chosen = chosen.uniqued().filter { name in states.isEmpty || inState[name].map { fits($0, []) } ?? true }
        if !tags.isEmpty { chosen = try await withTags(chosen, on: host) }
        return Choice(names: chosen, leftAlone: leftAlone.uniqued().filter { !chosen.contains($0.name) })
    }

    private func fits(_ guest: GuestSummary, _ fitting: [String]) -> Bool {
        let wanted = states.isEmpty ? fitting.map(Self.plain) : states
        return wanted.isEmpty || wanted.contains(Self.plain(guest.state))
    }

    private func withTags(_ names: [String], on host: ReadOnlyConnection) async throws -> [String] {
        let wanted = tags
        let fitting = try await concurrently(names) { name in
            guard let tags = try? await host.domain(named: name).tags() else { return false }
            return wanted.allSatisfy { tag in
                tags.contains { $0.name == tag.name && (tag.value == nil || $0.value == tag.value) }
            }
        }
        return zip(names, fitting).filter(\.1).map(\.0)
    }

    private static func isPattern(_ name: String) -> Bool { name.contains { "*?[".contains($0) } }

    /// `Shut-Off`, `shut off` and `off` are the same.
    private static func plain(_ state: String) -> String {
        let letters = state.lowercased().filter(\.isLetter)
        return ["off": "shutoff", "stopped": "shutoff", "suspended": "paused", "on": "running"][letters] ?? letters
    }

    /// The words for states that there are.
    public static let stateWords = ["running", "paused", "shut-off", "crashed", "blocked", "shutdown", "pmsuspended"]

    /// Whether a word is one for a state.
    public static func isState(_ word: String) -> Bool { stateWords.map(plain).contains(plain(word)) }
}

extension Array where Element: Hashable {
    /// Each element once, where it stands first.
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
