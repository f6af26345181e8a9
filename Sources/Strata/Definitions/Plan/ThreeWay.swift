internal import LibvirtXML
internal import Quantities

/// What would have to be done for one thing to be as its file says.
public enum PlannedAction: String, Codable, CaseIterable, Sendable {
    /// The host does not have it.
    case create
    /// It runs, and some of what differs can be changed while it does.
    case changeLive
    /// What differs takes effect when it is started the next time.
    case changeAtNextBoot
    /// It would have to be removed and made anew, which strata never does by itself.
    case recreate
    /// Its file has left the folder.
    case remove
    /// Everything is as the file says.
    case nothing
}

/// One thing in its three forms: in a file, as the host keeps it, and as it runs.
struct ThreeWay: Sendable {
    var file: XMLDocument?
    var persistent: XMLDocument?
    var live: XMLDocument?
    /// What it was put aside with, which its next start goes on with.
    var saved: XMLDocument?
    /// Whether strata put it there, from a folder that is being planned.
    var isOurs = false

    /// A file and what a host has.
    init(file: XMLDocument? = nil, _ host: HostEntry.Texts?, isOurs: Bool = false) throws {
        self.init(
            file: file, persistent: try host?.persistent.map { try XMLDocument(fromLibvirt: $0) },
            live: try host?.live.map { try XMLDocument(fromLibvirt: $0) }, isOurs: isOurs)
        saved = try host?.saved.map { try XMLDocument(fromLibvirt: $0) }
        // It has what libvirt fills in for one that runs, and only lacks the number of such.
        if let root = saved?.root.id { saved?.setAttribute("id", to: "0", of: root) }
    }

    init(file: XMLDocument? = nil, persistent: XMLDocument? = nil, live: XMLDocument? = nil, isOurs: Bool = false) {
        (self.file, self.persistent, self.live, self.isOurs) = (file, persistent, live, isOurs)
    }

    /// What is different, and what it comes to.
    struct Verdict: Sendable {
        var action: PlannedAction
        /// All that differs from the file, each with when it can take effect here and now.
        var changes: [Change] = []
        /// What the kept definition lacks.
        var stored: [Change] = []
        /// What the running one lacks and can be given while it runs.
        var possibleNow: [Change] = []
        /// Whether the running one lacks anything at all.
        var waitsForBoot = false
        /// Whether it is put aside with something else.
        var isSavedOtherwise = false
    }

    /// The file, with what is private to the host.
    var wanted: XMLDocument? { file?.keepingWhatIsPrivate(of: persistent ?? live) }

    var verdict: Verdict {
        // Whose guest it is is no part of what it is.
        guard let file = wanted?.withoutMark else {
            return Verdict(action: persistent != nil && isOurs ? .remove : .nothing)
        }
        let stored = (persistent?.withoutMark.changes(asked: file) ?? []).map(\.asOfAVolume)
        // A text for people in a running guest is no reason to disturb it.
        let running = live?.withoutMark.differences(from: file) ?? []
        var verdict = Verdict(action: .nothing, stored: stored)
        verdict.possibleNow = running.filter { LiveChange($0) != nil }
        verdict.waitsForBoot = !running.isEmpty
        verdict.isSavedOtherwise = saved?.withoutMark.differences(from: file).isEmpty == false
        verdict.changes = merged(stored, running)
        verdict.action = action(for: verdict)
        return verdict
    }

    private func action(for verdict: Verdict) -> PlannedAction {
        if persistent == nil { return .create }
        if verdict.changes.contains(where: { $0.effect == .recreation }) { return .recreate }
        if verdict.changes.contains(where: { $0.effect == .now }) { return .changeLive }
        return verdict.changes.isEmpty ? .nothing : .changeAtNextBoot
    }

    /// Each change once, with when it can take effect: now only where something runs that lacks it.
    private func merged(_ stored: [Change], _ running: [Change]) -> [Change] {
        var seen: Set<String> = []
        return (running + stored).enumerated().compactMap { index, change in
            guard seen.insert("\(change.path) \(change.kind) \(change.after ?? "")").inserted else { return nil }
            var change = change
            let canBeNow = index < running.count && LiveChange(change) != nil
            if change.effect == .now, !canBeNow { change.effect = .nextBoot }
            return change
        }
    }
}

extension XMLDocument {
    /// What a guest that goes on with this definition has otherwise than a file, texts for people aside.
    fileprivate func differences(from file: XMLDocument) -> [Change] {
        changes(asked: file).filter { $0.effect != .cosmetic }
    }
}

extension Change {
    /// Whether a volume would lose what is at its end.
    var makesVolumeSmaller: Bool {
        guard path == "/volume/capacity", let before = before.flatMap({ ByteCount($0) }),
            let after = after.flatMap({ ByteCount($0) })
        else { return false }
        return after < before
    }

    /// The change with the effect that it has on a volume, which can grow and nothing else.
    fileprivate var asOfAVolume: Change {
        guard path.hasPrefix("/volume/"), path != "/volume/allocation" else { return self }
        if path == "/volume/capacity", !makesVolumeSmaller { return self }
        var change = self
        change.effect = .recreation
        return change
    }
}
