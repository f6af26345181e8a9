import Testing

@testable import LibvirtXML

/// A field that is written and read back without knowing which one it is.
protocol Exercised: ElementField where Value: Equatable {
    /// Values that the field can hold.
    var samples: [Value] { get }
    /// What takes it away; `nil` for a field that is always something.
    var absent: Value? { get }
}

extension Exercised {
    /// The view with one of the samples written, one with a unit where there are units.
    func writingSample(to view: View<DomainDocument.Fields>) -> View<DomainDocument.Fields> {
        var view = view
        if let sample = samples.first { set(sample, in: &view) }
        return view
    }
}

/// Texts of which every type of value reads some.
private let texts = [
    "word", "a < b & \"c\" 'd' > e", "größer 日本", "0", "42", "-1", "0x1f", "0-3,7",
    "6695eb01-f6a4-8304-79aa-97f2502e193f",
]

extension Field: Exercised {
    var samples: [Content?] { texts.compactMap(Content.init(text:)).map(Optional.some) }
    var absent: Content?? { .some(nil) }
}

extension FieldWithDefault: Exercised {
    var samples: [Content] { texts.compactMap(Content.init(text:)) }
    var absent: Content? { nil }
}

extension Switch: Exercised {
    var samples: [Bool?] { [true, false, true] }
    var absent: Bool?? { .some(nil) }
}

extension Presence: Exercised {
    var samples: [Bool] { [true, false, true] }
    var absent: Bool? { false }
}

extension Amount: Exercised {
    var samples: [ByteCount?] { [.mebibytes(3), .gibibytes(2), unitPath == nil ? .mebibytes(7) : .bytes(1025), .zero] }
    var absent: ByteCount?? { .some(nil) }
}

extension Time: Exercised {
    var samples: [Duration?] { [.seconds(2), .zero, .seconds(-1), .seconds(86_400)] }
    var absent: Duration?? { .some(nil) }
}

extension Values: Exercised {
    var samples: [[Content]] {
        let all = texts.compactMap { Content(text: $0) }
        return [Array(all.prefix(1)), all, Array(all.reversed().dropFirst()), Array(all.prefix(1))]
    }
    var absent: [Content]? { [] }
}

@Suite("Fields") struct FieldTests {
    /// A field at its place in a kind, for the name of a failure.
    struct Place: Sendable, CustomTestStringConvertible {
        let kind: any ElementFields.Type
        var testDescription: String { String(reflecting: kind) }
    }

    static let kinds = FieldPlaces.kinds(below: CoverageTests.kinds.map(\.fields)).map(Place.init)

    static let prolog = "<?xml version='1.0'?>\n<!-- before -->\n"
    static let inner = "\n  <!-- inside -->\n  <zzz  x = 'y'  z=\"1\" >t &amp; u</zzz>"
    static let original = prolog + "<thing  a-b = \"1\"\n c-d='2'>" + inner + "\n</thing >\n<!-- behind -->\n"

    /// Declarations that were made for a prefix stay; the user may have been about to need them.
    static func withoutNamespaces(_ xml: String) -> String {
        xml.replacing(/\s+xmlns:[a-z]+='http:\/\/libvirt[^']*'/, with: "")
    }

    @Test(arguments: kinds) func whatIsWrittenIsReadAndNothingElseChanges(_ place: Place) throws {
        for (name, field) in FieldList.fields(of: place.kind) {
            guard let field = field as? any Exercised else { continue }
            try exercise(field, "\(place.testDescription).\(name)")
        }
    }

