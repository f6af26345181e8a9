/// Paths as text, without a look at the disk.
enum FilePath {
    /// `path` seen from `folder`, without `.`, `..` and doubled slashes; an absolute path is left as it is written.
    static func absolute(_ path: String, in folder: String) -> String {
        path.hasPrefix("/") ? path : normalised(folder + "/" + path)
    }

    /// The path without `.`, `..` and doubled slashes.
    static func normalised(_ path: String) -> String {
        var steps: [Substring] = []
        let isAbsolute = path.hasPrefix("/")
        for step in path.split(separator: "/") where step != "." {
            if step == "..", let last = steps.last, last != ".." {
                steps.removeLast()
            } else if step != ".." || !isAbsolute {
                steps.append(step)
            }
        }
        let joined = steps.joined(separator: "/")
        return isAbsolute ? "/" + joined : (joined.isEmpty ? "." : joined)
    }

    /// The folder that a file stands in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
