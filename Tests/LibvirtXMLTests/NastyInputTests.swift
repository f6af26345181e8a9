import Glibc
import Testing

@testable import LibvirtXML

@Suite("Nasty input") struct NastyInputTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let code: XMLError.Code
        var line: Int?
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ code: XMLError.Code, line: Int? = nil) {
            self.init(name, bytes: Array(text.utf8), code, line: line)
        }

        init(_ name: String, bytes: [UInt8], _ code: XMLError.Code, line: Int? = nil) {
            (self.name, self.bytes, self.code, self.line) = (name, bytes, code, line)
        }
    }

    static let refusals = [
        Refusal("empty", "", .notWellFormed, line: 1),
        Refusal("white space", " \n ", .notWellFormed),
        Refusal("no XML", "hello", .notWellFormed, line: 1),
        Refusal("truncated", "<a>\n<b>\n", .notWellFormed, line: 3),
        Refusal("cut in a tag", "<a>\n<b x='", .notWellFormed),
        Refusal("wrong end tag", "<a>\n  <b>\n  </c>\n</a>", .notWellFormed, line: 3),
        Refusal("two roots", "<a/>\n<b/>", .notWellFormed, line: 2),
        Refusal("attribute twice", "<a>\n<b x='1' x='2'/></a>", .notWellFormed, line: 2),
        Refusal("unquoted attribute", "<a x=1/>", .notWellFormed, line: 1),
        Refusal("unknown entity", "<a>\n&x;</a>", .notWellFormed, line: 2),
        Refusal("control character", "<a>\u{1}</a>", .notWellFormed, line: 1),
        Refusal("forbidden reference", "<a>&#0;</a>", .notWellFormed, line: 1),
        Refusal("document type", "<?xml version='1.0'?>\n<!-- x --><!DOCTYPE a><a/>", .documentType, line: 2),
        Refusal(
            "external entity", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>\n<a>&x;</a>", .documentType),
        Refusal("external DTD", "<!DOCTYPE a SYSTEM 'http://127.0.0.1/x.dtd'><a/>", .documentType),
        Refusal("entity expansion", bomb, .documentType),
        Refusal("document type late", "<a/><!DOCTYPE a>", .notWellFormed),
        Refusal("Latin-1 declared", "<?xml version='1.0' encoding='ISO-8859-1'?><a/>", .encoding, line: 1),
        Refusal(
            "bad UTF-8", bytes: Array("<a>\n<b>".utf8) + [0xC3, 0x28] + Array("</b></a>".utf8), .encoding, line: 2),
        Refusal("overlong UTF-8", bytes: Array("<a>".utf8) + [0xC0, 0xAF] + Array("</a>".utf8), .encoding),
        Refusal("UTF-16", bytes: [0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E, 0], .encoding),
        Refusal("UTF-16 without a mark", bytes: [0, 0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E], .encoding),
        Refusal("NUL", bytes: Array("<a>\n".utf8) + [0] + Array("</a>".utf8), .notWellFormed, line: 2),
        Refusal("depth", nested(300), .tooDeep),
        Refusal("depth at libxml2's limit", nested(100_000), .tooDeep),
    ]

    private static let bomb =
        "<!DOCTYPE a [<!ENTITY b 'xxxxxxxxxx'>"
        + (0..<6).map { "<!ENTITY b\($0) '\(String(repeating: $0 == 0 ? "&b;" : "&b\($0 - 1);", count: 10))'>" }
        .joined()
        + "]><a>&b5;</a>"

    private static func nested(_ depth: Int) -> String {
        String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }

    @Test(arguments: refusals) func itIsRefused(_ refusal: Refusal) {
        let error = #expect(throws: XMLError.self) { try XMLDocument(bytes: refusal.bytes) }
        #expect(error?.code == refusal.code)
        #expect(error?.message.isEmpty == false)
        if let line = refusal.line { #expect(error?.line == line) }
    }

    @Test func deepButAllowedNestingIsRead() throws {
        #expect(try XMLDocument(xml: NastyInputTests.nested(250)).allElements.count == 250)
    }

    @Test func limitsAreKept() {
        let wide = "<a>" + String(repeating: "<b/>", count: 100) + "</a>"
        let many = #expect(throws: XMLError.self) { try XMLDocument(xml: wide, limits: .init(nodes: 50)) }
        #expect(many?.code == .tooManyNodes)
        let large = #expect(throws: XMLError.self) { try XMLDocument(xml: wide, limits: .init(bytes: 50)) }
        #expect(large?.code == .tooLarge)
        let deep = #expect(throws: XMLError.self) {
            try XMLDocument(xml: "<a><b><c/></b></a>", limits: .init(depth: 1))
        }
        #expect(deep?.code == .tooDeep)
    }

    @Test func aHugeAttributeIsRead() throws {
        let value = String(repeating: "x", count: 2_000_000)
        #expect(try XMLDocument(xml: "<a b='\(value)'/>").root.attribute("b")?.utf8.count == 2_000_000)
    }

    @Test func cuttingADocumentAnywhereNeverCrashes() {
        let bytes = Array(TestDocuments.web.utf8)
        let accepted = bytes.indices.filter { (try? XMLDocument(bytes: Array(bytes[..<$0]))) != nil }
        #expect(accepted.allSatisfy { $0 >= bytes.count - 1 })
        let read = bytes.indices.filter { (try? XMLDocument(fromLibvirt: Array(bytes[..<$0]))) != nil }
        #expect(read.allSatisfy { $0 >= bytes.count - 1 })
    }

    @Test(arguments: UInt64(1)...200) func damagedDocumentsNeverCrash(seed: UInt64) throws {
        var generator = RandomXML(seed: seed)
        var bytes = Array(generator.document().utf8)
        for _ in 0..<3 {
            bytes[generator.pick(Array(bytes.indices))] = generator.pick(Array("<>/='\"&;! ?-x]\u{0}".utf8))
        }
        try Properties.parsing(bytes)
        guard let document = try? XMLDocument(bytes: bytes) else { return }
        #expect(document.bytes == bytes)
        #expect(document.allElements.isEmpty == false)
    }
}

