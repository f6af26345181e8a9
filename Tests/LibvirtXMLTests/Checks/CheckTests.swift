import Quantities
import Testing

@testable import LibvirtXML

@Suite("Checks beyond the schema") struct CheckTests {
    private func findings(_ content: String, on host: HostFacts = HostFacts()) throws -> [Finding] {
        try DomainDocument(xml: "<domain type='kvm'>\n\(content)\n</domain>").check(on: host)
    }

    private static func devices(_ devices: String) -> String { "<devices>\n\(devices)\n</devices>" }

    /// A definition, and what is found in it: the line and a piece of the message.
    static let mistakes: [(String, Int, String, Finding.Kind)] = [
        (
            devices("<disk><target dev='vda'/></disk>\n<disk><target dev='vda'/></disk>"), 4,
            "'vda' is also that of line 3",
            .duplicate
        ),
        (
            devices(
                "<interface><mac address='52:54:00:0a:00:01'/></interface>\n<interface><mac address='52:54:00:0A:00:01'/></interface>"
            ),
            4, "hardware address", .duplicate
        ),
        (
            devices("<disk><target dev='vda'/><boot order='1'/></disk>\n<interface><boot order='1'/></interface>"), 4,
            "boot order 1", .duplicate
        ),
        (
            devices("<controller type='usb' index='0'/>\n<controller type='usb' index='0'/>"), 4, "controller '0 usb'",
            .duplicate
        ),
        (
            devices(
                "<disk><target dev='vda'/><address type='pci' slot='0x05'/></disk>\n<rng><address type='pci' domain='0' bus='0x00' slot='5' function='0x0'/></rng>"
            ),
            4, "pci address is also that of the <disk> in line 3", .duplicate
        ),
        (
            devices(
                "<disk><target dev='sda' bus='scsi'/><address type='drive' unit='0'/></disk>\n<disk><target dev='sdb' bus='scsi'/><address type='drive' controller='0'/></disk>"
            ),
            4, "drive address", .duplicate
        ),
        (
            devices("<filesystem><target dir='a'/></filesystem>\n<filesystem><target dir='a'/></filesystem>"), 4,
            "target 'a'", .duplicate
        ),
        (
            "<cputune><vcpupin vcpu='0' cpuset='1'/>\n<vcpupin vcpu='0' cpuset='2'/></cputune>", 3, "processor '0'",
            .duplicate
        ),
        (
            "<memory>1024</memory>\n<currentMemory unit='MiB'>2</currentMemory>", 3, "more than the memory",
            .contradiction
        ),
        ("<maxMemory unit='MiB'>1</maxMemory><memory unit='GiB'>1</memory>", 2, "can be plugged in", .contradiction),
        ("<vcpu current='4'>2</vcpu>", 2, "4 processors are to be plugged in, of 2", .contradiction),
        (
            "<vcpu>2</vcpu>\n<cpu><topology sockets='1' cores='4' threads='1'/></cpu>", 3, "4 processors, the guest 2",
            .contradiction
        ),
        (
            "<os><boot dev='hd'/></os>\n" + devices("<disk><boot order='1'/></disk>"), 2, "at the <disk> in line 4",
            .contradiction
        ),
        (
            "<vcpu>2</vcpu>\n<cputune><vcpupin vcpu='2' cpuset='0'/></cputune>", 3, "no processor of that number",
            .contradiction
        ),
        (
            "<iothreads>1</iothreads>\n" + devices("<disk><driver iothread='2'/></disk>"), 4, "no I/O thread",
            .contradiction
        ),
    ]

