/// The checksums that makers of images keep beside them, in either of the two forms in use.
public struct ChecksumList: Sendable {
    private var lines: [(digest: String, file: String?)] = []

    /// Reads the list.
    ///
    /// - Parameters:
    ///   - text: Lines such as `0f3a…  file`, `0f3a… *file` or `SHA256 (file) = 0f3a…`, or a digest alone; everything
    ///     else in it, such as a signature, is passed over.
    ///   - algorithm: How the digests are made.
    public init(_ text: String, algorithm: ChecksumAlgorithm) {
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
            guard let first = words.first else { continue }
            if Self.isDigest(first, algorithm), words.count <= 2 {
                lines.append((first.lowercased(), words.dropFirst().first.map(Self.fileName)))
            } else if words.count == 4, words[2] == "=", first.lowercased() == algorithm.rawValue,
                Self.isDigest(words[3], algorithm), words[1].hasPrefix("("), words[1].hasSuffix(")")
            {
                lines.append((words[3].lowercased(), Self.fileName(String(words[1].dropFirst().dropLast()))))
            }
        }
    }

    /// The digest of a file, in small letters; `nil` when the list does not have it, or has two of it.
    public func digest(of file: String) -> String? {
        let named = Set(lines.filter { $0.file == file }.map(\.digest))
        if !named.isEmpty { return named.count == 1 ? named.first : nil }
        return lines.count == 1 && lines.first?.file == nil ? lines.first?.digest : nil
    }

    private static func isDigest(_ word: String, _ algorithm: ChecksumAlgorithm) -> Bool {
        word.utf8.count == algorithm.digits && word.allSatisfy(\.isHexDigit)
    }

    private static func fileName(_ word: String) -> String {
        String(word.drop { $0 == "*" }.split(separator: "/").last ?? "")
    }
}