    private func exercise<F: Exercised>(_ field: F, _ name: String) throws {
        let document = try XMLDocument(xml: Self.original)
        var view = View<DomainDocument.Fields>(document: document, id: document.root.id)
        #expect(!field.samples.isEmpty, "\(name) was never written")
        for value in field.samples {
            field.set(value, in: &view)
            #expect(field.value(in: view) == value, "\(name)")
            let xml = view.document.xml
            let again = try XMLDocument(xml: xml)
            let read = View<DomainDocument.Fields>(document: again, id: again.root.id)
            #expect(field.value(in: read) == value, "\(name)")
            #expect(again.xml == xml)
            #expect(xml.hasPrefix(Self.prolog) && xml.hasSuffix("</thing >\n<!-- behind -->\n"), "\(name)")
            // The text of the element itself is that of all that is in it.
            if !field.path.isEmpty { #expect(xml.contains(Self.inner), "\(name)") }
        }
        guard let absent = field.absent, !field.path.isEmpty else { return }
        field.set(absent, in: &view)
        #expect(Self.withoutNamespaces(view.document.xml) == Self.original, "\(name)")
        #expect(field.value(in: view) == absent, "\(name)")
    }

    @Test(arguments: kinds) func unknownWordsAreKept(_ place: Place) throws {
        for (name, field) in FieldList.fields(of: place.kind) {
            guard let field = field as? any Worded else { continue }
            let document = try XMLDocument(xml: Self.original)
            var view = View<DomainDocument.Fields>(document: document, id: document.root.id)
            view[field.path] = "never-heard-of"
            #expect(field.word(in: view) == "never-heard-of", "\(name)")
        }
    }

    @Test(arguments: kinds) func aListGrowsAndShrinksWithoutATrace(_ place: Place) throws {
        for (name, field) in FieldList.fields(of: place.kind) {
            guard let list = field as? any Listing else { continue }
            let (grown, shrunk) = try list.growAndShrink(Self.original)
            #expect(grown.contains(Self.inner) && grown != Self.original, "\(name)")
            #expect(Self.withoutNamespaces(shrunk) == Self.original, "\(name)")
        }
    }

    @Test func aChildIsMadeByItsFirstFieldAndGoesWithItsLast() throws {
        let document = try XMLDocument(xml: "<domain>\n  <name>x</name>\n</domain>\n")
        var domain = try DomainDocument(document)
        #expect(!domain.cpu.isPresent && !domain.memoryBalloon.address.isPresent)
        domain.memoryBalloon.address.slot = 3
        domain.memoryBalloon.address.type = .pci
        #expect(domain.memoryBalloon.isPresent)
        #expect(domain.node.first("devices/memballoon/address")?.xml == "<address slot='3' type='pci'/>")
        domain.memoryBalloon.address.slot = nil
        domain.memoryBalloon.address.type = nil
        #expect(domain.document == document)
    }

    @Test func whatTheUserWroteStaysEvenWhenItIsEmpty() throws {
        var domain = try DomainDocument(xml: "<domain><cpu mode='custom'/></domain>")
        domain.cpu.mode = nil
        #expect(domain.xml == "<domain><cpu/></domain>")
        domain.cpu.remove()
        #expect(domain.xml == "<domain></domain>")
    }

    @Test func aFlagIsNotTakenAwayWithAnAttributeOfIt() throws {
        var domain = try DomainDocument(xml: "<domain>\n  <features/>\n</domain>")
        domain.features.hasAPIC = true
        domain.features.endsInterruptsEarly = true
        #expect(domain.xml.contains("<apic eoi='on'/>"))
        domain.features.endsInterruptsEarly = nil
        #expect(domain.features.hasAPIC)
        domain.features.hasAPIC = false
        #expect(domain.xml == "<domain>\n  <features/>\n</domain>")
    }

    @Test func anUnreadableValueIsNilAndStays() throws {
        let xml = "<domain><vcpu>many</vcpu><os><bootmenu enable='maybe'/></os></domain>"
        let domain = try DomainDocument(xml: xml)
        #expect(domain.vcpus == nil && domain.os.showsBootMenu == nil)
        #expect(domain.xml == xml)
    }

    @Test func aValueThatIsThereAlreadyKeepsItsBytes() throws {
        let xml = "<domain id = '7'><memory unit='MiB' > 512 </memory><vcpu cpuset=\"0-1,3\">2</vcpu></domain>"
        var domain = try DomainDocument(xml: xml)
        domain.number = 7
        domain.memory = .mebibytes(512)
        domain.vcpuSet = [0, 1, 3]
        #expect(domain.xml == xml)
    }
}

/// A field whose value is one of a set of words.
private protocol Worded: ElementField {
    func word(in view: some ElementView) -> String?
}

extension Field: Worded where Content: XMLToken {
    func word(in view: some ElementView) -> String? { value(in: view)?.rawValue }
}

extension FieldWithDefault: Worded where Content: XMLToken {
    func word(in view: some ElementView) -> String? { value(in: view).rawValue }
}

/// A field that is a list of views.
private protocol Listing: ElementField {
    func growAndShrink(_ xml: String) throws -> (grown: String, shrunk: String)
}

extension Children: Listing {
    func growAndShrink(_ xml: String) throws -> (grown: String, shrunk: String) {
        let document = try XMLDocument(xml: xml)
        var view = View<DomainDocument.Fields>(document: document, id: document.root.id)
        var list = take(from: &view)
        list.append { $0["@n"] = "1" }
        list.append { $0["@n"] = "2" }
        try #require(list.map { $0["@n"] } == ["1", "2"])
        list[0]["@n"] = nil
        giveBack(list, to: &view)
        let grown = view.document.xml
        try #require(value(in: view).count == 2)
        var again = take(from: &view)
        again.removeAll { $0["@n"] == nil }
        again.remove(at: 0)
        giveBack(again, to: &view)
        return (grown, view.document.xml)
    }
}
