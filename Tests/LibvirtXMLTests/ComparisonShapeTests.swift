import Testing

@testable import LibvirtXML

/// Comparing one guest stands for all of its shape: nothing may have the same shape that could differ otherwise.
@Suite("Shape of comparisons") struct ComparisonShapeTests {
    /// A guest as its file has it.
    private static func file(_ name: String, mac: String? = nil, disk: String? = nil, more: String = "") -> String {
        """
        <domain type='kvm'><name>\(name)</name><memory>65536</memory><os><type>hvm</type></os><devices>
        <disk type='file' device='disk'><source file='\(disk ?? "/images/\(name).raw")'/><target dev='vda'/></disk>
        <interface type='user'>\(mac.map { "<mac address='\($0)'/>" } ?? "")</interface>\(more)
        </devices></domain>
        """
    }

    /// The same guest as a host has it.
    private static func host(
        _ name: String, _ number: Int, mac: String? = nil, disk: String? = nil, more: String = ""
    ) -> String {
        file(name, mac: mac ?? "52:54:00:00:00:0\(number)", disk: disk, more: more)
            .replacing("<memory>", with: "<uuid>00000000-0000-0000-0000-00000000000\(number)</uuid><memory>")
    }

    private func shape(_ host: String, asked file: String) throws -> ComparisonShape? {
        ComparisonShape(try XMLDocument(xml: host).shape, asked: try XMLDocument(xml: file).shape)
    }

    @Test func guestsThatDifferInTheirNamesAreAlike() throws {
        let first = try #require(try shape(Self.host("front", 1), asked: Self.file("front")))
        #expect(try shape(Self.host("back-end.2", 2), asked: Self.file("back-end.2")) == first)
        let mac = "52:54:00:00:00:01"
        let given = try #require(try shape(Self.host("front", 1), asked: Self.file("front", mac: mac)))
        #expect(given != first)
        #expect(
            try shape(
                Self.host("back", 2, mac: "0e:00:00:00:00:02"), asked: Self.file("back", mac: "0e:00:00:00:00:02"))
                == given)
    }

    @Test func whatIsAskedForAndNotThereTellsNothing() throws {
        #expect(try shape(Self.host("front", 1), asked: Self.file("back")) == nil)
        #expect(try shape(Self.host("front", 1), asked: Self.file("front", disk: "/images/other.raw")) == nil)
        #expect(try shape(Self.host("front", 1), asked: Self.file("front", mac: "52:54:00:00:00:02")) == nil)
        // The same address in other letters is for the rules to understand.
        let upper = "52:54:00:AB:00:01"
        #expect(try shape(Self.host("front", 1, mac: upper.lowercased()), asked: Self.file("front", mac: upper)) == nil)
        #expect(try shape(Self.host("front", 1, mac: upper), asked: Self.file("front", mac: upper)) == nil)
    }

    @Test func aValueThatStandsElsewhereTellsNothing() throws {
        let log = "<serial type='file'><source path='/logs/front.log'/></serial>"
        #expect(try shape(Self.host("front", 1, more: log), asked: Self.file("front")) == nil)
        #expect(try shape(Self.host("front", 1), asked: Self.file("front", more: log)) == nil)
        #expect(try shape(Self.host("back", 1, more: log), asked: Self.file("back")) != nil)
        // A name that is also a word of the definition.
        #expect(try shape(Self.host("vda", 1), asked: Self.file("vda")) == nil)
        #expect(try shape(Self.host("disk", 1), asked: Self.file("disk")) == nil)
    }

    @Test func whichOfTwoIsMeantIsPartOfTheShape() throws {
        let second = "<disk type='file' device='disk'><source file='/images/x.raw'/><target dev='vdb'/></disk>"
        let host = Self.host("front", 1, disk: "/images/y.raw", more: second)
        let same = try shape(host, asked: Self.file("front", disk: "/images/y.raw", more: second))
        let swapped = try shape(
            host, asked: Self.file("front", disk: "/images/x.raw", more: second.replacing("x.raw", with: "y.raw")))
        #expect(same != nil)
        #expect(swapped != nil)
        #expect(same != swapped)
    }

    @Test func everythingElseMakesAnotherShape() throws {
        let (host, file) = (Self.host("front", 1), Self.file("front"))
        let usual = try shape(host, asked: file)
        for (old, new) in [("65536", "65537"), ("hvm", "linux"), ("type='user'", "type='bridge'"), ("vda", "vdb")] {
            #expect(try shape(host.replacing(old, with: new), asked: file) != usual)
            #expect(try shape(host, asked: file.replacing(old, with: new)) != usual)
        }
    }

    /// Whatever the definitions are: pairs of one shape differ in the same things.
    @Test(arguments: UInt64(1)...60) func pairsOfOneShapeDifferInTheSameThings(seed: UInt64) throws {
        var random = RandomDomain(seed: seed)
        let text = random.document(), other = random.document()
        for (host, file) in [(text, text), (text, other)] {
            // Values that libvirt has in the first place, in both texts, and what takes their places in both.
            let named = try [host, file].map { try Self.renamed($0, "first") }
            let twins = try [host, file].map { try Self.renamed($0, "second") }
            guard let shape = try shape(named[0], asked: named[1]) else { continue }
            #expect(try self.shape(twins[0], asked: twins[1]) == shape)
            let changes = try [named, twins].map { pair in
                try XMLDocument(xml: pair[0]).changes(asked: try XMLDocument(xml: pair[1]))
                    .map { "\($0.kind) \($0.path) \($0.effect)" }.map { $0.replacing("second", with: "first") }
            }
            #expect(changes[0] == changes[1])
        }
    }

    @Test func manyOfThosePairsHaveAShape() throws {
        let shapes = try (UInt64(1)...60).compactMap { seed in
            var random = RandomDomain(seed: seed)
            let text = try Self.renamed(random.document(), "first")
            return try shape(text, asked: text)
        }
        #expect(Set(shapes).count > 20, "\(shapes.count)")
    }

    /// A definition with that word as its name, and in the paths of its disks.
    private static func renamed(_ xml: String, _ word: String) throws -> String {
        var document = try XMLDocument(xml: xml)
        if let name = document.root.first("name") { document.setText(word, of: name.id) }
        for (number, disk) in document.root.all("devices/disk").enumerated() {
            guard let source = disk.first("source"), source.attribute("file") != nil else { continue }
            document.setAttribute("file", to: "/\(word)/\(number)", of: source.id)
        }
        return document.xml
    }
}
