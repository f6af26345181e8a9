/// The attributes of a fact, in the order of their names: there are so few that this is faster than a dictionary.
struct Attributes: Hashable, Sendable {
    /// One attribute.
    struct Entry: Hashable, Sendable {
        let name: String
        var value: Value
    }

    /// All of them.
    private(set) var entries: [Entry] = []

    init() {}

    /// Attributes in any order, each name once.
    init(_ entries: [Entry]) { self.entries = entries.count < 2 ? entries : entries.sorted { $0.name < $1.name } }

    var isEmpty: Bool { entries.isEmpty }
    var count: Int { entries.count }

    subscript(name: some StringProtocol) -> Value? {
        get { entries.first { $0.name == name }?.value }
        set {
            let place = entries.firstIndex { $0.name >= name } ?? entries.endIndex
            let isThere = place < entries.endIndex && entries[place].name == name
            switch (newValue, isThere) {
            case (let value?, true): entries[place].value = value
            case (let value?, false): entries.insert(Entry(name: String(name), value: value), at: place)
            case (nil, true): entries.remove(at: place)
            case (nil, false): break
            }
        }
    }

    /// Leaves only those of some names.
    mutating func keep(_ names: String...) { entries.removeAll { !names.contains($0.name) } }

    /// The names in these or in others, each once and in their order.
    func names(with others: Attributes) -> [String] {
        let names = entries.map(\.name)
        if names == others.entries.map(\.name) { return names }
        return Set(names).union(others.entries.map(\.name)).sorted()
    }
}
