import Foundation
import Testing

@testable import LibvirtXML

@Suite("Coverage of the schemas by typed views") struct CoverageTests {
    struct Kind: Sendable, CustomTestStringConvertible {
        let schema: Schema.Kind
        let fields: any ElementFields.Type
        /// The least part of the names, in hundredths, that must have a field.
        let atLeast: Int
        var testDescription: String { schema.rawValue }

        init(_ schema: Schema.Kind, _ fields: any ElementFields.Type, atLeast: Int = 90) {
            (self.schema, self.fields, self.atLeast) = (schema, fields, atLeast)
        }
    }

    static let kinds = [
        Kind(.domain, DomainDocument.Fields.self), Kind(.network, NetworkDocument.Fields.self),
        Kind(.storagePool, StoragePoolDocument.Fields.self), Kind(.storageVolume, StorageVolumeDocument.Fields.self),
        Kind(.domainSnapshot, DomainSnapshotDocument.Fields.self),
        Kind(.domainCheckpoint, DomainCheckpointDocument.Fields.self),
        Kind("domainbackup", DomainBackupDocument.Fields.self), Kind(.nwfilter, NWFilterDocument.Fields.self),
        Kind("nwfilterbinding", NWFilterBindingDocument.Fields.self),
        Kind("networkport", NetworkPortDocument.Fields.self), Kind(.secret, SecretDocument.Fields.self),
        Kind("interface", InterfaceDocument.Fields.self), Kind("nodedev", NodeDeviceDocument.Fields.self),
        Kind(.capabilities, CapabilitiesDocument.Fields.self),
        Kind(.domainCapabilities, DomainCapabilitiesDocument.Fields.self),
    ]

    /// Every name of the schema has a field, or a line with a reason in `untyped.txt`; no line is there in vain.
    @Test(arguments: kinds) func everyNameHasAFieldOrAReason(_ kind: Kind) throws {
        let names = try SchemaNames.all(in: SchemaFolder.file(kind.schema.rawValue + ".rng", in: nil))
        var coverage = FieldCoverage()
        let missing = names.filter { !coverage.reaches($0, from: kind.fields) }.sorted()
        let (total, typed) = (names.count, names.count - missing.count)
        print("\(typed) of \(total) elements and attributes of the \(kind.schema) schema have a typed view")
        for name in missing { print("  without: \(name)") }

        let reasons = try Reason.all().filter { $0.schema == kind.schema.rawValue }
        let unexplained = missing.filter { name in !reasons.contains { $0.speaks(of: name) } }
        #expect(unexplained.isEmpty)
        let inVain = reasons.filter { reason in !missing.contains { reason.speaks(of: $0) } }
        #expect(inVain.map(\.path).isEmpty)
        #expect(typed * 100 >= total * kind.atLeast)
    }

    /// A document for every name: what is written by the fields that lead to it stands where the schema has it.
    @Test(arguments: kinds) func everyNameIsWrittenInItsPlace(_ kind: Kind) throws {
        var coverage = FieldCoverage()
        var written = 0
        for name in try SchemaNames.all(in: SchemaFolder.file(kind.schema.rawValue + ".rng", in: nil)) {
            guard let way = coverage.way(to: name, from: kind.fields), let leaf = way.last as? any Exercised else {
                continue
            }
            let document = try XMLDocument(xml: "<root>\n</root>")
            var view = View<DomainDocument.Fields>(document: document, id: document.root.id)
            for step in way.dropLast() {
                let step = try #require(step as? any FieldOfKind)
                view = step.descend(from: &view)
            }
            view = leaf.writingSample(to: view)
            let steps = (name.steps + (name.attribute.map { ["@" + $0] } ?? [])).joined(separator: "/")
            let again = try XMLDocument(xml: view.document.xml).root
            #expect(name.isElement ? again.first(steps) != nil : again.value(steps) != nil, "\(name)")
            written += 1
        }
        #expect(written > 5)
    }

    /// A field that no schema knows anywhere is a slip of the pen, or of a libvirt that is newer than the schemas.
    @Test func everyFieldIsInASchema() throws {
        var unknown: Set<String> = []
        var known: Set<String> = []
        for kind in Self.kinds {
            let names = try SchemaNames.all(in: SchemaFolder.file(kind.schema.rawValue + ".rng", in: nil))
            let places = Set(names.map(\.description))
            for (field, place) in FieldPlaces.all(of: kind.fields) {
                if places.contains(place) { known.insert(field) } else { unknown.insert(field) }
            }
        }
        let newer = try Reason.all(in: "newer.txt").map(\.path)
        #expect(unknown.subtracting(known).subtracting(newer).sorted() == [])
        #expect(Set(newer).subtracting(unknown).sorted() == [])
    }

    /// Where a schema lists words, a field has a type for them: a token, a yes or no, or a number.
    @Test(arguments: kinds) func everyListOfWordsHasATypeOrAReason(_ kind: Kind) throws {
        let words = try SchemaNames.words(in: SchemaFolder.file(kind.schema.rawValue + ".rng", in: nil))
        let enumerations = words.compactMap { name, words in (words?.count ?? 0) > 1 ? name : nil }
        let texts = Set(FieldPlaces.texts(of: kind.fields))
        let untyped = enumerations.filter { texts.contains($0.description) }.sorted()
        print(
            "\(enumerations.count - untyped.count) of \(enumerations.count) lists of words of \(kind.schema) have a type"
        )
        let reasons = try Reason.all(in: "words.txt").filter { $0.schema == kind.schema.rawValue }
        #expect(untyped.filter { name in !reasons.contains { $0.speaks(of: name) } } == [])
        #expect(reasons.filter { reason in !untyped.contains { reason.speaks(of: $0) } }.map(\.path) == [])
    }

    @Test func noFieldHasTheNameOfSomethingThatEveryViewHas() {
        let taken: Set = ["document", "id", "steps", "node", "isPresent", "remove", "xml"]
        for kind in FieldPlaces.kinds(below: Self.kinds.map(\.fields)) {
            #expect(taken.isDisjoint(with: FieldList.fields(of: kind).map(\.name)), "\(kind)")
        }
    }

    @Test func theWalkFindsWhatTheSchemaSpellsOut() throws {
        let names = try SchemaNames.all(in: SchemaFolder.file("domain.rng", in: nil))
        let all = Set(names.map(\.description))
        for path in [
            "@type", "name", "name/text()", "memory/@unit", "devices/disk/driver/@cache", "devices/disk/target/@dev",
            "devices/interface/virtualport/parameters/@interfaceid", "devices/disk/backingStore/backingStore",
            "qemu:commandline/qemu:arg/@value", "metadata/*", "cpu/numa/cell/@memory",
        ] { #expect(all.contains(path), "\(path)") }
        #expect(!all.contains("devices/disk/backingStore/backingStore/backingStore"))
        #expect(all.count > 2500)
    }
}

/// Names of a schema without a field, and why.
struct Reason {
    let schema: String
    let path: String

    /// Lines of `schema path reason`; a `*` in a path is any text.
    static func all(in file: String = "untyped.txt") throws -> [Reason] {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: file)
        return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            guard !line.hasPrefix("#") else { return nil }
            try #require(words.count == 3, "a line without a reason: \(line)")
            return Reason(schema: words[0], path: words[1])
        }
    }

    func speaks(of name: SchemaName) -> Bool {
        let parts = path.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        var rest = name.description[...]
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, index > 0 { return rest.hasSuffix(part) }
            if part.isEmpty { continue }
            guard let range = rest.range(of: part, options: index == 0 ? .anchored : []) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.isEmpty
    }
}
