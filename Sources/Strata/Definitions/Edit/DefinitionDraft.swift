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

    /// Writes the guest's kept definition to a file, or finds the one that an earlier edit left.
    ///
    /// - Parameter guest: The guest; a running one takes the edited definition at its next start.
    /// - Returns: The draft.
    /// - Throws: ``Failure``; kind `wrongState` when an earlier draft is there and the host has another definition now
    ///   than the one it began with, or when the host keeps none.
    public static func begin(for guest: Domain) async throws -> DefinitionDraft {
        let folder = try StateFolder.make("drafts")
        let file = folder + "/\(guest.name.replacing("/", with: "_")).xml"
        guard let now = try await guest.connection.kept(DefinedName(.domain, guest.name)) else {
            throw Failure(
                .wrongState, "guest '\(guest.name)'", "the host keeps no definition of it: it is gone when it stops",
                hint: "strata import \(guest.name) --to FOLDER writes it to a file")
        }
        let earlier = try? XMLDocument(contentsOf: file), begun = try? XMLDocument(contentsOf: file + ".original")
        if let earlier, let begun {
            let isDone = try XMLDocument(xml: now).changes(to: earlier).isEmpty
            guard begun.xml == now || isDone else {
                throw Failure(
                    .wrongState, "guest '\(guest.name)'",
                    "an earlier edit left a draft at \(file), and the definition has been changed since",
                    hint: "take from the draft what you need, and delete it")
            }
            if !isDone { return DefinitionDraft(guest.name, file, now, isContinued: true) }
        }
        let draft = DefinitionDraft(guest.name, file, now, isContinued: false)
        // The draft comes last: one without its original would be of no use.
        for path in [draft.originalFile, file] {
            try FileManager.default.removeItemIfThere(path)
            CrashPoint.pass()
            // Passwords may be in it.
            guard
                FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw Failure(.noPermission, path, "cannot be written") }
            try XMLDocument(xml: now).write(to: path)
        }
        CrashPoint.pass()
        return draft
    }

    private init(_ guest: String, _ file: String, _ original: String, isContinued: Bool) {
        (self.guest, self.file, self.original, self.isContinued) = (guest, file, original, isContinued)
        originalFile = file + ".original"
    }

    /// Checks the draft and gives it to the host; it is removed then.
    ///
    /// - Parameter connection: The host.
    /// - Returns: What is different now; nothing when nothing was edited.
    /// - Throws: ``Failure``; the host keeps what it had then, and the draft stays where it is.
    public func accept(on connection: Connection) async throws -> [Change] {
        do {
            let edited = try DefinitionFile(file)
            let before = try XMLDocument(xml: original)
            let changes = before.changes(to: edited.document)
            if !changes.isEmpty {
                try check(edited, before)
                guard try await connection.kept(edited.name) == original else {
                    throw Failure(
                        .wrongState, "guest '\(guest)'", "somebody else has changed its definition in the meantime")
                }
                CrashPoint.pass()
                _ = try await connection.define(edited.document.xml)
            }
            CrashPoint.pass()
            try discard()
            return changes
        } catch {
            var failure = Failure(error)
            let kept = "the draft is kept: strata edit \(guest) goes on with \(file)"
            failure.hint = failure.hint.map { $0 + "; " + kept } ?? kept
            throw failure
        }
    }

    /// Removes the draft.
    public func discard() throws {
        try FileManager.default.removeItemIfThere(file)
        CrashPoint.pass()
        try FileManager.default.removeItemIfThere(originalFile)
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

extension FileManager {
    fileprivate func removeItemIfThere(_ path: String) throws {
        if fileExists(atPath: path) { try removeItem(atPath: path) }
    }
}
