public import LibvirtXML

/// A guest's definition in a file, before and after some edits.
public struct EditedDefinition: Sendable {
    /// The file.
    public let file: String
    /// The definition as it will be.
    public let document: DomainDocument
    /// What is really different.
    public let changes: [Change]
    private let isEdited: Bool

    /// Reads a file and makes all edits, or none.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - edits: What to change, in this order.
    /// - Throws: ``InvalidValue`` for a value that cannot be, or ``Failure`` when the file cannot be read, or when the
    ///   edits would break what libvirt's schema or the checks beyond it ask for. The file is not touched in any case.
    public init(file: String, edits: [DefinitionEdit]) throws {
        let original: DomainDocument
        do {
            original = try DomainDocument(contentsOf: file)
        } catch {
            throw Failure(error)
        }
        try self.init(original, at: file, edits)
    }

    /// Makes all edits in a definition that comes from `place`, or none.
    init(_ original: DomainDocument, at place: String, _ edits: [DefinitionEdit]) throws {
        var edited = original
        for edit in edits { try edit.apply(to: &edited) }
        let known = Set(try EditedDefinition.mistakes(in: original).map(\.sort))
        if let new = try EditedDefinition.mistakes(in: edited).first(where: { !known.contains($0.sort) }) {
            throw Failure(.badDefinition, place, "the edit makes it invalid: \(new.message)", hint: new.remedy)
        }
        file = place
        self.document = edited
        changes = original.changes(asked: edited)
        isEdited = edited.xml != original.xml
    }

    /// Writes the file in one step, if anything has changed.
    ///
    /// - Throws: ``Failure``; the file is as it was then.
    public func save() throws {
        guard isEdited else { return }
        do {
            try document.write(to: file)
        } catch {
            throw Failure(error)
        }
    }

    private static func mistakes(in definition: DomainDocument) throws -> [Finding] {
        do {
            return try Schema(.domain).validate(definition.resolvingPaths()) + definition.check()
        } catch {
            throw Failure(error)
        }
    }
}

extension Finding {
    /// What is wrong, wherever it stands: an edit moves lines.
    var sort: String { message.filter { !$0.isNumber } }
}
