public import Libvirt
internal import FoundationEssentials
internal import LibvirtXML

/// Removing a guest with all that is kept for it, and nothing that anybody else needs.
///
/// ```swift
/// for deletion in try await GuestDeletion.plan(["web"], on: connection, uri: uri).deletions {
///     for item in deletion.items { print(item.what, item.place, item.isGoing) }
///     try await deletion.perform(on: connection, uri: uri)
/// }
/// ```
public struct GuestDeletion: Sendable {
    /// Something of the guest's, and what becomes of it.
    public struct Item: Hashable, Sendable, Codable {
        /// The guest.
        public var guest: String
        /// What it is, such as `disk vda`.
        public var what: String
        /// Where it is: a path, or empty for what libvirt keeps.
        public var place: String
        /// Whether it goes.
        public var isGoing: Bool
        /// Why it stays, or how it goes.
        public var why: String
    }

    /// How far deleting goes.
    public struct Options: Hashable, Sendable {
        /// Disks stay, and what stands on them.
        public var keepsDisks = false
        /// A guest that runs is switched off.
        public var switchesOff = false

        /// Disks go; a guest that runs is left alone.
        public init() {}
    }

    /// The guest.
    public let guest: String
    /// All that there is of it, what goes first.
    public let items: [Item]
    let steps: [DeletionStep]
    /// Where the journal is; `nil` for strata's own folder.
    var journals: String?

    /// Looks at everything and decides what goes.
    ///
    /// - Parameters:
    ///   - names: The guests; what only they need goes with them.
    ///   - connection: The host.
    ///   - uri: Its URI.
    ///   - options: How far to go.
    /// - Returns: What would be done, and why some of it cannot be: with kind `noSuchGuest`; `wrongState` when a guest
    ///   runs, or when another guest or an image needs one of its disks. Nothing has been touched.
    /// - Throws: `LibvirtError` when the host cannot be read.
    public static func plan(
        _ names: [String], on connection: Connection, uri: String, _ options: Options = Options()
    ) async throws -> (deletions: [GuestDeletion], failures: [Failure]) {
        var failures: [Failure] = []
        var wanted: [UUID] = []
        for name in names {
            do { wanted.append(try await connection.domain(named: name).uuid) } catch {
                failures.append(Failure(error))
            }
        }
        guard !wanted.isEmpty else { return ([], failures) }
        let storage = try await HostStorage.read(connection, uri: uri)
        var guests = wanted.compactMap { uuid in storage.guests.first { $0.uuid == uuid } }
        for guest in guests where guest.isActive && !options.switchesOff {
            failures.append(
                Failure(
                    .wrongState, "guest '\(guest.name)'", "it is running",
                    hint: "strata stop \(guest.name), or say --force"))
        }
        guests.removeAll { $0.isActive && !options.switchesOff }
        // One that stays may need what others would take along, so each refusal is followed by another look.
        while true {
            let plans = guests.map { guest in
                DeletionPlanning(guest: guest, storage: storage, options: options, doomed: Set(guests.map(\.uuid)))
            }
            let going = Set(plans.flatMap(\.going).map(\.path))
            var deletions: [GuestDeletion] = []
            var refused: Set<UUID> = []
            for plan in plans {
                do { deletions.append(try plan.deletion(going)) } catch {
                    failures.append(Failure(error))
                    refused.insert(plan.guest.uuid)
                }
            }
            if refused.isEmpty { return (deletions, failures) }
            guests.removeAll { refused.contains($0.uuid) }
        }
    }

    /// Removes it: files first, the definition in the end, so that what fails can be tried again by name.
    ///
    /// It is written down before it is begun; after a crash ``finishEarlier(on:uri:)`` does the rest.
    ///
    /// - Parameters:
    ///   - connection: The host.
    ///   - uri: Its URI, for the journal.
    /// - Throws: ``Failure``; what is gone by then is gone, and the guest is still defined.
    public func perform(on connection: Connection, uri: String) async throws {
        let operation = Operation("guest '\(guest)'", steps)
        let journal = try Journal.begin([operation], on: uri, in: journals)
        defer { journal.end() }
        try await operation.perform(on: DeletionPlace(connection: connection, uri: uri), as: 0, in: journal)
    }

    /// Finishes what an earlier process was deleting on this host when it died.
    ///
    /// - Parameters:
    ///   - connection: The host.
    ///   - uri: Its URI.
    /// - Returns: What was finished, and what could not be.
    public static func finishEarlier(on connection: Connection, uri: String) async -> (
        subjects: [String], failures: [Failure]
    ) {
        var subjects: [String] = []
        var failures: [Failure] = []
        for leftover in Leftover.all(of: DeletionStep.operation, on: uri) {
            let works = await leftover.recover(
                DeletionStep.self, on: DeletionPlace(connection: connection, uri: uri))
            subjects += works.map(\.subject)
            failures += works.failures
        }
        return (subjects, failures)
    }
}
