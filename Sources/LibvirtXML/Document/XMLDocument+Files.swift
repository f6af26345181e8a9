extension XMLDocument {
    /// Reads and parses a file.
    ///
    /// - Parameters:
    ///   - path: A regular file; pipes, devices and folders are refused at once.
    ///   - limits: How much is accepted.
    /// - Throws: An ``XMLError`` that names the file when it cannot be read or is refused.
    public init(contentsOf path: String, limits: Limits = Limits()) throws {
        let bytes = try FileReading.bytes(of: path, limit: limits.bytes)
        try self.init(bytes: bytes, limits: limits, file: path)
    }

    /// Writes the document to a file in one step: afterwards there is the old text or the new one, never a part.
    ///
    /// The new text is written beside the file, brought to disk and put in its place. The file keeps its mode and,
    /// where the process may set it, its owner; a symbolic link is followed.
    ///
    /// - Parameter path: The file; its folder must exist.
    /// - Throws: An ``XMLError`` with code ``XMLError/Code/unwritable``; the old file is untouched then.
    public func write(to path: String) throws { try AtomicWrite(to: path).write(bytes) }
}
