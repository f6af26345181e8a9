internal import FoundationEssentials
public import LibvirtXML

/// What is planned for one thing.
public struct ObjectPlan: Sendable {
    /// What it is about.
    public let name: DefinedName
    /// The file with its definition; `nil` for what has left the folder.
    public let file: String?
    /// What would have to be done.
    public let action: PlannedAction
    /// What differs, and when that can take effect.
    public let changes: [Change]
    /// Whether it runs.
    public let isActive: Bool
    /// Whether it has a saved state with a definition that is not as the file says: its next start goes on with that.
    public let isSavedOtherwise: Bool

    let definition: DefinitionFile?
    let forms: ThreeWay
    let verdict: ThreeWay.Verdict
    /// Addresses for adapters that are new to the running guest and to what is kept.
    var newAddresses: [String] = []

    init(_ name: DefinedName, _ definition: DefinitionFile?, _ forms: ThreeWay) {
        let verdict = forms.verdict
        (self.name, self.definition, self.forms, self.verdict) = (name, definition, forms, verdict)
        (file, action, changes) = (definition?.path, verdict.action, verdict.changes)
        isActive = forms.live != nil
        isSavedOtherwise = verdict.isSavedOtherwise
    }

    /// The mark that a guest has and is not to have any more, as its file is in another folder.
    var staleMark: Mark? {
        guard name.kind == .domain, let definition, let old = forms.persistent?.mark else { return nil }
        return definition.mark(insteadOf: old) == old ? nil : old
    }

    /// Whether there is nothing to do, and nothing to say.
    var isInOrder: Bool { action == .nothing && !isSavedOtherwise && staleMark == nil }

    /// The plan for what is known to be as its file says.
    init(unchanged definition: DefinitionFile, isActive: Bool) {
        (name, self.definition, self.isActive) = (definition.name, definition, isActive)
        (forms, verdict) = (ThreeWay(file: definition.document), ThreeWay.Verdict(action: .nothing))
        (file, action, changes) = (definition.path, verdict.action, verdict.changes)
        isSavedOtherwise = false
    }
}

/// What is planned for everything in some files and folders.
public struct DefinitionPlan: Sendable {
    /// What is planned for each thing, in the order in which it is done.
    public internal(set) var objects: [ObjectPlan]
    /// What is wrong with files that cannot be planned.
    public internal(set) var failures: [Failure]

    /// Whether anything is not as the files say.
    public var hasChanges: Bool { objects.contains { $0.action != .nothing } }
}
