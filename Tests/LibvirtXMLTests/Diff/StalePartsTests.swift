import Testing

@testable import LibvirtXML

/// What libvirt filled in for one thing is not kept for what comes in its place.
@Suite("Stale parts") struct StalePartsTests {
    private func domain(_ content: String) throws -> XMLDocument {
        try XMLDocument(xml: "<domain type='kvm'>\(content)</domain>")
    }

    private static func device(_ content: String) -> String { "<devices>\(content)</devices>" }
    private static let stored =
        "<os><type machine='pc-i440fx-7.2'>hvm</type></os><devices><disk><source file='/a'/><target dev='vda'/><address type='pci' slot='0x04'/></disk><controller type='pci' index='0' model='pci-root'/><interface type='user'><mac address='52:54:00:11:22:33'/></interface></devices>"

    /// What libvirt keeps, what a file asks for, what must be gone then, and what must be left.
    static let edits: [(host: String, file: String, gone: String, left: String)] = [
        (
            device("<graphics type='vnc' listen='127.0.0.1'><listen type='address' address='127.0.0.1'/></graphics>"),
            device("<graphics type='vnc' listen='0.0.0.0'/>"), "127.0.0.1", "address='0.0.0.0'"
        ),
        (
            device("<graphics type='vnc' listen='0.0.0.0'><listen type='address' address='0.0.0.0'/></graphics>"),
            device("<graphics type='vnc'/>"), "0.0.0.0", "vnc"
        ),
        (
            device("<graphics type='vnc' socket='/b'><listen type='socket' socket='/b'/></graphics>"),
            device("<graphics type='vnc' socket='/a'/>"), "'/b'", "socket='/a'"
        ),
        (
            device("<video><model type='qxl' ram='65536' vram='65536' vgamem='16384' heads='1'/></video>"),
            device("<video><model type='vga'/></video>"), "ram=", "type='vga'"
        ),
        (
            device("<video><model type='qxl' ram='65536' vram='65536' vgamem='16384' heads='1'/></video>"),
            device("<video><model type='vga' vram='32768'/></video>"), "vgamem", "vram='32768'"
        ),
        (
            "<os><type>hvm</type><boot dev='hd'/></os>" + device("<disk><target dev='vda'/></disk>"),
            "<os><type>hvm</type></os>" + device("<disk><target dev='vda'/><boot order='1'/></disk>"), "dev='hd'",
            "order='1'"
        ),
        (stored, "<os><type machine='q35'>hvm</type></os>" + stored.afterOS, "pci-root", "52:54:00:11:22:33"),
        (stored, "<os><type machine='q35'>hvm</type></os>" + stored.afterOS, "slot='0x04'", "machine='q35'"),
        (
            "<os><loader readonly='yes' type='pflash'>/f</loader><nvram template='/t'>/n</nvram></os>",
            "<os firmware='efi'/>", "nvram", "firmware='efi'"
        ),
        (
            "<os><loader readonly='yes' type='pflash'>/f</loader><nvram template='/t'>/n</nvram></os>",
            "<os firmware='efi'><loader secure='yes'/></os>", "pflash", "secure='yes'"
        ),
        (
            "<clock offset='variable' adjustment='10' basis='utc'/>", "<clock offset='utc'/>", "basis",
            "offset='utc'"
        ),
        (
            device("<disk><target dev='sda' bus='virtio'/><address type='pci' slot='0x04'/></disk>"),
            device("<disk><target dev='sda' bus='sata'/></disk>"), "slot", "bus='sata'"
        ),
    ]

    @Test(arguments: edits) func whatWasFilledInGoesWithWhatItWasFor(
        host: String, file: String, gone: String, left: String
    ) throws {
        let (stored, wish) = (try domain(host), try domain(file))
        let result = try #require(stored.becoming(wish))
        #expect(result.changes(asked: wish) == [])
        #expect(!result.xml.contains(gone), "\(result.xml)")
        #expect(result.xml.contains(left), "\(result.xml)")
    }

    @Test func aNewerMachineOfItsFamilyKeepsItsPlaces() throws {
        let file = Self.stored.replacing("pc-i440fx-7.2", with: "pc-i440fx-8.0")
        let result = try #require(try domain(Self.stored).becoming(domain(file.withoutAddresses)))
        #expect(result.xml.contains("slot='0x04'"))
        #expect(result.xml.contains("pc-i440fx-8.0"))
    }

    @Test(arguments: ["", "<qemu:commandline><qemu:arg value='-x'/></qemu:commandline>"])
    func namespacesAreMergedWhateverTheirPrefix(before: String) throws {
        let namespace = "http://libvirt.org/schemas/domain/qemu/1.0"
        let host = try XMLDocument(xml: "<domain xmlns:qemu='\(namespace)' type='kvm'>\(before)</domain>")
        let file = try XMLDocument(
            xml: "<domain xmlns:q='\(namespace)' type='kvm'><q:commandline><q:arg value='-y'/></q:commandline></domain>"
        )
        let result = try #require(host.becoming(file))
        #expect(result.changes(asked: file) == [])
        #expect(result.xml.contains("<qemu:arg value='-y'/>"), "\(result.xml)")
    }
}

extension String {
    /// A definition behind its `<os>`.
    fileprivate var afterOS: String { split(separator: "</os>").last.map(String.init)?.withoutAddresses ?? "" }

    fileprivate var withoutAddresses: String {
        replacing("<address type='pci' slot='0x04'/>", with: "")
            .replacing("<controller type='pci' index='0' model='pci-root'/>", with: "")
            .replacing("<mac address='52:54:00:11:22:33'/>", with: "")
    }
}
