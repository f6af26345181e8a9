internal import FoundationEssentials
public import Libvirt
public import LibvirtXML

/// A guest's definition while somebody edits it, in a file of its own that only goes when the host has it.
///
/// ```swift
/// let draft = try await DefinitionDraft.begin(for: guest)
/// try await openEditor(draft.file)
/// let changes = try await draft.accept(on: guest.connection)
/// ```
public struct DefinitionDraft: Sendable {
    /// The file to edit.
    public let file: String
    /// Whether an earlier edit left it, which was refused or whose process died.
    public let isContinued: Bool

    private let guest: String
    /// The definition that the edit began with.
    private let original: String
    private let originalFile: String
    /// Two edits of one guest would overwrite each other's draft.
    private let lock: FileLock

    /// Writes the guest's kept definition to a file, or finds the one that an earlier edit left.
    ///
    /// - Parameter guest: The guest; a running one takes the edited definition at its next start.
    /// - Returns: The draft.
    /// - Throws: ``Failure``; kind `wrongState` when another edit of the guest is open, when an earlier draft is there
    ///   and the host has another definition now than the one it began with, or when the host keeps none.
    public static func begin(for guest: Domain) async throws -> DefinitionDraft {
        let folder = try StateFolder.make("drafts")
        let path = folder + "/" + guest.name.replacing("/", with: "_")
        guard let lock = try FileLock(path + ".lock") else {
            throw Failure(
                .wrongState, "guest '\(guest.name)'", "another edit of it is open", hint: "end that one first")
        }
        guard let now = try await guest.connection.kept(DefinedName(.domain, guest.name)) else {
            throw Failure(
                .wrongState, "guest '\(guest.name)'", "the host keeps no definition of it: it is gone when it stops",
                hint: "strata import \(guest.name) --to FOLDER writes it to a file")
        }
        let new = DefinitionDraft(guest.name, path + ".xml", now, lock, isContinued: false)
        if try new.isNeeded {
            guard new.begun == now else {
                throw Failure(
                    .wrongState, "guest '\(guest.name)'",
                    "an earlier edit left a draft at \(new.file), and the definition has been changed since",
                    hint: "take from the draft what you need, and delete it")
            }
            return DefinitionDraft(guest.name, path + ".xml", now, lock, isContinued: true)
        }
        try new.discard()
        // The draft comes last: one without its original would be of no use.
        for path in [new.originalFile, new.file] {
            // Passwords may be in it.
            guard
                FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw Failure(.noPermission, path, "cannot be written") }
            try XMLDocument(xml: now).write(to: path)
            CrashPoint.pass()
        }
        return new
    }

    private init(_ guest: String, _ file: String, _ original: String, _ lock: FileLock, isContinued: Bool) {
        (self.guest, self.file, self.original, self.isContinued) = (guest, file, original, isContinued)
        (originalFile, self.lock) = (file + ".original", lock)
    }

    /// The draft as it stands in its file; `nil` when there is none.
    private var text: String? { FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } }

    /// What the draft in the file began with.
    private var begun: String? {
        FileManager.default.contents(atPath: originalFile).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether something stands in the file that the host does not have.
    private var isNeeded: Bool {
        get throws {
            guard let text, text != begun, !text.isEmpty else { return false }
            // What is no definition yet was somebody's work, too.
            guard let edited = try? XMLDocument(xml: text) else { return true }
            return try !XMLDocument(xml: original).changes(asked: edited).isEmpty
        }
    }

    /// Checks the draft and gives it to the host; it is removed then.
    ///
    /// - Parameter connection: The host.
    /// - Returns: What is different now, from the guest's next start on; nothing when nothing was edited.
    /// - Throws: ``Failure``; the host keeps what it had then, and the draft stays where it is.
    public func accept(on connection: Connection) async throws -> [Change] {
        do {
            guard text != nil else {
                throw Failure(
                    .missingFile, "guest '\(guest)'", "the editor removed the draft: nothing is changed",
                    hint: "strata edit \(guest) begins anew")
            }
            try checkPaths()
            let edited = try DefinitionFile(file)
            let before = try XMLDocument(xml: original)
            let changes = before.changes(asked: edited.document)
            if !changes.isEmpty {
                try check(edited, before)
                try await connection.checkFits(
                    DomainDocument(edited.document), after: DomainDocument(before), at: file)
                guard try await connection.kept(edited.name) == original else {
                    throw Failure(
                        .wrongState, "guest '\(guest)'", "somebody else has changed its definition in the meantime")
                }
                CrashPoint.pass()
                _ = try await connection.define(edited.document.xml)
            }
            CrashPoint.pass()
            try discard()
            return changes.map { $0.with(.nextBoot) }
        } catch {
            throw await left(after: error, on: connection)
        }
    }

    /// Ends the edit after an error: a draft that nobody has touched is removed, any other one stays.
    ///
    /// - Parameters:
    ///   - error: What happened.
    ///   - connection: The host.
    /// - Returns: The failure, which says what has become of the draft.
    public func left(after error: any Error, on connection: Connection) async -> Failure {
        var failure = Failure(error).naming(DefinedName(.domain, guest))
        guard text != nil, isContinued || text != begun else {
            try? discard()
            return failure
        }
        let now = try? await connection.kept(DefinedName(.domain, guest))
        let kept =
            now == original
            ? "the draft is kept: strata edit \(guest) goes on with \(file)"
            : "the draft is kept: take from \(file) what you need, and delete it"
        failure.hint = failure.hint.map { $0 + "; " + kept } ?? kept
        return failure
    }

    /// Removes the draft.
    public func discard() throws {
        try withExtendedLifetime(lock) {
            try FileManager.default.removeItemIfThere(file)
            CrashPoint.pass()
            try FileManager.default.removeItemIfThere(originalFile)
        }
    }

    /// Refuses paths that begin at a folder: a guest of the host has none, and that of drafts is not meant.
    private func checkPaths() throws {
        guard let edited = try? DomainDocument(contentsOf: file) else { return }
        let known = Set(try DomainDocument(xml: original).relativePaths)
        guard let path = edited.relativePaths.first(where: { !known.contains($0) }) else { return }
        throw Failure(
            .badDefinition, file, "the path '\(path)' does not begin with a slash, and the guest has no folder",
            hint: "write the whole path")
    }

    private func check(_ edited: DefinitionFile, _ before: XMLDocument) throws {
        try edited.checkSchema()
        let uuid = before.root.value("uuid")?.trimmed
        guard edited.name == DefinedName(.domain, guest), edited.document.root.value("uuid")?.trimmed == uuid else {
            throw Failure(
                .badDefinition, file, "an edit cannot give a guest another name or UUID",
                hint: "strata rename changes the name of a guest that is off")
        }
    }
}

extension DomainDocument {
    /// The paths of files that depend on a folder.
    fileprivate var relativePaths: [String] {
        changes(to: resolvingPaths(relativeTo: "/")).compactMap { $0.before ?? $0.after }
    }
}

extension FileManager {
    fileprivate func removeItemIfThere(_ path: String) throws {
        if fileExists(atPath: path) { try removeItem(atPath: path) }
    }
}
