internal import LibvirtXML

/// What came of bringing one file into the usual layout.
public struct FormattedFile: Codable, Hashable, Sendable {
    /// The file.
    public var file: String
    /// Whether its layout was another one.
    public var isChanged: Bool

    /// Brings a file into the usual layout: one element to a line, two spaces for each level.
    ///
    /// Comments, order, quotes and mixed content stay. The file is replaced in one step, and only when it changes.
    ///
    /// - Parameters:
    ///   - file: The file, a document of any kind.
    ///   - checking: Whether to look only, and change nothing.
    /// - Returns: What came of it.
    /// - Throws: ``Failure`` when it cannot be read, is no XML or cannot be written; it is as it was then.
    public static func format(_ file: String, checking: Bool = false) throws -> FormattedFile {
        do {
            let document = try XMLDocument(contentsOf: file)
            let formatted = document.formatted()
            let isChanged = formatted != document
            if isChanged, !checking { try formatted.write(to: file) }
            return FormattedFile(file: file, isChanged: isChanged)
        } catch {
            throw Failure(error)
        }
    }
}
