import FoundationEssentials

/// Finds the declarations in sources that swift-format has written: the indentation says what stands in what.
struct SourceReader {
    private(set) var declarations: [Declaration] = []
    private let file: String
    private let lines: [Substring]
    /// The types round the current line, each with its indentation.
    private var scopes: [(indent: Int, path: [String])] = []
    private var comment: [Substring] = []

    /// The declarations of all Swift files below `folder`.
    static func read(folder: String) throws -> [Declaration] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return try files.filter { $0.hasSuffix(".swift") }.sorted().flatMap { file in
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
                throw GeneratorError("\(folder)/\(file): not readable")
            }
            return SourceReader(String(decoding: data, as: UTF8.self), file: file).declarations
        }
    }

    init(_ text: String, file: String) {
        self.file = file
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for number in lines.indices { read(number) }
    }

    private mutating func read(_ number: Int) {
        let text = lines[number].drop { $0 == " " }
        let indent = lines[number].count - text.count
        if text.isEmpty || text.first == "@" && text.wholeMatch(of: /@\w+(\(.*\))?/) != nil { return }
        if text.hasPrefix("///") { return comment.append(text.dropFirst(3)) }
        defer { comment = [] }
        scopes.removeAll { $0.indent >= indent }
        // What stands deeper than its type's members stands in the body of one.
        guard indent == (scopes.last.map { $0.indent + 4 } ?? 0) else { return }
        let end = head(from: number)
        let words = String(text) + lines[number..<end].dropFirst().map { " " + $0.drop { $0 == " " } }.joined()
        guard let head = DeclarationHead(Self.withoutAttributes(words)) else { return }
        add(head, indent: indent, lines: number..<end)
    }

    private mutating func add(_ head: DeclarationHead, indent: Int, lines range: Range<Int>) {
        let name = head.kind == .type ? head.name.split(separator: ".").map(String.init) : [head.name]
        let path = (scopes.last?.path ?? []) + name
        if !head.isExtension {
            let own = comment.joined(separator: "\n").matches(of: /\[`(vir\w+)`\]\(/).map { String($0.1) }
            declarations.append(
                Declaration(
                    kind: head.kind, isPublic: head.isPublic, path: path, links: own,
                    calls: head.kind == .type ? [] : calls(from: range, indent: indent), file: file,
                    line: range.lowerBound + 1))
        }
        if head.kind == .type { scopes.append((indent, path)) }
    }

    /// The line behind the head of the declaration that begins at `start`: where its parentheses are closed.
    private func head(from start: Int) -> Int {
        var depth = 0
        for number in start..<lines.count {
            for character in lines[number] {
                if character == "(" { depth += 1 }
                if character == ")" { depth -= 1 }
            }
            if depth <= 0 { return number + 1 }
        }
        return lines.count
    }

    private func calls(from head: Range<Int>, indent: Int) -> [String] {
        var end = head.upperBound
        if lines[end - 1].hasSuffix("{") {
            while end < lines.count, lines[end].isEmpty || lines[end].prefix(indent + 1).allSatisfy({ $0 == " " }) {
                end += 1
            }
        }
        return lines[head.lowerBound..<end].flatMap { line -> [String] in
            let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
            guard code.utf8.contains(UInt8(ascii: "v")) else { return [] }
            return code.matches(of: /\bvir[A-Z]\w*/).map { String($0.0) }
        }
    }

    private static func withoutAttributes(_ words: String) -> String {
        words.first != "@" ? words : words.replacing(/^(@\w+(\([^)]*\))? )+/, with: "")
    }
}
