internal import FoundationEssentials
public import Libvirt
internal import LibvirtXML

/// The medium that told a guest's image at its first boot what it is.
///
/// There is no more need of it once that boot is done. The guest keeps what it needs to know itself again: without that,
/// cloud-init would take the next boot for the first one of another machine, and make new host keys and users.
///
/// ```swift
/// if let medium = try await FirstBootMedium.find(of: guest) { print(try await medium.takeOut(on: host) ?? "gone") }
/// ```
public struct FirstBootMedium: Sendable {
    let guest: Domain
    let volume: NewVolume.Place
    /// Where the journal is; `nil` for strata's own folder.
    var journals: String?

    /// Finds the medium; the definition says where it is, unless it was to be kept.
    ///
    /// - Parameter guest: The guest.
    /// - Returns: `nil` when there is none, or none any more.
    /// - Throws: `LibvirtError`.
    public static func find(of guest: Domain) async throws -> FirstBootMedium? {
        guard let note = try await guest.metadata(namespace: MediumNote.namespace),
            let volume = try MediumNote.read(XMLDocument(xml: note).root)
        else { return nil }
        return FirstBootMedium(guest: guest, volume: volume)
    }

    /// Takes the medium out of its drive and deletes it, when the guest says that its first boot is done.
    ///
    /// It is written down before it is begun; what a process leaves that was killed, is finished as with a delete.
    ///
    /// - Parameters:
    ///   - host: The host.
    ///   - patience: How long the guest may take to say it.
    /// - Returns: Why it stays; `nil` when it is gone.
    /// - Throws: ``Failure``.
    public func takeOut(on host: HostConnection, within patience: Duration = .zero) async throws -> String? {
        if let reason = try await reasonToStay(on: host, until: .now + patience) { return reason }
        let steps: [DeletionStep] = [
            .eject(path: volume.path, guest: guest.uuid),
            .removeVolume(pool: volume.pool, name: volume.name, path: volume.path, guest: guest.uuid),
        ]
        let operation = Operation("the first boot's medium of guest '\(guest.name)'", steps)
        let journal = try Journal.begin([operation], on: host.uri, in: journals)
        defer { journal.end() }
        let place = DeletionPlace(connection: host.connection, uri: host.uri)
        try await operation.perform(on: place, as: 0, in: journal)
        return nil
    }

    private func reasonToStay(
        on host: HostConnection, until end: ContinuousClock.Instant
    ) async throws -> String? {
        let agent = GuestAgent(guest, patience: .seconds(5))
        var result = await CloudInitResult(of: agent)
        while result == nil, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(250))
            result = await CloudInitResult(of: agent)
        }
        guard let result else {
            return "QEMU's agent does not say yet that cloud-init is done; strata wait \(guest.name) --for cloud-init"
        }
        if let reason = Self.reasonToStay(after: result) { return reason }
        if try await !guest.snapshots().isEmpty { return "a snapshot has it in its drive" }
        let storage = try await HostStorage.read(host.connection, uri: host.uri)
        return storage.needs(of: volume.path, without: [guest.uuid], [volume.path]).first
    }

    /// Why cloud-init may need it once more.
    static func reasonToStay(after result: CloudInitResult) -> String? {
        if !result.errors.isEmpty { return "cloud-init had errors" }
        return result.datasource?.contains("NoCloud") == true ? nil : "cloud-init did not read it"
    }
}

/// What a definition says of the medium of the first boot, in strata's own words.
enum MediumNote {
    static let namespace = "urn:strata:first-boot"

    /// The note for a definition.
    static func element(_ volume: NewVolume.Place) -> NewElement {
        NewElement(
            "strata-boot:medium",
            ["xmlns:strata-boot": namespace, "pool": volume.pool, "name": volume.name, "path": volume.path])
    }

    /// Reads the note.
    static func read(_ node: XMLNode) -> NewVolume.Place? {
        guard let pool = node.attribute("pool"), let name = node.attribute("name"), let path = node.attribute("path")
        else { return nil }
        return NewVolume.Place(pool: pool, name: name, path: path)
    }

    /// Where the medium is that a definition speaks of.
    static func path(in definition: DomainDocument) -> String? {
        definition.document.root.all("metadata").flatMap(\.elements).first { $0.namespace == namespace }
            .flatMap { read($0)?.path }
    }
}

extension DomainDocument {
    /// Says where the medium of the first boot is.
    mutating func note(medium: NewVolume.Place) {
        let metadata = node.first("metadata")?.id ?? document.insert(NewElement("metadata"), into: id)
        document.insert(MediumNote.element(medium), into: metadata)
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Takes a medium out of the drive that it is in, now and for later starts, and with it the note of it.
    func eject(_ path: String) async throws {
        let isPersistent = try await isPersistent
        if try await isActive { try await eject(path, from: try await xml(), .live) }
        if isPersistent { try await eject(path, from: try await xml(inactive: true), .config) }
    }

    private func eject(_ path: String, from xml: String, _ impact: DomainDeviceModifyOptions) async throws {
        let definition = try DomainDocument(xml: xml)
        for drive in definition.disks where drive.source == path {
            guard let target = drive.target else { continue }
            let empty = NewElement("disk", ["type": "file", "device": "cdrom"]) {
                NewElement("target", ["dev": target, "bus": drive.bus?.rawValue ?? DiskBus.sata.rawValue])
                NewElement("readonly")
            }
            try await updateDevice(empty.xml, impact)
        }
        guard MediumNote.path(in: definition) == path else { return }
        try await setMetadata(
            nil, prefix: "strata-boot", namespace: MediumNote.namespace, impact == .live ? .live : .config)
    }
}
