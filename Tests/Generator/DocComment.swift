/// Doc comments made of libvirt's own remarks.
struct DocComment {
    private var paragraphs: [String]

    init(_ paragraphs: String...) {
        self.paragraphs = paragraphs.filter { !$0.isEmpty }
    }

    /// libvirt's remark on a constant, or the words of its name, with the constant in brackets to be searched for.
    init(on constant: String, info: String, words: String, synonyms: [String] = []) {
        let names = ([constant] + synonyms).map { "`\($0)`" }.joined(separator: ", ")
        let sentences = Self.sentences(of: Self.substance(of: info))
        let first = sentences.first ?? Self.finished(words)
        let rest = sentences.dropFirst().joined(separator: " ")
        self.init("\(first.dropLast()) (\(names)).", rest)
    }

    /// The comment's lines, none longer than the house allows.
    func lines(indent: Int = 0) -> [String] {
        let margin = String(repeating: " ", count: indent)
        let wrapped = paragraphs.map { Self.wrap($0, width: 120 - indent - 4).map { "\(margin)/// \($0)" } }
        return Array(wrapped.joined(separator: ["\(margin)///"]))
    }

    private static func wrap(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + word.count + 1 > width {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? word : " \(word)"
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// The sentences of a remark, each with a capital and a full stop.
    private static func sentences(of words: [String]) -> [String] {
        var result: [String] = []
        var sentence: [String] = []
        for (index, word) in words.enumerated() {
            sentence.append(marked(word))
            if word.hasSuffix(".") || index == words.count - 1 {
                result.append(finished(sentence.joined(separator: " ")))
                sentence = []
            }
        }
        return result
    }

    /// Abbreviations whose full stop would pass for the end of a sentence.
    private static let abbreviations = [
        "e.g.": "for example", "(e.g.": "(for example", "e.g.,": "for example,", "(e.g.,": "(for example,",
        "i.e.": "that is", "(i.e.": "(that is", "(ex.": "(for example", "etc.": "and so on", "vs.": "against",
    ]

    /// How libvirt opens remarks without saying anything yet.
    private static let openings = [
        "Macro for typed parameter name that represents ", "Macro for typed parameter that represents ",
        "A macro used to represent ", "Macro represents ", "Macro for ",
    ]

    /// A remark's words without an empty opening; nothing where it only points to another place.
    private static func substance(of info: String) -> [String] {
        let text = info.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if text.hasPrefix("See vir") { return [] }
        let rest = openings.first { text.hasPrefix($0) }.map { text.dropFirst($0.count) } ?? text[...]
        return rest.split(separator: " ").map { abbreviations[String($0)] ?? String($0) }
    }

    private static func finished(_ text: String) -> String {
        var text = text
        while let last = text.last, ".,;: ".contains(last) {
            text.removeLast()
        }
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    /// A word of prose; what looks like C or like XML goes into backticks.
    private static func marked(_ word: String) -> String {
        let head = word.prefix { "(\"'".contains($0) }
        let bare = word.dropFirst(head.count)
        let isCall = bare.hasPrefix("vir") && bare.contains(where: \.isUppercase)
        guard isCall || bare.contains(where: { "_<>@#%*$".contains($0) }) else { return word }
        var core = bare
        var tail = ""
        while let last = core.last, ".,;:\"'".contains(last) || (last == ")" && !core.hasSuffix("()")) {
            tail = String(last) + tail
            core.removeLast()
        }
        if core.first == "@" || core.first == "#" { core.removeFirst() }
        return "\(head)`\(core)`\(tail)"
    }
}
