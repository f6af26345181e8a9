internal import FoundationEssentials
internal import LibvirtXML
internal import Quantities

/// How far applying may go.
public struct ApplyOptions: Hashable, Sendable {
    /// Running guests are given what they can be given while they run.
    public var changesLive = false
    /// Running guests that differ from their definition are stopped and started.
    public var restarts = false
    /// How long a guest has to shut down before it is switched off.
    public var grace = Duration.seconds(60)

    /// Definitions only: running guests are left alone.
    public init() {}
}

extension ObjectPlan {
    /// The steps by which the plan becomes true; none where nothing is to be done.
    ///
    /// - Parameter options: How far to go.
    /// - Returns: The steps, in their order.
    /// - Throws: ``Failure`` where it cannot be done without losing something.
    func steps(_ options: ApplyOptions) throws -> [HostChange] {
        switch action {
        case .nothing: return markSteps
        case .remove: return [.undefine(name.name, before: forms.persistent?.xml ?? "")]
        case .recreate: throw needsRecreation
        case .create, .changeLive, .changeAtNextBoot: break
        }
        guard let definition, let file = addressed else { return [] }
        if name.kind == .volume { return try volumeSteps(file, definition) }
        var steps: [HostChange] = []
        if action == .create || !verdict.stored.isEmpty {
            steps.append(.define(name, before: forms.persistent?.xml, after: try wanted(file, definition).xml))
        } else {
            steps += markSteps
        }
        if action == .create, !isActive, name.kind != .domain { steps.append(.activate(name)) }
        if name.kind == .domain, isActive { steps += try runningSteps(file, options) }
        return steps
    }

    /// The file, with an address for each adapter that has one on the host or is to get one before both have it.
    private var addressed: XMLDocument? {
        guard name.kind == .domain else { return forms.wanted }
        return forms.wanted?.keepingAddresses(of: [forms.persistent, forms.live]).giving(newAddresses)
    }

    /// How many adapters a running guest would be given without knowing their addresses.
    func unknownAddresses(_ options: ApplyOptions) -> Int {
        let isGiven = options.changesLive && isActive && verdict.possibleNow.contains { $0.kind == .added }
        return isGiven ? addressed?.countWithoutAddress ?? 0 : 0
    }

    /// The definition that the host shall keep: its own one with the file's changes, and strata's mark.
    private func wanted(_ file: XMLDocument, _ definition: DefinitionFile) throws -> XMLDocument {
        let mark = definition.mark(insteadOf: forms.persistent?.mark)
        if let persistent = forms.persistent {
            // An adapter that is new finds its place by its number, which only those without an address have.
            let own = mark.put(on: forms.wanted?.keepingAddresses(of: [persistent]) ?? file)
            guard let merged = persistent.becoming(own) else { throw cannotBeMerged }
            // Merging reads values as libvirt does, without white space at their ends; a folder's name may have some.
            return mark.put(on: merged.giving(own.lackingAddresses(in: file)))
        }
        guard let uuid = forms.live?.root.value("uuid"), var domain = try? DomainDocument(file) else {
            return mark.put(on: file)
        }
        domain["uuid"] = uuid
        return mark.put(on: domain.document)
    }

    /// Lets a guest whose file has moved belong to the folder where the file is now.
    private var markSteps: [HostChange] {
        guard let definition, let old = staleMark else { return [] }
        return [.mark(guest: name.name, before: old.folder, after: definition.folder)]
    }

    private func runningSteps(_ file: XMLDocument, _ options: ApplyOptions) throws -> [HostChange] {
        if options.restarts, verdict.waitsForBoot {
            let seconds = Int(options.grace.components.seconds)
            return [.stop(guest: name.name, seconds: seconds), .start(guest: name.name)]
        }
        guard options.changesLive, let live = forms.live else { return [] }
        return try LiveEdit(guest: name.name, live: live, file: file, changes: verdict.possibleNow).steps
    }

    private func volumeSteps(_ file: XMLDocument, _ definition: DefinitionFile) throws -> [HostChange] {
        let own = String(name.name.dropFirst(definition.pool.count + 1))
        if action == .create { return [.createVolume(pool: definition.pool, name: own, xml: file.xml)] }
        // What a volume takes up on its disk is not the file's business once it is there.
        let wanted = changes.filter { $0.path != "/volume/allocation" }
        guard wanted.allSatisfy({ $0.path == "/volume/capacity" }) else { throw needsRecreation }
        guard let after = wanted.first?.after.flatMap({ ByteCount($0) }) else { return [] }
        return [.growVolume(pool: definition.pool, name: own, bytes: after.bytes)]
    }

    private var needsRecreation: Failure {
        if changes.contains(where: \.makesVolumeSmaller) {
            return Failure(
                .unsupported, "\(name)", "it would have to become smaller, and what is at its end would be lost",
                hint: "make a new volume and copy what is to stay")
        }
        let paths = changes.filter { name.kind == .volume || $0.effect == .recreation }.map(\.path)
        return Failure(
            .unsupported, "\(name)", "it would have to be removed and made anew for \(paths.joined(separator: ", "))",
            hint: "strata removes nothing for that: do it by hand, or take the change back in \(file ?? "the file")")
    }

    private var cannotBeMerged: Failure {
        Failure(
            .badDefinition, file ?? "\(name)", "its changes cannot be brought together with what the host keeps",
            hint: "strata diff guest:\(name.name) \(file ?? "FILE") shows them")
    }
}
