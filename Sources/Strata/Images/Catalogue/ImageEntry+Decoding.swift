/// An entry as it stands in a file, before anything in it is believed.
struct WrittenEntry: Decodable {
    var name: String?
    var url: String?
    var checksumURL: String?
    var checksum: String?
    var format: String?
    var os: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, url, checksumURL = "checksum-url", checksum, format, os
    }

    /// Keys that nobody reads are typing errors.
    struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let known = CodingKeys.allCases.map(\.rawValue)
        for key in try decoder.container(keyedBy: AnyKey.self).allKeys where !known.contains(key.stringValue) {
            throw CatalogueError("unknown key '\(key.stringValue)'; there are \(known.joined(separator: ", "))")
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String? {
            do { return try container.decodeIfPresent(String.self, forKey: key) } catch {
                throw CatalogueError("'\(key.rawValue)' must be a string")
            }
        }
        (name, url) = (try text(.name), try text(.url))
        (checksumURL, checksum) = (try text(.checksumURL), try text(.checksum))
        (format, os) = (try text(.format), try text(.os))
    }
}

/// What is wrong with an entry.
struct CatalogueError: Error {
    var message: String
    init(_ message: String) { self.message = message }
}

extension ImageEntry {
    init(_ written: WrittenEntry) throws {
        guard let name = written.name, !name.isEmpty else { throw CatalogueError("there is no 'name'") }
        guard name.utf8.allSatisfy(Self.isPlain), name.first?.isLetter == true else {
            throw CatalogueError("a name begins with a letter and has only letters, digits, '.', '-' and '_'")
        }
        guard let url = written.url, !url.isEmpty else { throw CatalogueError("there is no 'url'") }
        guard Self.isFetchable(url) else { throw CatalogueError("'url' must be https://…, http://… or file:///…") }
        guard let format = ImageFormat(rawValue: written.format ?? "qcow2") else {
            throw CatalogueError("unknown format '\(written.format ?? "")'; there are \(Self.words(ImageFormat.self))")
        }
        self.init(name: name, url: url, format: format, system: written.os)
        try readChecksum(written)
    }

    /// An image from elsewhere that nobody can check is none that a guest should be made of.
    private mutating func readChecksum(_ written: WrittenEntry) throws {
        guard let place = written.checksumURL else {
            if written.checksum != nil { throw CatalogueError("there is a 'checksum', but no 'checksum-url'") }
            if !url.hasPrefix("file://") { throw CatalogueError("there is no 'checksum-url'") }
            return
        }
        guard Self.isFetchable(place) else {
            throw CatalogueError("'checksum-url' must be https://…, http://… or file:///…")
        }
        guard let algorithm = ChecksumAlgorithm(rawValue: written.checksum ?? "sha256") else {
            let known = Self.words(ChecksumAlgorithm.self)
            throw CatalogueError("unknown checksum '\(written.checksum ?? "")'; there are \(known)")
        }
        (checksumURL, self.algorithm) = (place, algorithm)
    }

    private static func isFetchable(_ url: String) -> Bool {
        let isClean = url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        let hasFile = url.last != "/" && url.split(separator: "/").count > (url.hasPrefix("file:///") ? 1 : 2)
        return isClean && hasFile && ["https://", "http://", "file:///"].contains { url.hasPrefix($0) }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(byte)
        }
    }

    private static func words<Word: CaseIterable & RawRepresentable<String>>(_ type: Word.Type) -> String {
        type.allCases.map(\.rawValue).joined(separator: ", ")
    }
}