    @Test(arguments: mistakes)
    func aMistakeIsFoundWhereItIs(content: String, line: Int, message: String, kind: Finding.Kind) throws {
        let found = try findings(content)
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.line == line)
        #expect(found.first?.message.contains(message) == true, "\(found)")
        #expect(found.first?.kind == kind)
        #expect(found.first?.remedy?.isEmpty == false)
    }

    @Test(arguments: [
        devices("<disk><target dev='vda'/><boot order='1'/></disk><disk><target dev='vdb'/><boot order='2'/></disk>"),
        devices(
            "<controller type='usb' index='0'/><controller type='scsi' index='0'/><controller type='usb' index='0' model='ich9-uhci1'><master startport='0'/></controller>"
        ),
        devices(
            "<disk><target dev='sda' bus='sata'/><address type='drive' unit='0'/></disk><disk><target dev='hda' bus='ide'/><address type='drive' unit='0'/></disk>"
        ),
        devices(
            "<disk><address type='pci' slot='1' function='0' multifunction='on'/></disk><rng><address type='pci' slot='1' function='1'/></rng>"
        ),
        devices("<rng><address type='pci'/></rng><panic><address type='pci'/></panic>"),
        "<vcpu>8</vcpu><cpu><topology sockets='2' dies='1' cores='2' threads='2'/></cpu>",
        "<memory unit='GiB'>1</memory><currentMemory unit='MiB'>1024</currentMemory>",
        "<iothreads>2</iothreads>" + devices("<disk><driver iothread='2'/></disk>"),
        "<iothreadids><iothread id='7'/></iothreadids>" + devices("<disk><driver iothread='7'/></disk>"), "",
    ])
    func whatFitsTogetherIsNotFound(content: String) throws { #expect(try findings(content).isEmpty) }

    @Test func whatTheHostDoesNotHaveIsNamed() throws {
        let content = Self.devices(
            """
            <interface type='network'><source network='lab'/><filterref filter='f'/></interface>
            <disk type='volume'><source pool='p' volume='v'/><target dev='vda'/></disk>
            <disk type='volume'><source pool='q' volume='v'/><target dev='vdb'/></disk>
            <disk><source file='/images/a'/><auth username='u'><secret type='ceph' usage='c'/></auth><target dev='vdc'/></disk>
            <disk><source file='/images/b'/><encryption format='luks'><secret type='passphrase' uuid='1'/></encryption></disk>
            """)
        let there: Set<HostReference> = [HostReference(.pool, "p"), HostReference(.file, "/images/a", in: "disk")]
        let found = try findings(content, on: HostFacts(has: { there.contains($0) }))
        #expect(
            found.map { "\($0.line): \($0.message)" } == [
                "3: the host has no network 'lab'", "3: the host has no network filter 'f'",
                "4: the storage pool 'p' has no volume 'v'", "5: the host has no storage pool 'q'",
                "6: the host has no ceph secret for 'c'", "7: the disk /images/b is not there",
                "7: the host has no secret with UUID 1",
            ])
        #expect(found.allSatisfy { $0.kind == .missingReference && $0.remedy != nil })
        #expect(try findings(content).isEmpty)
    }

    @Test func modelsThatTheHostsQEMUDoesNotHaveAreNamed() throws {
        let capabilities = try XMLDocument(
            xml: """
                <domainCapabilities><vcpu max='4'/><cpu><mode name='custom' supported='yes'/><mode name='host-model' supported='no'/></cpu>
                <devices><disk supported='yes'><enum name='bus'><value>virtio</value><value>sata</value></enum></disk>
                <tpm supported='no'/></devices></domainCapabilities>
                """)
        let content =
            "<vcpu>5</vcpu><cpu mode='host-model'/>"
            + Self.devices(
                "<disk><target bus='ide'/></disk><disk><target bus='sata'/></disk><tpm model='tpm-tis'/><video><model type='vga'/></video>"
            )
        let found = try findings(content, on: HostFacts(capabilities: capabilities))
        #expect(
            found.map(\.message) == [
                "5 processors are more than the 4 that this machine type can have",
                "this host has no processor of mode 'host-model'", "this host's QEMU has no disk bus 'ide'",
                "this host's QEMU has no TPM 'tpm-tis'",
            ])
        #expect(found[2].allowed == ["virtio", "sata"])
    }

    @Test func aProcessorThatNobodyKnowsIsFound() throws {
        let capabilities = try XMLDocument(
            xml: """
                <domainCapabilities><cpu><mode name='custom' supported='yes'><model usable='no'>EPYC</model>
                <model usable='yes'>qemu64</model></mode></cpu></domainCapabilities>
                """)
        for (cpu, message) in [
            ("<cpu mode='custom'><model>Foo</model></cpu>", "this host knows no processor 'Foo'"),
            ("<cpu match='exact'><model>Bar</model></cpu>", "this host knows no processor 'Bar'"),
            ("<cpu><model>EPYC</model></cpu>", nil), ("<cpu><topology sockets='1' cores='1' threads='1'/></cpu>", nil),
        ] {
            let found = try findings(cpu, on: HostFacts(capabilities: capabilities))
            #expect(found.map(\.message) == [message].compactMap(\.self))
        }
    }

    @Test func moreMemoryThanTheHostHasIsFound() throws {
        let found = try findings("<memory unit='GiB'>8</memory>", on: HostFacts(memory: .gibibytes(4)))
        #expect(found.map(\.message) == ["the guest is to have 8 GiB, the whole host has 4 GiB"])
        #expect(try findings("<memory unit='GiB'>4</memory>", on: HostFacts(memory: .gibibytes(4))).isEmpty)
    }

    @Test func everyKindOfDocumentHasASchema() {
        for root in ["domain", "network", "pool", "volume", "filter", "secret", "device", "domainsnapshot"] {
            #expect(Schema.Kind(root: root) != nil)
        }
        #expect(Schema.Kind(root: "html") == nil)
    }
}
