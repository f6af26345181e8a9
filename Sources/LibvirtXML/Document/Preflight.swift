import Glibc

/// What is refused before a parser ever sees the text: other encodings, NUL bytes and document types.
struct Preflight {
    let bytes: UnsafeBufferPointer<UInt8>

    func check() throws(XMLError) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else {
            throw XMLError(.notWellFormed, "the document is empty", line: 1, column: 1)
        }
        try refuseUTF16()
        if let nul = memchr(base, 0, bytes.count) {
            throw error(
                .notWellFormed, "a NUL byte is not allowed in XML", at: UnsafeRawPointer(base).distance(to: nul))
        }
        try checkProlog()
        if let offset = firstInvalidUTF8() {
            throw error(
                .encoding, "the bytes here are not UTF-8", at: offset,
                hint: "convert the file with iconv -t UTF-8, and -f with the encoding that it has")
        }
    }

    private func refuseUTF16() throws(XMLError) {
        let start = Array(bytes.prefix(4))
        let marks: [[UInt8]] = [[0xFE, 0xFF], [0xFF, 0xFE]]
        let isWide = marks.contains { start.starts(with: $0) } || start.prefix(2).contains(0)
        if isWide {
            throw XMLError(
                .encoding, "the document is UTF-16 or UTF-32, not UTF-8", line: 1, column: 1,
                hint: "convert the file with iconv -f UTF-16 -t UTF-8")
        }
    }

    /// Walks over white space, comments and processing instructions; whatever is malformed is left to the parser.
    private func checkProlog() throws(XMLError) {
        var cursor = ByteCursor(bytes)
        if cursor.starts(with: [0xEF, 0xBB, 0xBF]) { cursor.position += 3 }
        try checkDeclaration(&cursor)
        while true {
            cursor.skipSpace()
            if cursor.starts(with: "<!--") {
                guard cursor.skip(past: "-->", from: 4) else { return }
            } else if cursor.starts(with: "<?") {
                guard cursor.skip(past: "?>", from: 2) else { return }
            } else if cursor.starts(with: "<!DOCTYPE") {
                throw error(
                    .documentType, "a DOCTYPE is not allowed", at: cursor.position,
                    hint: "remove the DOCTYPE and write out the entities that it declares")
            } else {
                return
            }
        }
    }

    private func checkDeclaration(_ cursor: inout ByteCursor) throws(XMLError) {
        guard cursor.starts(with: "<?xml"), !cursor.starts(with: "<?xml-") else { return }
        let start = cursor.position
        guard cursor.skip(past: "?>", from: 5) else { return }
        let declaration = String(decoding: bytes[start..<cursor.position], as: UTF8.self)
        guard let name = Preflight.encoding(in: declaration) else { return }
        let accepted = ["utf-8", "utf8", "us-ascii", "ascii"]
        guard accepted.contains(name.lowercased()) else {
            throw error(
                .encoding, "the document says that it is \(name), not UTF-8", at: start,
                hint: "convert the file with iconv -f \(name) -t UTF-8 and change its first line")
        }
    }

    private static func encoding(in declaration: String) -> String? {
        let words = declaration.split { $0 == " " || $0 == "\t" || $0.isNewline || $0 == "=" || $0 == "?" }
        guard let key = words.firstIndex(of: "encoding"), words.index(after: key) < words.endIndex else { return nil }
        return words[words.index(after: key)].filter { $0 != "\"" && $0 != "'" }
    }

    private func firstInvalidUTF8() -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var decoder = UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }

    private func error(_ code: XMLError.Code, _ message: String, at offset: Int, hint: String? = nil) -> XMLError {
        let place = TextPosition(offset: offset, in: bytes)
        return XMLError(code, message, line: place.line, column: place.column, hint: hint)
    }
}
