/// What can be seen to be wrong with a cloud-init file before a guest trips over it, minutes later and alone.
///
/// It is no YAML parser: it knows tabs where spaces must be, brackets and quotes that do not end, and lines that are no
/// part of a mapping.
struct UserDataCheck {
    let text: String

    init(_ text: String) { self.text = text }

    /// What a file can begin with, and what cloud-init takes it for.
    private static let beginnings: [(word: String, isYAML: Bool)] = [
        ("#cloud-config", true), ("#!", false), ("#include", false), ("#cloud-boothook", false),
        ("#part-handler", false), ("## template:", false),
    ]

    /// Refuses what cloud-init could not read.
    func check() throws {
        let first = text.prefix { !$0.isNewline }
        guard let kind = Self.beginnings.first(where: { first.hasPrefix($0.word) }) else {
            throw refusal(1, "it must begin with #cloud-config, or with #! for a script")
        }
        guard text.utf8.count <= 1 << 20 else { throw refusal(1, "it is larger than 1 MiB") }
        if kind.isYAML { try checkYAML() }
    }

    private func checkYAML() throws {
        var scanner = YAMLScanner()
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if let why = scanner.objection(to: line) { throw refusal(index + 1, why) }
        }
        if let why = scanner.objectionToEnd { throw refusal(scanner.lineOfOpening, why) }
    }

    private func refusal(_ line: Int, _ why: String) -> Failure {
        Failure(.wrongValue, "--cloud-init, line \(line)", why, hint: "cloud-init schema -c FILE checks all of it")
    }
}

/// Goes through YAML line by line.
private struct YAMLScanner {
    private(set) var lineOfOpening = 1
    private var line = 0
    private var brackets: [Character] = []
    private var quote: Character?
    /// The indentation of the line whose text is in the lines below it.
    private var block: Int?
    private var hasKey = false

    var objectionToEnd: String? {
        if quote != nil { return "the quote is not closed" }
        return brackets.last.map { "the \($0) is not closed" }
    }

    mutating func objection(to text: Substring) -> String? {
        line += 1
        let indentation = text.prefix { $0 == " " }.count
        let content = text.dropFirst(indentation)
        if let block, content.isEmpty || indentation > block { return nil }
        block = nil
        let isInside = quote != nil || !brackets.isEmpty
        if content.hasPrefix("\t"), !isInside, content.contains(where: { !$0.isWhitespace }) {
            return "a line is indented by spaces, not by tabs"
        }
        if !isInside, content.isEmpty || content.hasPrefix("#") || ["---", "..."].contains(content) { return nil }
        if !isInside, indentation == 0, let why = objectionToTop(content) { return why }
        if let why = scan(content) { return why }
        if quote == nil, brackets.isEmpty, Self.beginsBlock(content) { block = indentation }
        return nil
    }

    private mutating func objectionToTop(_ content: Substring) -> String? {
        if content.hasPrefix("{") { return nil }
        // A list may stand below its key without being indented.
        if content.hasPrefix("- ") || content == "-" { return hasKey ? nil : "a list needs a key above it" }
        guard content.contains(": ") || content.drop(while: { $0 != ":" }).dropFirst().allSatisfy(\.isWhitespace),
            content.contains(":")
        else { return "this is no 'key: value'" }
        hasKey = true
        return nil
    }

    /// `key: |` and `- >-`: what follows, and is indented more, is text.
    private static func beginsBlock(_ content: Substring) -> Bool {
        guard let last = content.split(separator: " ").last, let sign = last.first, sign == "|" || sign == ">" else {
            return false
        }
        return last.dropFirst().allSatisfy { $0 == "-" || $0 == "+" || $0.isNumber }
    }

    private mutating func scan(_ content: Substring) -> String? {
        var startsValue = quote == nil
        var previous: Character = " "
        var isEscaped = false
        for character in content {
            defer { previous = character }
            if let open = quote {
                if isEscaped {
                    isEscaped = false
                } else if open == "\"", character == "\\" {
                    isEscaped = true
                } else if character == open {
                    quote = nil
                }
                continue
            }
            switch character {
            case "#" where previous == " ": return nil
            case "\"" where startsValue, "'" where startsValue: (quote, lineOfOpening) = (character, line)
            case "[" where startsValue, "{" where startsValue:
                brackets.append(character)
                lineOfOpening = line
                continue
            case "]" where !brackets.isEmpty, "}" where !brackets.isEmpty:
                guard brackets.removeLast() == (character == "]" ? "[" : "{") else {
                    return "the \(character) closes something else"
                }
            case " ":
                startsValue = startsValue || previous == ":" || (previous == "-" && brackets.isEmpty)
                continue
            case ",", ":":
                startsValue = !brackets.isEmpty
                continue
            default: break
            }
            startsValue = false
        }
        return nil
    }
}
