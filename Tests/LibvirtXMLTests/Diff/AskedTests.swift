import Testing

@testable import LibvirtXML

/// What a host lacks of what a file asks for: nothing that was asked for may be taken for what libvirt fills in.
@Suite("Differences from what is asked for") struct AskedTests {
    private func domain(_ content: String, id: String = "") throws -> XMLDocument {
        try XMLDocument(xml: "<domain type='kvm'\(id)>\(content)</domain>")
    }

    private static func devices(_ content: String) -> String { "<devices>\(content)</devices>" }
    private static func disk(_ content: String) -> String {
        devices("<disk><driver type='qcow2'/><source file='/a'/>\(content)<target dev='vda'/></disk>")
    }
    private static let backing =
        "<backingStore type='file'><format type='qcow2'/><source file='/b'/><backingStore/></backingStore>"
    private static let folder = devices("<filesystem><driver type='virtiofs'/><target dir='t'/></filesystem>")

    /// What libvirt keeps, what a file asks for, and where they differ.
    static let lacking: [(host: String, file: String, path: String)] = [
        ("<os firmware='efi'/>", "<os firmware='efi'><loader secure='yes'/></os>", "os/loader"),
        ("<os firmware='efi'><loader secure='yes'/></os>", "<os firmware='efi'/>", "os/loader"),
        (
            "<os firmware='efi'/>", "<os firmware='efi'><nvram template='/t'>/n</nvram></os>",
            "os/nvram"
        ),
        (disk(""), disk("<backingStore/>"), "devices/disk[target/@dev='vda']/backingStore"),
        (disk(""), disk(backing), "devices/disk[target/@dev='vda']/backingStore"),
        (disk(backing), disk(""), "devices/disk[target/@dev='vda']/backingStore"),
        (
            disk(backing), disk(backing.replacing("'/b'", with: "'/c'")),
            "devices/disk[target/@dev='vda']/backingStore/source/@file"
        ),
        (disk(""), disk("<alias name='ua-root'/>"), "devices/disk[target/@dev='vda']/alias"),
        (
            folder, folder.replacing("<target", with: "<binary path='/v'/><target"),
            "devices/filesystem[target/@dir='t']/binary/@path"
        ),
        (
            devices("<graphics type='vnc' passwd='x'/>"),
            devices("<graphics type='vnc' passwd='x' passwdValidTo='2030-01-01T00:00:00'/>"),
            "devices/graphics[@type='vnc']/@passwdValidTo"
        ),
        ("<clock offset='utc'/>", "<clock offset='utc' adjustment='reset'/>", "clock/@adjustment"),
        (
            "<clock offset='variable' adjustment='0' basis='utc'/>", "<clock offset='variable' adjustment='10'/>",
            "clock/@adjustment"
        ),
        (
            devices("<serial type='tcp'><source mode='connect' host='h' service='1'/></serial>"),
            devices("<serial type='tcp'><source mode='connect' host='h' service='1' tls='yes'/></serial>"),
            "devices/serial[target/@port='0']/source/@tls"
        ),
        (
            devices(""), devices("<controller type='pci' index='4' model='pcie-root-port'/>"),
            "devices/controller[@type='pci'][@index='4']"
        ),
        (
            devices("<controller type='pci' index='0' model='pcie-root'/>"),
            devices("<controller type='pci' index='0' model='pcie-root'><pcihole64>1</pcihole64></controller>"),
            "devices/controller[@type='pci'][@index='0']/pcihole64"
        ),
        ("", "<resource><partition>/machine</partition></resource>", "resource"),
        (
            "<os><type>hvm</type><boot dev='hd'/></os>" + disk(""),
            "<os><type>hvm</type></os>" + disk("<boot order='1'/>"), "devices/disk[target/@dev='vda']/boot"
        ),
    ]

    @Test(arguments: lacking) func whatIsAskedForAndNotThereIsADifference(host: String, file: String, path: String)
        throws
    {
        let paths = try domain(host).changes(asked: domain(file)).map(\.path)
        #expect(paths.contains("/domain/" + path), "\(paths)")
        // While it runs without it, it lacks that just as well.
        let live = try domain(host, id: " id='1'").changes(asked: domain(file)).map(\.path)
        #expect(live.contains("/domain/" + path) || Self.isShownByRunningGuests(path, in: file), "\(live)")
    }

    /// What a running guest has although nobody asked for it says nothing of what was asked for.
    private static func isShownByRunningGuests(_ path: String, in file: String) -> Bool {
        path.hasSuffix("backingStore") && !file.contains("backingStore") || path.hasSuffix("adjustment")
    }

    @Test func anAddressedDeviceIsBootedInsteadOfTheBootOrder() throws {
        let host = try domain("<os><type>hvm</type><boot dev='hd'/></os>" + Self.disk(""))
        let file = try domain("<os><type>hvm</type></os>" + Self.disk("<boot order='1'/>"))
        #expect(host.changes(asked: file).map(\.path).contains("/domain/os/boot"))
    }

