import Quantities
import Testing

@testable import LibvirtXML

@Suite("Schema") struct SchemaTests {
    /// One change to a valid definition and what must be said of it.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let kind: Finding.Kind
        let path: String
        let line: Int
        var attribute: String?
        var says: [String]
        var testDescription: String { "\(old) → \(new)" }

        init(
            _ old: String, _ new: String, _ kind: Finding.Kind, _ path: String, _ line: Int, attribute: String? = nil,
            _ says: String...
        ) {
            (self.old, self.new, self.kind, self.path, self.line) = (old, new, kind, path, line)
            (self.attribute, self.says) = (attribute, says)
        }
    }

    static let mistakes = [
        Mistake("<vcpu current=\"1\">2</vcpu>", "<blubber/>", .unexpectedElement, "/domain/blubber", 6, "<blubber>"),
        Mistake("<serial type='pty'/>", "<seriall/>", .unexpectedElement, "/domain/devices/seriall", 23, "<serial>?"),
        Mistake(
            "<serial type='pty'/>", "<graphics type='vnc'><x/></graphics>", .unexpectedElement,
            "/domain/devices/graphics/x", 23, "<x>"),
        Mistake("  <vcpu", "  <memory>1</memory>\n  <vcpu", .unexpectedElement, "/domain/memory[2]", 6, "only once"),
        Mistake(
            "device='disk'", "devise='disk'", .unexpectedAttribute, "/domain/devices/disk", 14, attribute: "devise",
            "device?"),
        Mistake(
            "<source file=", "<source dev=", .unexpectedAttribute, "/domain/devices/disk/source", 16, attribute: "dev",
            "file"),
        Mistake(
            "type='file'", "type='flie'", .invalidValue, "/domain/devices/disk", 14, attribute: "type", "'flie'",
            "file?"),
        Mistake("type='kvm'", "type='kmv'", .invalidValue, "/domain", 3, attribute: "type", "kvm?"),
        Mistake(
            "bus='virtio'", "bus='bus'", .invalidValue, "/domain/devices/disk/target", 17, attribute: "bus", "scsi",
            "ide"),
        Mistake(
            "type=\"network\"", "type=\"netwrok\"", .invalidValue, "/domain/devices/interface", 19, attribute: "type",
            "network?"),
        Mistake(">512<", ">lots<", .invalidValue, "/domain/memory", 5, "'lots'", "number"),
        Mistake("/boot/vmlinuz", "boot/vmlinuz", .invalidValue, "/domain/os/kernel", 9, "absolute path"),
        Mistake(
            "'/images/", "'images/", .invalidValue, "/domain/devices/disk/source", 16, attribute: "file",
            "absolute path"),
        Mistake("<name>web</name>", "", .missingElement, "/domain", 3, "<name>"),
        Mistake("<target dev='vda' bus='virtio'/>", "", .missingElement, "/domain/devices/disk", 14, "<target>"),
        Mistake(
            "<source network=\"default\"/>", "<source/>", .missingAttribute, "/domain/devices/interface/source", 20,
            attribute: "network", "network"),
        Mistake("dev='vda' ", "", .missingAttribute, "/domain/devices/disk/target", 17, attribute: "dev", "dev"),
        Mistake("<devices>", "<devices>hello", .unexpectedText, "/domain/devices", 12, "'hello'"),
        Mistake("<name>", "<m:x xmlns:m='urn:m'/><name>", .unexpectedElement, "/domain/m:x", 4, "<m:x>"),
    ]

    @Test(arguments: mistakes) func aMistakeIsNamedWhereItIs(_ mistake: Mistake) throws {
        let text = TestDocuments.web.replacing(mistake.old, with: mistake.new)
        #expect(text != TestDocuments.web)
        let findings = try Schema(.domain).validate(DomainDocument(xml: text))
        #expect(findings.count == 1)
        let finding = try #require(findings.first)
        #expect(finding.kind == mistake.kind)
        #expect(finding.path == mistake.path)
        #expect(finding.line == mistake.line)
        #expect(finding.attribute == mistake.attribute)
        for word in mistake.says { #expect(finding.message.contains(word)) }
    }

    @Test func twoMistakesAreTwoFindingsInOrder() throws {
        let text = TestDocuments.web.replacing("device='disk'", with: "devise='disk'").replacing(
            "'pty'", with: "'ptty'")
        let findings = try Schema(.domain).validate(XMLDocument(xml: text))
        #expect(findings.map(\.line) == [14, 23])
    }

    @Test func aValidDocumentHasNoFindings() throws {
        #expect(try Schema(.domain).validate(DomainDocument(xml: TestDocuments.web)).isEmpty)
    }

    @Test func whatOurEditsMakeIsValid() throws {
        var document = try DomainDocument(xml: TestDocuments.web)
        document.disks.append(
            .disk(file: "/d", format: "raw", target: "sda", bus: .sata, device: .cdrom, isReadOnly: true))
        document.interfaces.append(.interface(.network, source: "default", mac: "52:54:00:00:00:01"))
        document.interfaces.append(.interface(.user, model: "e1000"))
        document.memory = .bytes(1 << 29 + 1)
        document.title = "T"
        document.cpu.mode = .hostPassthrough
        #expect(try Schema(.domain).validate(document).isEmpty)
    }

    @Test func anEditedDocumentIsCheckedAsItIsNow() throws {
        var document = try DomainDocument(xml: TestDocuments.web)
        document.title = "T"
        document.disks[0].bus = "no bus"
        let findings = try Schema(.domain).validate(document)
        #expect(findings.map(\.line) == [18])
    }

    @Test func anotherDocumentDoesNotFitTheSchema() throws {
        let findings = try Schema(.network).validate(XMLDocument(xml: TestDocuments.web))
        #expect(findings.map(\.path) == ["/domain"])
        #expect(findings.first?.message.contains("<network>") == true)
    }

    @Test(arguments: [
        Schema.Kind.domain, .network, .storagePool, .storageVolume, .domainSnapshot, .domainCheckpoint, .nwfilter,
        .secret,
        .capabilities, .domainCapabilities,
    ])
    func everyKindIsInstalledAndExplainsARoot(kind: Schema.Kind) throws {
        let findings = try Schema(kind).validate(XMLDocument(xml: "<nothing/>"))
        #expect(findings.map(\.kind) == [.unexpectedElement])
        #expect(findings.first?.allowed.isEmpty == false)
    }

    @Test func aFolderWithoutSchemasIsNamedWithAHint() {
        let error = #expect(throws: XMLError.self) { try Schema(.domain, folder: "/nowhere") }
        #expect(error?.code == .schemaNotFound)
        #expect(error?.file == "/nowhere/domain.rng")
        #expect(error?.hint != nil)
    }

    @Test func aBrokenSchemaIsRefused() throws {
        try TestDocuments.withFolder { folder in
            try TestDocuments.save("<grammar xmlns='http://relaxng.org/ns/structure/1.0'/>", to: folder + "/domain.rng")
            let error = #expect(throws: XMLError.self) { try Schema(.domain, folder: folder) }
            #expect(error?.code == .schemaUnusable)
        }
    }

    @Test func manyThreadsMayValidateAtOnce() async throws {
        let bad = try XMLDocument(xml: TestDocuments.web.replacing("'pty'", with: "'ptty'"))
        let good = try XMLDocument(xml: TestDocuments.web)
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for index in 0..<40 {
                group.addTask { try Schema(.domain).validate(index.isMultiple(of: 2) ? bad : good).count }
            }
            return try await group.reduce(0, +)
        }
        #expect(counts == 20)
    }

    @Test(arguments: [
        ("devise", "device"), ("flie", "file"), ("val", "value"), ("zzz", nil), ("host-passthru", "host-passthrough"),
    ])
    func theNearestWordIsGuessed(word: String, expected: String?) {
        let words = ["device", "file", "value", "target", "host-passthrough"]
        #expect(Spelling.nearest(to: word, among: words) == expected)
    }
}
