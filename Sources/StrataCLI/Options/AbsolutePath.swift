internal import FoundationEssentials

/// The path of a file, made to hold wherever the daemon works.
enum AbsolutePath {
    static func of(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }
}
