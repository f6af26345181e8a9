import FoundationEssentials
import Glibc
import StrataLayers
import Testing

/// A recorded host, unpacked into a folder of its own for as long as `body` runs.
///
/// A recording is one text file: `@ /path` and the file's lines, `@ /path -> target` for a symbolic link, `@ /path/` for
/// an empty folder, `#` lines at its head for the reader.
func withRecordedHost<Result>(
    _ name: String, changing changes: (RecordedHost) throws -> Void = { _ in }, _ body: (RecordedHost) throws -> Result
) throws -> Result {
    var template = Array("/tmp/strata-host-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    let host = RecordedHost(root: folder)
    defer { host.remove("") }
    try host.unpack(name)
    try changes(host)
    return try body(host)
}

/// The folder of a recorded host.
struct RecordedHost {
    let root: String

    /// What a reader finds in it.
    var reading: HostReader.Reading { HostReader(root: root).read() }

    /// Writes a file, with all folders above it.
    func write(_ text: String, to path: String) throws {
        try makeFolders(above: path)
        remove(path)
        guard let file = fopen(root + path, "w") else { throw FileFailure(path: path, code: errno) }
        defer { fclose(file) }
        // Not as a C string: command lines have NULs in them.
        fwrite(Array(text.utf8), 1, text.utf8.count, file)
    }

    /// Removes a file, a link, or a folder with all that is in it.
    func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: root + path)
    }

    fileprivate func unpack(_ name: String) throws {
        var path: String?
        var lines: [Substring] = []
        func finish() throws {
            if let path { try write(lines.map { $0 + "\n" }.joined(), to: path) }
            lines = []
            path = nil
        }
        for line in try fixture("\(name).tree").split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("@ ") else {
                lines.append(line)
                continue
            }
            try finish()
            let entry = line.dropFirst(2)
            if let arrow = entry.firstRange(of: " -> ") {
                try link(String(entry[..<arrow.lowerBound]), to: String(entry[arrow.upperBound...]))
            } else if entry.hasSuffix("/") {
                try makeFolders(above: String(entry))
            } else {
                path = String(entry)
            }
        }
        try finish()
    }

    /// Makes a symbolic link, with all folders above it.
    func link(_ path: String, to target: String) throws {
        try makeFolders(above: path)
        guard symlink(target, root + path) == 0 else { throw FileFailure(path: path, code: errno) }
    }

    private func makeFolders(above path: String) throws {
        var folder = root
        for part in path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().dropLast() {
            folder += "/" + part
            guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw FileFailure(path: folder, code: errno) }
        }
    }
}
