internal import FoundationEssentials
public import Libvirt
internal import LibvirtXML

extension DefinitionPlan {
    /// Compares files with a host, and changes nothing.
    ///
    /// The host's guests are listed with one call; definitions are then read and compared a few at a time.
    ///
    /// - Parameters:
    ///   - set: The files.
    ///   - connection: The host. Not a read-only one: that would hide the secrets of definitions, which would then
    ///     look different.
    ///   - prunes: Whether guests that strata put there from one of the set's folders, and whose files have left it,
    ///     are to be removed.
    /// - Returns: The plan; files that do not fit the host are among its failures.
    /// - Throws: ``Failure`` when the host cannot be asked.
    public static func make(
        _ set: DefinitionSet, on connection: Connection, prunes: Bool = false
    ) async throws -> DefinitionPlan {
        try await make(set, on: connection, prunes: prunes, KnownGood())
    }

    static func make(
        _ set: DefinitionSet, on connection: Connection, prunes: Bool, _ known: KnownGood
    ) async throws -> DefinitionPlan {
        do {
            return try await withTaskExecutorPreference(BlockingExecutor.shared) {
                var set = set
                // Who knows nothing yet is going to need the schemas.
                let kinds = known.isEmpty ? Set(set.files.map(\.name.kind)) : []
                async let _ = readSchemas(of: kinds)
                let host = try await HostIndex.read(for: set, connection)
                host.refuseConflicts(in: &set)
                var plan = DefinitionPlan(objects: [], failures: set.failures)
                var refused = set.refused
                let compared = try await concurrently(set.files) { file in
                    await compare(file, with: host.entry(for: file), known)
                }
                for (file, result) in zip(set.files, compared) {
                    switch result {
                    case .success(let object): plan.objects.append(object)
                    case .failure(let failure):
                        plan.failures.append(failure)
                        refused[file.name] = failure
                    }
                }
                refused.merge(try await plan.checkSchemas(known)) { first, _ in first }
                plan.holdBack(whatNeeds: refused)
                known.save()
                if prunes { plan.objects += try await removals(host, set, plan.failures) }
                return plan
            }
        } catch {
            throw Failure(error)
        }
    }

    /// Reads ahead what a first comparison needs besides the files and the host, so that it need not wait for it.
    ///
    /// That is the schema of guests. Where earlier comparisons have left enough to go by, it does nothing.
    public static func readAhead() async {
        await withTaskExecutorPreference(BlockingExecutor.shared) {
            if KnownGood().isEmpty { readSchemas(of: [.domain]) }
        }
    }

    /// Reads the schemas while the host is asked; why one cannot be read is said where it is needed.
    private static func readSchemas(of kinds: Set<DefinedKind>) {
        for kind in kinds { _ = try? Schema(kind.schema) }
    }

    /// Takes out what breaks libvirt's schemas.
    ///
    /// What does not differ has passed libvirt's own check already.
    private mutating func checkSchemas(_ known: KnownGood) async throws -> [DefinedName: Failure] {
        let changed = objects.filter { $0.action != .nothing }
        let kinds = Set(changed.map(\.name.kind))
        let versions = try Dictionary(
            uniqueKeysWithValues: kinds.map { ($0, known.digest(try Schema.version($0.schema))) })
        let unknown = try await concurrently(changed, width: processorCount) { object in
            object.definition.map { ($0, known.key(.schema, $0.document.shape.bytes, versions[$0.name.kind])) }
        }.compactMap(\.self).filter { !known.contains($0.1) }
        // Each schema is read once, in front of the others: they would only wait for it.
        let unread = Set(unknown.map(\.0.name.kind))
        let schemas = try Dictionary(uniqueKeysWithValues: unread.map { ($0, try Schema($0.schema)) })
        // Of those that are alike to a schema one is enough, as long as nothing is wrong with it.
        var seen: Set<KnownGood.Key> = []
        let (first, alike) = unknown.split { seen.insert($0.1 ?? .zero).inserted || $0.1 == nil }
        var checked: [(DefinedName, Failure?)] = []
        for group in [first, alike] {
            checked += try await concurrently(group, width: processorCount) { definition, key in
                if known.contains(key) { return (definition.name, nil) }
                let mistake = schemas[definition.name.kind].flatMap { definition.mistake(by: $0) }
                if mistake == nil { known.insert(key) }
                return (definition.name, mistake)
            }
        }
        let mistakes = Dictionary(checked) { first, _ in first }.compactMapValues(\.self)
        objects.removeAll { mistakes[$0.name] != nil }
        failures += mistakes.values.sorted { $0.what < $1.what }
        return mistakes
    }

    private static func compare(
        _ file: DefinitionFile, with entry: HostEntry?, _ known: KnownGood
    ) async -> Result<ObjectPlan, Failure> {
        do {
            let host = try await entry?.texts()
            // What the host does not keep is to be made in any case.
            let key = host?.persistent == nil ? nil : known.key(file, host)
            if known.contains(key) { return .success(ObjectPlan(unchanged: file, isActive: host?.live != nil)) }
            let plan = ObjectPlan(file.name, file, try ThreeWay(file: file.document, host))
            if plan.isInOrder { known.insert(key) }
            return .success(plan)
        } catch {
            return .failure(Failure(error).about(file))
        }
    }

    /// Guests that strata put there, and whose files are gone.
    private static func removals(
        _ host: HostIndex, _ set: DefinitionSet, _ failures: [Failure]
    ) async throws -> [ObjectPlan] {
        // A file that cannot be read is no file that is gone.
        guard failures.isEmpty else { return [] }
        let names = Set(set.files.map(\.name))
        let others = host.entries.values.filter { $0.name.kind == .domain && !names.contains($0.name) }
        return try await concurrently(others.sorted { $0.name < $1.name }) { entry -> ObjectPlan? in
            guard !entry.isTransient, let mark = try await entry.mark(), set.folders.contains(where: mark.goes) else {
                return nil
            }
            return ObjectPlan(entry.name, nil, try ThreeWay(try await entry.texts(), isOurs: true))
        }.compactMap(\.self)
    }
}

extension Failure {
    /// The failure with the file in front, where it does not name one.
    fileprivate func about(_ file: DefinitionFile) -> Failure {
        var failure = self
        if !what.contains(file.path) { failure.what = "\(file.path): \(what)" }
        return failure
    }
}

extension Array {
    /// Those for which something is so, and the others.
    fileprivate func split(_ isFirst: (Element) -> Bool) -> (first: [Element], others: [Element]) {
        var first: [Element] = [], others: [Element] = []
        for element in self { if isFirst(element) { first.append(element) } else { others.append(element) } }
        return (first, others)
    }
}
