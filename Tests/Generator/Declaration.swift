/// A declaration of the library, as far as the page about libvirt's functions needs it.
struct Declaration {
    enum Kind {
        case type
        case function
        case variable
    }

    var kind: Kind
    var isPublic: Bool
    /// The types round it and its own name, such as `["Handle", "close()"]`.
    var path: [String]
    /// The C names that its doc comment links to.
    var links: [String]
    /// The C names in its code, without those of the declarations inside it when it is a type.
    var calls: [String]
    /// Relative to the sources' folder.
    var file: String
    var line: Int
}

/// The first lines of a declaration up to its body, taken apart.
struct DeclarationHead {
    var kind: Declaration.Kind
    var isExtension: Bool
    var isPublic: Bool
    var name: String

    private static let keywords: Set<Substring> = [
        "struct", "class", "enum", "actor", "protocol", "extension", "func", "var", "let", "init", "subscript",
    ]

    /// `nil` where the text begins no declaration.
    init?(_ text: String) {
        var rest = text[...]
        var modifiers: [Substring] = []
        var word = rest.prefix(while: \.isLetter)
        while !Self.keywords.contains(word) {
            // A modifier, such as `private(set)`.
            guard !word.isEmpty, let space = rest.firstIndex(of: " ") else { return nil }
            modifiers.append(rest[..<space])
            rest = rest[space...].drop { $0 == " " }
            word = rest.prefix(while: \.isLetter)
        }
        rest = rest.dropFirst(word.count).drop { $0 == " " }
        isPublic = modifiers.contains("public") || modifiers.contains("open")
        isExtension = word == "extension"
        switch word {
        case "func":
            kind = .function
            name = rest.prefix { $0 != "(" && $0 != "<" } + Self.labels(of: rest, bareNamesAreLabels: true)
        case "init":
            kind = .function
            name = "init" + Self.labels(of: rest, bareNamesAreLabels: true)
        case "subscript":
            kind = .function
            name = "subscript" + Self.labels(of: rest, bareNamesAreLabels: false)
        case "var", "let":
            kind = .variable
            name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        default:
            kind = .type
            name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
        }
        if name.isEmpty { return nil }
    }

    /// `(_:in:)` of `<T>(_ a: Int, in b: [T]) -> T`.
    private static func labels(of text: Substring, bareNamesAreLabels: Bool) -> String {
        guard let start = text.firstIndex(of: "(") else { return "" }
        var depth = 0
        var parameters = [""]
        for character in text[start...] {
            if ")]}".contains(character) { depth -= 1 }
            if depth == 0 && character == ")" { break }
            if depth == 1 && character == "," {
                parameters.append("")
            } else if depth > 0 {
                parameters[parameters.count - 1].append(character)
            }
            if "([{".contains(character) { depth += 1 }
        }
        let labels = parameters.compactMap { parameter -> String? in
            let names = parameter.prefix { $0 != ":" }.split(separator: " ").filter { !$0.hasPrefix("@") }
            guard let first = names.first else { return nil }
            return "\(names.count > 1 || bareNamesAreLabels ? first : "_"):"
        }
        return "(\(labels.joined()))"
    }
}
