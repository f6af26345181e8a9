/// The attributes of a fact, in the order of their names: there are so few that this is faster than a dictionary.
struct Attributes: Hashable, Sendable {
    /// One attribute.
    struct Entry: Hashable, Sendable {
        /// The name as it stands in paths, such as `@type`.
        let name: String
        var value: Value
    }

    /// All of them.
    private(set) var entries: [Entry] = []

    init() {}

    /// Whether the step of a path is an attribute.
    static func isName(_ step: String) -> Bool { step.utf8.first == UInt8(ascii: "@") }

    /// Attributes in any order, each name once.
    init(_ entries: [Entry]) {
        self.entries = entries
        if entries.count > 1 { self.entries.sort { $0.name < $1.name } }
    }

    var isEmpty: Bool { entries.isEmpty }
    var count: Int { entries.count }

    subscript(name: String) -> Value? {
        get { entries.firstIndex { $0.name == name }.map { entries[$0].value } }
        set {
            let place = entries.firstIndex { $0.name >= name } ?? entries.endIndex
            let isThere = place < entries.endIndex && entries[place].name == name
            switch (newValue, isThere) {
            case (let value?, true): entries[place].value = value
            case (let value?, false): entries.insert(Entry(name: name, value: value), at: place)
            case (nil, true): entries.remove(at: place)
            case (nil, false): break
            }
        }
    }

    /// Leaves only those of some names.
    mutating func keep(_ names: String...) { entries.removeAll { !names.contains($0.name) } }

    /// The names in these or in others, each once and in their order.
    func names(with others: Attributes) -> [String] {
        var names = entries.map(\.name)
        for other in others.entries where !names.contains(other.name) { names.append(other.name) }
        return names.count > entries.count ? names.sorted() : names
    }
}
