internal import FoundationEssentials
internal import Glibc

/// What a user may mean by the word for an image.
enum ImageReference: Hashable, Sendable {
    /// A file, used where it is.
    case file(String)
    /// Something that can be fetched.
    case source(ImageSource)

    /// Reads a path, a URL, or a name of the catalogue.
    ///
    /// A URL may end with `#sha256=…` or `#sha512=…`: what its contents must be.
    init(_ text: String, catalogue: () throws -> ImageCatalogue) throws {
        if let scheme = text.firstRange(of: "://").map({ text[..<$0.lowerBound].lowercased() }) {
            guard ["https", "http", "file"].contains(scheme) else {
                throw Failure(
                    .unsupported, text, "images are fetched by https, http and file, not by \(scheme)",
                    hint: "fetch it by other means, then strata image import FILE")
            }
            self = .source(try ImageSource(url: text))
        } else if text.contains("/") {
            self = .file(text)
        } else {
            do {
                self = .source(ImageSource(try catalogue().entry(named: text)))
            } catch let failure as Failure where failure.kind == .missingFile && access(text, F_OK) == 0 {
                self = .file(text)
            }
        }
    }
}

extension ImageReference {
    /// What is to be fetched, and under which name it is to be kept.
    func source(named name: String?) throws -> ImageSource {
        switch self {
        case .file(let path):
            throw Failure(.wrongValue, path, "this is a file on this host", hint: "strata image import \(path)")
        case .source(var source):
            if let name {
                try ImageName.check(name)
                source.name = name
            }
            return source
        }
    }
}

/// Where an image can be fetched, and by what it is recognised.
struct ImageSource: Hashable, Sendable {
    /// How the contents are vouched for.
    enum Proof: Hashable, Sendable {
        /// By nobody but the secure connection, or the file system.
        case none
        /// By the user.
        case checksum(ImageChecksum)
        /// By a list that its maker keeps.
        case list(url: String, ChecksumAlgorithm)
    }

    var name: String
    var url: String
    var proof: Proof
    var format: ImageFormat?
    var os: String?
    /// Whether the name is one of the catalogue, which stands for whatever is newest there.
    var isInCatalogue = false

    init(_ entry: ImageEntry) {
        (name, url, format, os) = (entry.name, entry.url, entry.format, entry.system)
        proof = entry.checksumURL.map { .list(url: $0, entry.algorithm ?? .sha256) } ?? .none
        isInCatalogue = true
    }

    init(url text: String) throws {
        let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
        url = parts.first ?? ""
        let file = url.prefix { $0 != "?" }.split(separator: "/").dropFirst(url.hasPrefix("file:") ? 1 : 2).last
        guard let file, !url.hasSuffix("/"), url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw Failure(
                .wrongValue, text, "this is no URL of a file", hint: "such as https://host/folder/image.qcow2")
        }
        name = ImageName.plain(String(file))
        guard parts.count == 2 else {
            proof = .none
            guard !url.lowercased().hasPrefix("http:") else {
                throw Failure(
                    .wrongValue, text, "anybody on the way could change what comes by http",
                    hint: "use https, or put #sha256=… with its checksum behind the URL")
            }
            return
        }
        proof = .checksum(try Self.checksum(parts[1], of: text))
    }

    private static func checksum(_ fragment: String, of text: String) throws -> ImageChecksum {
        let words = fragment.split(separator: "=", maxSplits: 1).map(String.init)
        guard words.count == 2, let algorithm = ChecksumAlgorithm(rawValue: words[0].lowercased()),
            words[1].utf8.count == algorithm.digits, words[1].allSatisfy(\.isHexDigit)
        else {
            throw Failure(
                .wrongValue, text, "what is behind the # is no checksum",
                hint: "it is sha256= with 64 hexadecimal digits, or sha512= with 128")
        }
        return ImageChecksum(algorithm, words[1])
    }
}

extension ImageName {
    private static let endings = ["qcow2", "img", "raw", "iso", "qcow"]

    /// A file's name without its ending, of letters, digits, dots, dashes and underscores only.
    static func plain(_ file: String) -> String {
        let ending = endings.first { file.lowercased().hasSuffix("." + $0) }
        let stem = file.dropLast(ending.map { $0.count + 1 } ?? 0)
        let name = String(stem.map { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "-" })
        return name.first?.isLetter == true ? name : "image-" + name
    }

    /// Refuses what cannot be a name in the store.
    static func check(_ name: String) throws {
        guard name == plain(name + ".raw"), name.utf8.count <= 100 else {
            throw Failure(
                .wrongValue, "image '\(name)'", "this is no name for an image",
                hint: "a name begins with a letter and has only letters, digits, '.', '-' and '_'")
        }
    }
}
