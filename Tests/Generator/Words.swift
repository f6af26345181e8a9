/// The law that turns C's `SOME_WORDS` into Swift's `someWords`.
enum Words {
    /// The English words of an underscored C name.
    static func words(of name: String) -> [String] {
        var text = "_\(name)_"
        for (phrase, replacement) in phrases {
            text = replacing("_\(phrase)_", in: text, with: "_\(replacement)_")
        }
        return text.split(separator: "_").flatMap { token in
            expansions[String(token)]?.split(separator: " ").map(String.init) ?? [token.lowercased()]
        }
    }

    /// `["dirty", "cpu", "rate"]` as `dirtyCPURate`.
    static func lowerCamel(_ words: [String]) -> String {
        let tail = words.dropFirst().map { word in
            capitals(word) ?? word.prefix(1).uppercased() + word.dropFirst()
        }
        return (words.first ?? "") + tail.joined()
    }

    /// The words as a person reads them, `PM suspended`.
    static func phrase(_ words: [String]) -> String {
        words.map { $0 == "io" ? "I/O" : capitals($0) ?? $0 }.joined(separator: " ")
    }

    /// The spelling of an acronym that stands inside a name; nil for ordinary words.
    private static func capitals(_ word: String) -> String? {
        if let spelling = spellings[word] { return spelling }
        let stem = String(word.reversed().drop(while: \.isNumber).reversed())
        return acronyms.contains(stem) ? word.uppercased() : nil
    }

    /// A name fit for a declaration: keywords go into backticks, a leading digit behind an underscore.
    static func escaped(_ name: String) -> String {
        if name.first?.isNumber == true { return "_" + name }
        return keywords.contains(name) ? "`\(name)`" : name
    }

    static func replacing(_ target: String, in text: String, with replacement: String) -> String {
        var result = ""
        var rest = text[...]
        while let found = rest.firstRange(of: target) {
            result += rest[..<found.lowerBound] + replacement
            rest = rest[found.upperBound...]
        }
        return result + rest
    }
}

extension Substring {
    /// Where `target` first occurs. (The standard library's own lives in a module that the generator does not need.)
    fileprivate func firstRange(of target: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(target) { return start..<index(start, offsetBy: target.count) }
            start = index(after: start)
        }
        return nil
    }
}

extension Words {
    /// `shuttingDown` as a person reads it.
    static func phrase(ofCamel name: String) -> String {
        var words: [String] = []
        for character in name {
            let follows = words.last?.last?.isLowercase ?? false
            if words.isEmpty || (character.isUppercase && follows) { words.append("") }
            words[words.count - 1].append(character)
        }
        return words.map { $0.allSatisfy(\.isUppercase) ? $0 : $0.lowercased() }.joined(separator: " ")
    }
}