    /// What a file asks for, and what a guest shows that was started with just that.
    static let running: [(file: String, live: String)] = [
        (
            "<cpu mode='custom' match='exact'><model fallback='allow'>Nehalem</model></cpu>",
            "<cpu mode='custom' match='exact' check='full'><model fallback='forbid'>Nehalem</model><feature policy='require' name='hypervisor'/></cpu>"
        ),
        (
            "<cpu mode='custom' match='minimum'><model>qemu64</model></cpu>",
            "<cpu mode='custom' match='exact' check='full'><model fallback='forbid'>EPYC</model><feature policy='require' name='ss'/></cpu>"
        ),
        (
            "<os firmware='efi'><loader secure='yes'/></os>",
            "<os><loader readonly='yes' secure='yes' type='pflash'>/f.ms.fd</loader><nvram template='/t.fd'>/n.fd</nvram></os>"
        ),
        ("<os firmware='efi'/>", "<os><loader readonly='yes' type='pflash'>/f.fd</loader><nvram>/n.fd</nvram></os>"),
        (
            "<os firmware='efi'><firmware><feature enabled='no' name='secure-boot'/></firmware></os>",
            "<os><loader readonly='yes' type='pflash'>/f.fd</loader><nvram>/n.fd</nvram></os>"
        ),
        (disk(""), disk("<backingStore/>")),
        (
            disk(backing),
            disk(
                "<backingStore type='file' index='3'><format type='qcow2'/><source file='/b' index='2'/><backingStore/></backingStore>"
            )
        ),
        (
            disk(backing.replacing("<backingStore/>", with: "")),
            disk(backing.replacing("<backingStore/>", with: "<backingStore type='file'/>"))
        ),
        (folder, folder.replacing("<target", with: "<binary path='/usr/lib/virtiofsd'/><target")),
        (
            devices("<serial type='pty'/><console type='pty'><target type='virtio'/></console>"),
            devices(
                "<serial type='pty'/><console type='pty'><target type='serial' port='0'/></console><console type='pty'><target type='virtio' port='0'/></console>"
            )
        ),
        (
            "<memory>393216</memory>"
                + devices(
                    "<memory model='virtio-mem'><target><size>262144</size><requested>131072</requested></target></memory>"
                ),
            "<memory>393216</memory><currentMemory>131072</currentMemory>"
                + devices(
                    "<memory model='virtio-mem'><target><size>262144</size><requested>131072</requested><current>0</current></target></memory>"
                )
        ),
        ("<clock offset='variable' adjustment='0'/>", "<clock offset='variable' adjustment='3600' basis='utc'/>"),
        ("", "<resource><partition>/machine</partition></resource>"),
    ]

    @Test(arguments: running) func whatARunningGuestShowsIsNoDifference(file: String, live: String) throws {
        let (wish, guest) = (try domain(file), try domain(live, id: " id='7'"))
        #expect(guest.changes(asked: wish).map(\.description) == [])
        #expect(wish.changes(to: guest).map(\.description) == [])
    }

    @Test func aFileThatWasPrintedFromARunningGuestIsAFile() throws {
        let file = try domain(Self.disk(""), id: " id='3'")
        let paths = try domain(Self.disk("<backingStore/>"), id: " id='7'").changes(asked: file).map(\.path)
        #expect(!paths.contains { $0.contains("backingStore") }, "\(paths)")
    }

    @Test func aGuestThatRunsWithoutSecureBootLacksIt() throws {
        let live = try domain("<os><loader readonly='yes' type='pflash'>/f</loader></os>", id: " id='1'")
        let changes = try live.changes(asked: domain("<os firmware='efi'><loader secure='yes'/></os>"))
        #expect(changes.map(\.path) == ["/domain/os/loader/@secure"])
    }

    @Test func firmwareThatIsFoundAndFirmwareThatIsNamedDiffer() throws {
        let named = try domain("<os><loader readonly='yes' type='pflash'>/f</loader></os>")
        let found = try domain("<os firmware='efi'/>")
        #expect(Set(named.changes(asked: found).map(\.path)) == ["/domain/os/@firmware", "/domain/os/loader"])
        #expect(Set(found.changes(asked: named).map(\.path)) == ["/domain/os/@firmware", "/domain/os/loader"])
    }

    /// What a file says, and how libvirt keeps it.
    static let kept: [(file: String, host: String)] = [
        (
            devices("<rng><address type='pci' bus='0x00' slot='0x09' function='0x0'/></rng>"),
            devices("<rng><address type='pci' domain='0x0000' bus='0x00' slot='0x09' function='0x0'/></rng>")
        ),
        ("<seclabel type='none'/>", "<seclabel type='none' model='none'/>"),
        ("<clock offset='variable'/>", "<clock offset='variable' adjustment='0' basis='utc'/>"),
        (
            "<os><loader type='pflash' readonly='yes'>/f</loader></os>",
            "<os><loader type='pflash' readonly='yes'>/f</loader><nvram template='/t'>/n</nvram></os>"
        ),
        (
            devices(""),
            devices(
                "<controller type='pci' index='1' model='pcie-root-port'><model name='pcie-root-port'/><target chassis='1' port='0x10'/><address type='pci' slot='0x02'/></controller>"
            )
        ),
    ]

    @Test(arguments: kept) func whatLibvirtAddsToWhatIsAskedForIsNoDifference(file: String, host: String) throws {
        let (wish, stored) = (try domain(file), try domain(host))
        #expect(stored.changes(asked: wish).map(\.description) == [])
        #expect(stored.changes(to: wish).map(\.description) == [])
    }

    @Test func whatAVolumeTakesUpIsNoDifference() throws {
        let file = try XMLDocument(xml: "<volume><capacity>4096</capacity><allocation>0</allocation></volume>")
        let host = try XMLDocument(xml: "<volume><capacity>4096</capacity><allocation>8192</allocation></volume>")
        #expect(host.changes(asked: file) == [])
    }
}
