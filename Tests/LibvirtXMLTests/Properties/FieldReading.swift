@testable import LibvirtXML

/// Reads whatever the typed views can say of a document.
enum FieldReading {
    static let kinds: [String: any ElementFields.Type] = [
        "domain": DomainDocument.Fields.self, "network": NetworkDocument.Fields.self,
        "pool": StoragePoolDocument.Fields.self, "volume": StorageVolumeDocument.Fields.self,
        "domainsnapshot": DomainSnapshotDocument.Fields.self,
        "domaincheckpoint": DomainCheckpointDocument.Fields.self, "domainbackup": DomainBackupDocument.Fields.self,
        "filter": NWFilterDocument.Fields.self, "filterbinding": NWFilterBindingDocument.Fields.self,
        "networkport": NetworkPortDocument.Fields.self, "secret": SecretDocument.Fields.self,
        "interface": InterfaceDocument.Fields.self, "device": NodeDeviceDocument.Fields.self,
        "capabilities": CapabilitiesDocument.Fields.self, "domainCapabilities": DomainCapabilitiesDocument.Fields.self,
    ]

    /// The fields of every kind, and of the kinds below it; looked up once, as mirrors are slow.
    static let fields: [ObjectIdentifier: [any ElementField]] = {
        var known: [ObjectIdentifier: [any ElementField]] = [:]
        var waiting = Array(kinds.values)
        while let kind = waiting.popLast() {
            guard known[ObjectIdentifier(kind)] == nil else { continue }
            let fields = Mirror(reflecting: kind.all).children.compactMap { $0.value as? any ElementField }
            known[ObjectIdentifier(kind)] = fields
            waiting += fields.compactMap { ($0 as? any Descending)?.below }
        }
        return known
    }()

    static func readAll(of document: XMLDocument) {
        guard let kind = kinds[document.root.name] else { return }
        read(kind, in: View<DomainDocument.Fields>(document: document, id: document.root.id))
    }

    private static func read(_ kind: any ElementFields.Type, in view: View<DomainDocument.Fields>) {
        for field in fields[ObjectIdentifier(kind)] ?? [] {
            guard let descending = field as? any Descending else {
                _ = field.value(in: view)
                continue
            }
            for inner in descending.views(in: view) { read(descending.below, in: inner) }
        }
    }
}

/// A field that is a view, or a list of views.
protocol Descending: ElementField {
    var below: any ElementFields.Type { get }
    /// The ones that are there; where fields belong matters, not what they are called.
    func views(in view: View<DomainDocument.Fields>) -> [View<DomainDocument.Fields>]
}

extension Child: Descending {
    var below: any ElementFields.Type { Fields.self }

    func views(in view: View<DomainDocument.Fields>) -> [View<DomainDocument.Fields>] {
        let inner = View<DomainDocument.Fields>(document: view.document, id: view.id, steps: view.steps(to: path))
        return inner.isPresent ? [inner] : []
    }
}

extension Children: Descending {
    var below: any ElementFields.Type { Fields.self }

    func views(in view: View<DomainDocument.Fields>) -> [View<DomainDocument.Fields>] {
        value(in: view).map { View(document: view.document, id: $0.id) }
    }
}
