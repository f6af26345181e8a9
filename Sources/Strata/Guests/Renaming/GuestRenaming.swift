internal import FoundationEssentials
internal import Glibc
public import Libvirt
internal import LibvirtXML
internal import StrataLayers

/// Giving a guest another name, with what is kept under its name: firmware variables, logs.
///
/// libvirt renames the definition alone: the guest's firmware would start without its boot entries and keys, and the
/// next guest of the old name with them.
///
/// ```swift
/// try await GuestRenaming.plan(guest, to: "www", on: host).perform()
/// ```
public struct GuestRenaming: Sendable {
    /// The name until now.
    public let name: String
    /// The name from now on.
    public let newName: String
    let host: HostConnection
    let steps: [RenamingStep]
    /// Where the journal is; `nil` for strata's own folder.
    var journals: String?

    /// Looks at everything that has the name, and changes nothing.
    ///
    /// - Parameters:
    ///   - guest: The guest; it must be off.
    ///   - newName: Its new name.
    ///   - host: Where it is.
    /// - Returns: What is to be done.
    /// - Throws: ``Failure``: `wrongState` when it runs or is saved, `nameTaken`, `unsupported` where its firmware
    ///   variables are out of reach.
    public static func plan(_ guest: Domain, to newName: String, on host: HostConnection) async throws -> GuestRenaming
    {
        let subject = "guest '\(guest.name)'"
        if try await guest.isActive {
            throw Failure(
                .wrongState, subject, "it runs, and only a guest that is off can be renamed",
                hint: "strata stop \(guest.name)")
        }
        if try await supported({ try await guest.hasManagedSave }) == true {
            throw Failure(
                .wrongState, subject, "it has a saved state, which would not be found under another name",
                hint: "strata restore \(guest.name) and strata stop \(guest.name) use it up")
        }
        if try await unlessGone({ try await host.connection.domain(named: newName) }) != nil {
            throw Failure(
                .nameTaken, subject, "there is a guest '\(newName)' already",
                hint: "choose another name, or see it with: strata info \(newName)")
        }
        let before = try await guest.xml([.inactive, .secure])
        let moves = try moves(try DomainDocument(xml: before), from: guest.name, to: newName, host)
        var steps: [RenamingStep] = [.rename(guest.uuid, from: guest.name, to: newName)] + moves
        // What the definition is under its new name is only known then; only the paths in it are ours to change.
        var renamed = try DomainDocument(xml: before), after = renamed
        renamed.name = newName
        after.name = newName
        for case .move(let from, let to, _) in moves { after.replace(path: from, by: to) }
        if after.xml != renamed.xml { steps.append(.define(before: renamed.xml, after: after.xml)) }
        return GuestRenaming(name: guest.name, newName: newName, host: host, steps: steps)
    }

    /// Renames it, wholly or not at all.
    ///
    /// - Throws: ``Failure``; everything is as it was then.
    public func perform() async throws {
        let operation = Operation("guest '\(name)'", steps)
        let journal = try Journal.begin([operation], on: host.uri, in: journals)
        defer { journal.end() }
        try await operation.perform(on: host.connection, as: 0, in: journal)
    }

    /// Finishes what an earlier process was renaming on this host when it died.
    ///
    /// - Parameter host: The host.
    /// - Returns: What came of each.
    public static func finishEarlier(on host: HostConnection) async -> [EarlierWork] {
        var works: [EarlierWork] = []
        for leftover in Leftover.all(of: RenamingStep.operation, on: host.uri) {
            works += await leftover.recover(RenamingStep.self, on: host.connection)
        }
        return works
    }

    /// The files that bear the guest's name, and where they go.
    private static func moves(
        _ definition: DomainDocument, from name: String, to newName: String, _ host: HostConnection
    ) throws -> [RenamingStep] {
        let mode = DriverMode(connection: host.uri)
        let machineLogs = MachineLog.folder(mode, host.uri).map { MachineLog.files(of: name, in: $0) } ?? []
        let consoleLogs = GuestFiles { _, _ in nil }.files(of: definition).filter { $0.role == .log }.map(\.path)
        // A serial line and the console that stands for it name one log.
        let logs = Set(machineLogs + consoleLogs).sorted().compactMap { path in
            path.renamed(from: name, to: newName).map { RenamingStep.move(from: path, to: $0, isNeeded: false) }
        }
        return try variables(definition, name, newName, mode) + (mode.isOnThisHost ? logs : [])
    }

    private static func variables(
        _ definition: DomainDocument, _ name: String, _ newName: String, _ mode: DriverMode
    ) throws -> [RenamingStep] {
        guard FirmwareVariables.areKept(by: definition), mode != .test else { return [] }
        let named = definition.document.root.value("os/nvram").flatMap { $0.hasPrefix("/") ? $0 : nil }
        let path = named ?? FirmwareVariables.folder(mode).map { "\($0)/\(name)\(FirmwareVariables.ending)" }
        guard let path, mode.isOnThisHost else {
            throw Failure(
                .unsupported, "guest '\(name)'",
                "its firmware variables are kept under its name on its host, out of reach",
                hint: "run strata on that host")
        }
        guard let target = path.renamed(from: name, to: newName) else { return [] }
        if access(target, F_OK) == 0 { throw FirmwareVariables.taken(target, by: newName) }
        guard access(path, F_OK) == 0 else {
            // Only a guest that has never run has none yet.
            if errno == ENOENT { return [] }
            throw Failure(opening: path, error: errno)
        }
        return [.move(from: path, to: target, isNeeded: true)]
    }
}

extension DomainDocument {
    /// Names a file where it is now.
    fileprivate mutating func replace(path: String, by newPath: String) {
        for log in GuestFiles.logs(in: self) where log.attribute("file") == path {
            document.setAttribute("file", to: newPath, of: log.id)
        }
        if let variables = document.root.first("os/nvram"), variables.text.trimmed == path {
            document.setText(newPath, of: variables.id)
        }
    }
}

extension String {
    /// The path of a file that is called after a guest under another name; `nil` for other files.
    fileprivate func renamed(from name: String, to newName: String) -> String? {
        let file = split(separator: "/").last ?? ""
        guard file.hasPrefix(name) else { return nil }
        let ending = file.dropFirst(name.count)
        let known = [".console.log", "-console.log", FirmwareVariables.ending]
        guard known.contains(String(ending)) || ending.hasPrefix(".log")
        else { return nil }
        return dropLast(file.count) + newName + ending
    }
}