@Suite("Nasty files") struct NastyFileTests {
    @Test func aMissingFileIsNamed() {
        let error = #expect(throws: XMLError.self) { try DomainDocument(contentsOf: "/nowhere/x.xml") }
        #expect(error?.code == .noSuchFile)
        #expect(error?.description == "/nowhere/x.xml: no such file")
    }

    @Test func aFolderAPipeAndADeviceAreRefusedAtOnce() throws {
        try TestDocuments.withFolder { folder in
            let pipe = folder + "/pipe"
            #expect(mkfifo(pipe, 0o600) == 0)
            for path in [folder, pipe, "/dev/zero"] {
                let error = #expect(throws: XMLError.self) { try XMLDocument(contentsOf: path) }
                #expect(error?.code == .notAFile)
                #expect(error?.file == path)
            }
        }
    }

    @Test func anEmptyFileIsNotWellFormed() throws {
        try TestDocuments.withFolder { folder in
            try TestDocuments.save("", to: folder + "/empty.xml")
            let error = #expect(throws: XMLError.self) { try XMLDocument(contentsOf: folder + "/empty.xml") }
            #expect(error?.code == .notWellFormed)
        }
    }

    @Test func aFileAboveTheLimitIsNotRead() throws {
        try TestDocuments.withFolder { folder in
            let path = folder + "/large.xml"
            try TestDocuments.save("<a/>", to: path)
            #expect(truncate(path, 2 << 30) == 0)
            let error = #expect(throws: XMLError.self) { try XMLDocument(contentsOf: path) }
            #expect(error?.code == .tooLarge)
        }
    }

    @Test func anErrorInAFileSaysWhere() throws {
        try TestDocuments.withFolder { folder in
            let path = folder + "/bad.xml"
            try TestDocuments.save("<domain>\n  <name>x</nam>\n</domain>\n", to: path)
            let error = #expect(throws: XMLError.self) { try DomainDocument(contentsOf: path) }
            #expect(error?.line == 2)
            #expect(error?.column != nil)
            #expect(error?.description.hasPrefix("\(path):2:") == true)
        }
    }
}
