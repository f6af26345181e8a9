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
                let compared = try await concurrently(set.files) { file in
                    await compare(file, with: host.entry(for: file))
                }
                var plan = DefinitionPlan(objects: [], failures: set.failures)
                for result in compared {
                    switch result {
                    case .success(let object): plan.objects.append(object)
                    case .failure(let failure): plan.failures.append(failure)
                    }
                }
                if prunes { plan.objects += try await removals(host, set, plan.failures) }
                return plan
            }
        } catch {
            throw Failure(error)
        }
    }

    private static func compare(
        _ file: DefinitionFile, with entry: HostEntry?
    ) async -> Result<ObjectPlan, Failure> {
        do {
            let forms = ThreeWay(
                file: file.document, persistent: try await entry?.persistent(), live: try await entry?.live())
            let plan = ObjectPlan(file.name, file, forms)
            // What the host has already has passed libvirt's own check.
            if plan.action != .nothing { try file.checkSchema() }
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
