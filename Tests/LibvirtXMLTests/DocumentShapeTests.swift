import Testing

@testable import LibvirtXML

/// One check stands for all documents of a shape: the schemas must not tell apart what the shape does not.
@Suite("Shape of documents") struct DocumentShapeTests {
    /// Values at the edges of what is taken for plain.
    static let plain: [PlainValue: [String]] = [
        .name: ["a", "0", "-", "_", "a.", "web-1.example_2", String(repeating: "Z9", count: 40)],
        .path: ["//", "/a", "/.", "/a/b.c-d_e", "/0", "/var/lib/libvirt/images/web.qcow2", "/-/_/./"],
        .uuid: ["00000000-0000-0000-0000-000000000000", "ABCDEFab-cdef-0123-4567-89abcdefABCD"],
        .mac: [
            "52:54:00:00:00:01", "00:00:00:00:00:00", "fA:FF:ff:fF:Ff:09", "0c:ab:cd:ef:01:23", "aE:01:02:03:04:05",
        ],
    ]

    /// Values that are not plain, each a little beside one that is.
    static let others: [PlainValue: [String]] = [
        .name: ["", ".", ".a", "a b", "a/b", "ä", "a&amp;b", "a\n", "a+b"],
        .path: ["", "/", "a", "./a", "/a b", "/a\n", "/a&lt;", "C:/a"],
        .uuid: ["", "0", "00000000000000000000000000000000", "g0000000-0000-0000-0000-000000000000"],
        .mac: [
            "", "53:54:00:00:00:01", "5b:54:00:00:00:01", "52-54-00-00-00-01", "52:54:00:00:00", "52:54:00:00:00:0g",
        ],
    ]

    private static let documents: [String: (Schema.Kind, String)] = [
        "domain": (
            .domain,
            """
            <domain type='kvm'>
              <name>web</name>
              <uuid>0b3c7a4e-3f2b-4c59-8a3e-1d2c3b4a5968</uuid>
              <memory>65536</memory>
              <os><type>hvm</type><kernel>/k</kernel><initrd>/i</initrd><nvram>/n</nvram></os>
              <devices>
                <disk type='file' device='disk'><source file='/d'/><target dev='vda'/></disk>
                <disk type='block' device='disk'><source dev='/b'/><target dev='vdb'/></disk>
                <interface type='user'><mac address='52:54:00:00:00:01'/></interface>
                <serial type='pty'><log file='/s'/></serial>
                <console type='pty'><log file='/c'/></console>
              </devices>
            </domain>
            """
        ),
        "network": (
            .network,
            """
            <network><name>lan</name><uuid>0b3c7a4e-3f2b-4c59-8a3e-1d2c3b4a5968</uuid>
            <mac address='52:54:00:00:00:01'/></network>
            """
        ),
        "pool": (
            .storagePool,
            """
            <pool type='dir'><name>data</name><uuid>0b3c7a4e-3f2b-4c59-8a3e-1d2c3b4a5968</uuid>
            <target><path>/p</path></target></pool>
            """
        ),
        "volume": (
            .storageVolume,
            """
            <volume><name>disk</name><key>/v</key><capacity>1</capacity><target><path>/v</path></target></volume>
            """
        ),
    ]

    /// A document with some value at a place, and its schema.
    private func document(with value: String, at place: String) throws -> (schema: Schema, document: XMLDocument) {
        let steps = place.split(separator: "/", maxSplits: 1).map(String.init)
        let (kind, text) = try #require(Self.documents[steps[0]])
        var document = try XMLDocument(xml: text)
        let parts = steps[1].split(separator: "/").map(String.init)
        let attribute = parts.last?.first == "@" ? parts.last.map { String($0.dropFirst()) } : nil
        let path = (attribute == nil ? parts : parts.dropLast()).joined(separator: "/")
        let found = document.root.all(path).first { attribute.map($0.attribute) != .some(nil) }
        let element = try #require(found, "\(place)")
        if let attribute {
            document.setAttribute(attribute, to: value, of: element.id)
        } else {
            document.setText(value, of: element.id)
        }
        return (try Schema(kind), document)
    }

    @Test(arguments: FreePlaces.table.keys.sorted()) func aSchemaTakesAnyPlainValueForAnother(place: String)
        throws
    {
        let kind = try #require(FreePlaces.table[place])
        var shapes: Set<[UInt8]> = []
        for value in Self.plain[kind] ?? [] {
            let (schema, document) = try document(with: value, at: place)
            #expect(schema.validate(document).map(\.message) == [], "\(value)")
            shapes.insert(document.shape.bytes)
        }
        #expect(shapes.count == 1)
    }

    @Test(arguments: FreePlaces.table.keys.sorted()) func whatIsNotPlainIsLookedAt(place: String) throws {
        let kind = try #require(FreePlaces.table[place])
        var shapes: Set<[UInt8]> = []
        let values = (Self.plain[kind] ?? []).prefix(1) + (Self.others[kind] ?? [])
        for value in values {
            shapes.insert(try document(with: value, at: place).document.shape.bytes)
        }
        #expect(shapes.count == values.count)
    }

    @Test func everythingElseMakesAnotherShape() throws {
        let text = try #require(Self.documents["domain"]).1
        let shape = try XMLDocument(xml: text).shape.bytes
        let changes = [
            ("type='kvm'", "type='qemu'"), ("65536", "65537"), ("<memory>", "<memory unit='KiB'>"), ("vda", "vdc"),
            ("device='disk'", "device='cdrom'"), ("<kernel>/k</kernel>", ""),
            ("<kernel>", "<kernel>x</kernel><kernel>"),
            ("<name>web", "<title>web</title><name>web"), ("name>", "title>"), ("<devices>", "<devices>text"),
            ("<devices>", "<devices><![CDATA[ ]]>"), ("<name>web", "<name><![CDATA[web]]>"),
            ("<domain ", "<domain xmlns='urn:x' "),
        ]
        for (old, new) in changes {
            let other = text.replacing(old, with: new)
            #expect(other != text)
            #expect(try XMLDocument(xml: other).shape.bytes != shape, "\(old) → \(new)")
        }
    }

    @Test func commentsLayoutAndQuotesAreNoPartOfIt() throws {
        let text = try #require(Self.documents["domain"]).1
        let shape = try XMLDocument(xml: text).shape.bytes
        for other in [
            text.replacing("\n", with: "\n\n  "), text.replacing("<name>", with: "<!-- Its name. -->\n<name>"),
            text.replacing("'", with: "\""), "<?xml version='1.0'?>\n<!-- All of it. -->\n" + text,
        ] {
            #expect(try XMLDocument(xml: other).shape.bytes == shape)
        }
    }
}
