import Glibc

extension Schema {
    /// What tells one state of the installed schemas from another: the names, sizes and times of the files that stand
    /// beside a schema, which may be read with it.
    ///
    /// - Parameters:
    ///   - kind: Which schema.
    ///   - folder: Where the schemas are, as when one is read.
    /// - Returns: A text for comparing with others of its kind.
    /// - Throws: An ``XMLError`` with code ``XMLError/Code/schemaNotFound`` and a hint.
    public static func version(_ kind: Kind, folder: String? = nil) throws -> String {
        let file = try SchemaFolder.file(kind.rawValue + ".rng", in: folder)
        let folder = FilePath.folder(of: file)
        return ([file] + SchemaFolder.schemas(in: folder)).map { name in
            var status = stat()
            guard stat(name.hasPrefix("/") ? name : folder + "/" + name, &status) == 0 else { return name }
            let changed = status.st_mtim, placed = status.st_ctim
            return "\(name) \(status.st_size) \(changed.tv_sec).\(changed.tv_nsec) \(placed.tv_sec).\(placed.tv_nsec)"
        }.joined(separator: "\n")
    }
}

extension SchemaFolder {
    /// The names of all schemas in a folder.
    fileprivate static func schemas(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".rng") { names.append(name) }
        }
        return names.sorted()
    }
}
