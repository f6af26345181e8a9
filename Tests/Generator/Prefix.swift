/// The part of a type's constants that says no more than the type's name.
struct Prefix {
    private var candidates: [String]

    /// The prefixes that the table of names gives; else what several constants have in common, or, of a single one,
    /// what the type's own name says already.
    init(of constants: [Constant], type: TypeName) {
        candidates = type.prefixes
        if !candidates.isEmpty { return }
        let names = constants.map(\.name)
        let common = names.count > 1 ? Self.common(names) : Self.stated(by: type.c, in: names.first ?? "")
        candidates = [common]
    }

    /// The constant's name without the first prefix that fits.
    func removed(from name: String) -> String {
        for candidate in candidates where name.hasPrefix(candidate) && name.count > candidate.count {
            return String(name.dropFirst(candidate.count))
        }
        return name
    }

    /// The longest common beginning that ends with an underscore and leaves each name a word.
    private static func common(_ names: [String]) -> String {
        var words = (names.first ?? "").split(separator: "_")
        for name in names {
            let others = name.split(separator: "_")
            words = zip(words, others.dropLast()).prefix { $0.0 == $0.1 }.map(\.0)
        }
        return words.map { "\($0)_" }.joined()
    }

    /// The longest beginning of `name` that, without underscores, begins the type's name too.
    private static func stated(by type: String, in name: String) -> String {
        var prefix = ""
        var squeezed = ""
        for word in name.split(separator: "_").dropLast() {
            squeezed += word
            guard type.uppercased().hasPrefix(squeezed) else { break }
            prefix += "\(word)_"
        }
        return prefix
    }
}
