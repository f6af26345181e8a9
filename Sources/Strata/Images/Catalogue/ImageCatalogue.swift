internal import FoundationEssentials
internal import Glibc
internal import LibvirtXML

/// The images that are known by a name: strata's own list, with the host's and the user's.
///
/// A file of them is a JSON object whose `images` are entries, such as
///
/// ```json
/// {"images": [{"name": "debian-12", "os": "debian12", "format": "qcow2",
///              "url": "https://mirror.example/debian-12.qcow2",
///              "checksum-url": "https://mirror.example/SHA512SUMS", "checksum": "sha512"}]}
/// ```
public struct ImageCatalogue: Sendable {
    /// The images by name.
    public private(set) var entries: [ImageEntry] = []

    /// Where the files are that add to the list, or put something else in its places: the host's, then the user's.
    public static var files: [String] {
        let configuration = Environment["XDG_CONFIG_HOME"] ?? (Environment["HOME"] ?? "") + "/.config"
        return ["/etc/strata/images.json", configuration + "/strata/images.json"]
    }

    /// A list of these.
    public init(_ entries: [ImageEntry] = Self.shipped) { add(entries) }

    /// Reads strata's own list and all files that there are.
    ///
    /// - Parameter files: Where to look; a missing file is none.
    /// - Returns: All that there is.
    /// - Throws: ``Failure`` with kind `badDefinition` or `noPermission`, naming the file and the entry.
    public static func read(files: [String] = Self.files) throws -> ImageCatalogue {
        var catalogue = ImageCatalogue()
        for file in files where access(file, F_OK) == 0 {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw Failure(
                    .noPermission, file, "cannot be read",
                    hint: "it is a list of images: let yourself read it, or remove it")
            }
            catalogue.add(try Self.entries(in: data, of: file))
        }
        return catalogue
    }

    /// The image of a name.
    ///
    /// - Parameter name: The whole name.
    /// - Returns: The entry of that name.
    /// - Throws: ``Failure`` with kind `missingFile`; the hint names near ones.
    public func entry(named name: String) throws -> ImageEntry {
        if let entry = entries.first(where: { $0.name == name }) { return entry }
        let ranked = entries.map { (name: $0.name, distance: Spelling.distance($0.name, name)) }
        let near = ranked.filter { $0.distance <= max(2, name.count / 4) || $0.name.hasPrefix(name) }
        let names = near.sorted { $0.distance < $1.distance }.prefix(3).map(\.name)
        let hint = names.isEmpty ? ("there are", entries.map(\.name)) : ("near names:", Array(names))
        throw Failure(
            .missingFile, "image '\(name)'", "the catalogue has none of that name",
            hint: "\(hint.0) \(hint.1.joined(separator: ", "))")
    }

    /// Puts entries into the list; one of a name that is there already takes its place.
    private mutating func add(_ more: [ImageEntry]) {
        for entry in more {
            if let index = entries.firstIndex(where: { $0.name == entry.name }) {
                entries[index] = entry
            } else {
                entries.append(entry)
            }
        }
        entries.sort { $0.name < $1.name }
    }
}
