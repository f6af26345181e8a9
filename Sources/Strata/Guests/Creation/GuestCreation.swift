internal import FoundationEssentials
public import Libvirt
public import LibvirtXML
public import StrataLayers

/// The making of a guest, planned: everything has been asked and checked, and nothing has been touched.
///
/// ```swift
/// let creation = try await GuestCreation.plan(spec, on: host)
/// print(creation.definition.xml)
/// let guest = try await creation.perform()
/// ```
public struct GuestCreation: Sendable {
    /// What the guest will be, without the identity that it gets when it is made.
    public let definition: DomainDocument
    /// How its code will run, and why.
    public let accelerator: Accelerator
    /// What was chosen or will be done that the user may not expect.
    public let notes: [String]

    let spec: GuestSpec
    let host: HostConnection
    let uuid: UUID
    let consoleLog: String?
    let volumes: [NewVolume]
    let folder: VolumeFolder?
    let networks: [NetworkChoice]
    let seed: (content: Seed, volume: NewVolume)?
    /// Where the journal is; `nil` for strata's own folder.
    var journals: String?

    /// Writes the definition to the file that was named, without making the guest.
    ///
    /// - Throws: ``Failure`` with kind `nameTaken` when there is such a file.
    public func write() throws {
        if let file = spec.file { try NewFile.write(definition.xml, to: file) }
    }

    /// Makes the guest, wholly or not at all.
    ///
    /// Everything is written down before it is begun. What fails, and what is cancelled, is taken back; what a process
    /// leaves that was killed, ``clearEarlier(on:)`` takes back.
    ///
    /// - Returns: The guest.
    /// - Throws: ``Failure``.
    public func perform() async throws -> Domain {
        do {
            for network in networks { try await network.prepare(on: host.connection) }
            try await folder?.prepare(on: host.connection)
            makeLogFolder()
        } catch {
            throw explained(Failure(error))
        }
        let operation = Operation("guest '\(spec.name)'", try steps())
        let place = CreationPlace(connection: host.connection, seed: seed?.content)
        let journal = try Journal.begin([operation], on: host.uri, in: journals)
        defer { journal.end() }
        // Not cancelled itself, so that what was done can still be taken back.
        let work = Task(executorPreference: BlockingExecutor.shared) {
            try await operation.perform(on: place, as: 0, in: journal)
        }
        do {
            try await withTaskCancellationHandler(operation: { try await work.value }, onCancel: { place.stop.raise() })
            return try await host.connection.domain(uuid: uuid)
        } catch {
            throw explained(Failure(error))
        }
    }

    /// Takes back what earlier processes left that were killed while they made a guest on this host.
    ///
    /// - Parameter host: The host.
    /// - Returns: What was taken back, and what could not be.
    public static func clearEarlier(on host: HostConnection) async -> (subjects: [String], failures: [Failure]) {
        var subjects: [String] = []
        var failures: [Failure] = []
        for leftover in Leftover.all(of: CreationStep.operation, on: host.uri) {
            let works = await leftover.recover(CreationStep.self, on: CreationPlace(connection: host.connection))
            subjects += works.map(\.subject)
            failures += works.failures
        }
        return (subjects, failures)
    }

    /// A user's own daemon makes the folder of its logs only when a guest has started that needs it before.
    private func makeLogFolder() {
        guard DriverMode(connection: host.uri) == .session, let consoleLog else { return }
        try? FileManager.default.createDirectory(
            atPath: DefinitionFolder.parent(of: consoleLog), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }

    private func steps() throws -> [CreationStep] {
        var steps: [CreationStep] = []
        if let file = spec.file { steps.append(.write(file, definition: definition.xml)) }
        var media: [CreationStep] = volumes.map { volume in
            .makeVolume(pool: volume.pool, name: volume.name, xml: volume.xml, path: volume.path)
        }
        if let seed = seed?.volume {
            let folder = try StateFolder.make("seeds") + "/" + uuid.uuidString.lowercased()
            // Both are other programs' work, so neither waits for the other.
            media = [
                .together(media + [.makeSeed(folder: folder)]),
                .storeSeed(pool: seed.pool, name: seed.name, path: seed.path, folder: folder),
                .removeFolder(folder),
            ]
        }
        steps += media
        var identified = definition
        identified.uuid = uuid
        if let seed = seed?.volume, !spec.firstBoot.keepsMedium { identified.note(medium: seed.place) }
        steps.append(.define(name: spec.name, uuid: uuid, definition: identified.xml, consoleLog: consoleLog))
        if spec.isAutostarted { steps.append(.autostart(uuid)) }
        if spec.isStarted { steps.append(.start(uuid)) }
        return steps
    }

    /// Says which guest it was, where libvirt speaks of its connection alone.
    private func explained(_ failure: Failure) -> Failure {
        var failure = failure
        failure.why = Self.plain(failure.why)
        if !["connection", "domain '\(spec.name)'"].contains(failure.what), !failure.what.contains(spec.name) {
            failure.why = "\(failure.what): \(failure.why)"
        }
        failure.what = "guest '\(spec.name)'"
        failure.hint = failure.hint ?? Self.hint(for: failure.why)
        return failure
    }

    /// What a program of the daemon's says, without the daemon's words about it.
    private static func plain(_ why: String) -> String {
        guard let status = why.firstRange(of: "unexpected exit status ") else { return why }
        let words = why[status.upperBound...].drop { $0.isNumber || $0 == ":" || $0 == " " }
        return words.firstIndex(where: \.isNewline).map { String(words[..<$0]) } ?? why
    }

    /// What is missing when a host cannot give a guest what only some have.
    private static func hint(for why: String) -> String? {
        let hints: [(words: String, hint: String)] = [
            ("is not in", "the disk has another format than its name tells: say path=…,format=…"),
            ("firmware", "apt install ovmf, or choose --firmware bios"),
            ("macvtap", "strata host nics shows the adapters that guests can be on"),
            ("swtpm", "apt install swtpm swtpm-tools, or leave --tpm out"),
            ("No space left", "free some room, or name another pool with --pool"),
            ("Permission denied", "QEMU's user must be able to search every folder on the way to the file"),
        ]
        return hints.first { why.contains($0.words) }?.hint
    }
}
