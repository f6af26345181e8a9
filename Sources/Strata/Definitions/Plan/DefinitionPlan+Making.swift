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
        do {
            return try await withTaskExecutorPreference(BlockingExecutor.shared) {
                var set = set
                let host = try await HostIndex.read(for: set, connection)
                host.refuseConflicts(in: &set)
                var plan = DefinitionPlan(objects: [], failures: set.failures)
                plan.add(try await concurrently(set.files) { file in await compare(file, with: host.entry(for: file)) })
                try await plan.checkSchemas()
                if prunes { plan.objects += try await removals(host, set, plan.failures) }
                return plan
            }
        } catch {
            throw Failure(error)
        }
    }

    private mutating func add(_ results: [Result<ObjectPlan, Failure>]) {
        for result in results {
            switch result {
            case .success(let object): objects.append(object)
            case .failure(let failure): failures.append(failure)
            }
        }
    }

    /// Takes out what breaks libvirt's schemas.
    ///
    /// What does not differ has passed libvirt's own check already.
    private mutating func checkSchemas() async throws {
        let changed = objects.filter { $0.action != .nothing }
        // Each schema is read once, in front of the others: they would only wait for it.
        let kinds = Set(changed.map(\.name.kind))
        let schemas = try Dictionary(uniqueKeysWithValues: kinds.map { ($0, try Schema($0.schema)) })
        let checked = try await concurrently(changed, width: processorCount) { object -> Failure? in
            guard let schema = schemas[object.name.kind] else { return nil }
            return object.definition?.mistake(by: schema)
        }
        let mistakes = Dictionary(zip(changed.map(\.name), checked)) { first, _ in first }.compactMapValues(\.self)
        objects.removeAll { mistakes[$0.name] != nil }
        failures += mistakes.values.sorted { $0.what < $1.what }
    }

    private static func compare(
        _ file: DefinitionFile, with entry: HostEntry?
    ) async -> Result<ObjectPlan, Failure> {
        do {
            let forms = ThreeWay(
                file: file.document, persistent: try await entry?.persistent(), live: try await entry?.live())
            return .success(ObjectPlan(file.name, file, forms))
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
            guard !entry.isTransient, let mark = try await entry.mark(), set.folders.contains(mark.folder) else {
                return nil
            }
            return ObjectPlan(
                entry.name, nil,
                ThreeWay(persistent: try await entry.persistent(), live: try await entry.live(), isOurs: true))
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
