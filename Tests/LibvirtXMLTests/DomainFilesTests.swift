import Testing

@testable import LibvirtXML

@Suite("Files of a domain") struct DomainFilesTests {
    /// What stands in a definition, and what becomes of it relative to `/base/dir`.
    static let resolved = [
        ("<os><kernel>k/vmlinuz</kernel></os>", "<os><kernel>/base/dir/k/vmlinuz</kernel></os>"),
        ("<os><kernel>../k//./v</kernel></os>", "<os><kernel>/base/k/v</kernel></os>"),
        ("<os><initrd>i</initrd><dtb>d</dtb></os>", "<os><initrd>/base/dir/i</initrd><dtb>/base/dir/d</dtb></os>"),
        ("<os><loader type='pflash'>c.fd</loader></os>", "<os><loader type='pflash'>/base/dir/c.fd</loader></os>"),
        ("<os><nvram template='t'>n</nvram></os>", "<os><nvram template='/base/dir/t'>/base/dir/n</nvram></os>"),
        (
            "<os><nvram type='file'><source file='n'/></nvram></os>",
            "<os><nvram type='file'><source file='/base/dir/n'/></nvram></os>"
        ),
        (
            "<devices><disk><source file='a &amp; b'/></disk></devices>",
            "<devices><disk><source file='/base/dir/a &amp; b'/></disk></devices>"
        ),
        (
            "<devices><disk><source dir=\"d\"/></disk></devices>",
            "<devices><disk><source dir=\"/base/dir/d\"/></disk></devices>"
        ),
        (
            "<devices><disk><source file='a'/><backingStore><source file='b'/><backingStore><source file='c'/></backingStore></backingStore></disk></devices>",
            "<devices><disk><source file='/base/dir/a'/><backingStore><source file='/base/dir/b'/><backingStore><source file='/base/dir/c'/></backingStore></backingStore></disk></devices>"
        ),
        (
            "<devices><filesystem><source dir='s'/><target dir='t'/></filesystem></devices>",
            "<devices><filesystem><source dir='/base/dir/s'/><target dir='t'/></filesystem></devices>"
        ),
        (
            "<devices><serial type='file'><source path='s'/><log file='l'/></serial></devices>",
            "<devices><serial type='file'><source path='/base/dir/s'/><log file='/base/dir/l'/></serial></devices>"
        ),
        (
            "<devices><channel type='unix'><source path='c.sock'/></channel></devices>",
            "<devices><channel type='unix'><source path='/base/dir/c.sock'/></channel></devices>"
        ),
        (
            "<devices><rng><backend model='random'>r</backend></rng></devices>",
            "<devices><rng><backend model='random'>/base/dir/r</backend></rng></devices>"
        ),
        (
            "<devices><interface><rom file='r'/></interface></devices>",
            "<devices><interface><rom file='/base/dir/r'/></interface></devices>"
        ),
        ("<devices><emulator>e</emulator></devices>", "<devices><emulator>/base/dir/e</emulator></devices>"),
    ]

    @Test(arguments: resolved) func aRelativePathBecomesAbsolute(xml: String, expected: String) throws {
        let document = try DomainDocument(xml: "<domain>\(xml)</domain>").resolvingPaths(relativeTo: "/base/dir")
        #expect(document.xml == "<domain>\(expected)</domain>")
    }

    @Test(arguments: [
        "<os><kernel>/k/../v</kernel><loader></loader></os>", "<os><init>sbin/init</init></os>",
        "<devices><disk type='volume'><source pool='p' volume='v'/></disk></devices>",
        "<devices><disk type='network'><source protocol='rbd' name='pool/image'/></disk></devices>",
        "<devices><interface><script path='vif-bridge'/></interface></devices>",
        "<devices><rng><backend model='egd' type='unix'>\n</backend></rng></devices>",
        "<devices><disk><source file='[store] a/b.vmdk'/></disk></devices>",
    ])
    func whatIsNoRelativePathKeepsItsBytes(xml: String) throws {
        let document = try DomainDocument(xml: "<domain>\(xml)</domain>").resolvingPaths(relativeTo: "/base/dir")
        #expect(document.xml == "<domain>\(xml)</domain>")
        #expect(!document.document.isEdited)
    }

    @Test func pathsInAFileAreRelativeToTheFile() throws {
        try TestDocuments.withFolder { folder in
            try TestDocuments.save("<domain><os><kernel>k</kernel></os></domain>", to: folder + "/a.xml")
            let document = try DomainDocument(contentsOf: folder + "/a.xml")
            #expect(document.resolvingPaths().os.kernel == folder + "/k")
        }
    }

    @Test func theFilesThatMustBeThereAreListed() throws {
        let xml = """
            <domain><os><kernel>/k</kernel><nvram>/n</nvram></os><devices>
            <disk><source file='/a'/></disk><disk device='cdrom'/>
            <disk><source file='/b' startupPolicy='optional'/></disk>
            <serial type='file'><source path='/s'/></serial>
            </devices></domain>
            """
        let files = try DomainDocument(xml: xml).referencedFiles
        #expect(files.map(\.path) == ["/k", "/a"])
        #expect(files.map(\.role) == [.kernel, .disk])
        #expect(files.map(\.node.line) == [1, 2])
    }

    @Test(arguments: [
        ("a/../b", "b"), ("./a//b/", "a/b"), ("/../a", "/a"), ("../../a", "../../a"), ("a/..", "."), ("/", "/"),
    ])
    func pathsAreNormalised(path: String, expected: String) { #expect(FilePath.normalised(path) == expected) }
}
