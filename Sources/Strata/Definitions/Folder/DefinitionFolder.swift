internal import FoundationEssentials
internal import Glibc

/// Finding definition files.
enum DefinitionFolder {
    /// A file of definitions, and where it is on its disk.
    typealias Found = (path: String, place: Place?)

    /// The XML files that a path of the command line stands for, and the folder, if it is one.
    ///
    /// A folder stands for all `.xml` files in it and below it, hidden ones aside; a link that leads back into a folder
    /// that is being read is not followed.
    static func files(of path: String) throws -> (files: [Found], folder: String?) {
        guard let place = Place(path) else {
            throw Failure(.missingFile, path, "no such file or folder", hint: "name a folder or files with definitions")
        }
        return place.isFolder ? (try xmlFiles(in: path, above: [place]), absolute(path)) : ([(path, place.known)], nil)
    }

    private static func xmlFiles(in folder: String, above: [Place]) throws -> [Found] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw Failure(.noPermission, folder, "the folder cannot be read", hint: "ls -ld \(folder) shows its mode")
        }
        var found: [Found] = []
        for name in names where !name.hasPrefix(".") {
            let path = folder + "/" + name
            // What is no XML file is looked at only to see whether it is a folder.
            let place = Place(path)
            if let place, place.isFolder {
                if !above.contains(place) { found += try xmlFiles(in: path, above: above + [place]) }
            } else if name.hasSuffix(".xml") {
                found.append((path, place?.known))
            }
        }
        return found
    }

    /// The path with every link followed.
    static func absolute(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// Whether all files of a folder are read with another one: it is the same, or in it and not hidden.
    static func includes(_ folder: String, _ other: String) -> Bool {
        let start = folder == "/" ? folder : folder + "/"
        guard other.hasPrefix(start) else { return other == folder }
        return !other.dropFirst(start.count).split(separator: "/").contains { $0.hasPrefix(".") }
    }

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A file or folder by its number on its disk, whatever leads to it.
    struct Place: Hashable {
        private let device: dev_t
        private let number: ino_t
        fileprivate let isFolder: Bool

        /// The place, unless nobody can tell where it is.
        fileprivate var known: Place? { number == 0 ? nil : self }

        fileprivate init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 || errno == ELOOP || errno == EACCES else { return nil }
            (device, number) = (status.st_dev, status.st_ino)
            isFolder = status.st_mode & S_IFMT == S_IFDIR
        }
    }
}
