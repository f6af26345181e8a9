internal import FoundationEssentials
internal import LibvirtXML
internal import Glibc

/// The osinfo database: what is known of operating systems.
///
/// It is a tree of small files. Their names follow from the ids, so looking one system up reads its file and those of
/// its ancestors; only listing, and recognising media, reads them all.
public struct OSDatabase: Sendable {
    /// Where every file is, by its place in the database, such as `os/debian.org/debian-11.xml`.
    let files: [String: String]

    /// The folders of the database as libosinfo has them: the system's, the host's own, the user's.
    public static var folders: [String] {
        let configuration = Environment["XDG_CONFIG_HOME"] ?? (Environment["HOME"] ?? "") + "/.config"
        return [
            Environment["OSINFO_SYSTEM_DIR"] ?? "/usr/share/osinfo", Environment["OSINFO_LOCAL_DIR"] ?? "/etc/osinfo",
            Environment["OSINFO_USER_DIR"] ?? configuration + "/osinfo",
        ]
    }

    /// Finds the files of the database.
    ///
    /// - Parameter folders: Where to look; a file of a later folder takes the place of the same one of an earlier.
    /// - Throws: ``Failure`` with kind `unsupported` when there is no database.
    public init(folders: [String] = Self.folders) throws {
        var files: [String: String] = [:]
        for folder in folders {
            for part in ["os", "device"] {
                for vendor in Self.names(in: "\(folder)/\(part)") {
                    for name in Self.names(in: "\(folder)/\(part)/\(vendor)") {
                        files["\(part)/\(vendor)/\(name)"] = "\(folder)/\(part)/\(vendor)/\(name)"
                    }
                }
            }
        }
        self.files = files
        guard files.keys.contains(where: { $0.hasPrefix("os/") }) else {
            throw Failure(
                .unsupported, "operating systems", "there is no osinfo database in \(folders.joined(separator: ", "))",
                hint: "apt install osinfo-db, or set OSINFO_SYSTEM_DIR")
        }
    }

    private static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }

    /// The places of the files on operating systems, in order.
    var systemPlaces: [String] { files.keys.filter { $0.hasPrefix("os/") && $0.hasSuffix(".xml") }.sorted() }

    /// What the file at a place says; `nil` when it is missing or unreadable, as libosinfo has it.
    func record(at place: String) -> OSRecord? {
        files[place].flatMap { try? XMLDocument(contentsOf: $0) }.flatMap { OSRecord($0) }
    }

    /// The place of the file on what has an id: `http://debian.org/debian/11` is in `debian.org/debian-11.xml`.
    func place(_ part: String, of id: String) -> String? {
        let words = id.split(separator: "/").dropFirst()
        guard let vendor = words.first, words.count > 1 else { return nil }
        return "\(part)/\(vendor)/\(words.dropFirst().joined(separator: "-"))"
    }

    /// The name of a virtual device.
    func device(_ id: String) -> String? {
        guard let place = place("device", of: id) else { return nil }
        let file = files[place + ".xml"] ?? files[place + ".d"].map { $0 + "/class.xml" }
        return file.flatMap { try? XMLDocument(contentsOf: $0) }?.root.value("device/name")
    }
}
