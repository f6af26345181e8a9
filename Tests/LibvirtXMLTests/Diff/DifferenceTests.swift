import Testing

@testable import LibvirtXML

@Suite("Differences") struct DifferenceTests {
    private func changes(_ before: String, _ after: String) throws -> [String] {
        try XMLDocument(xml: before).changes(to: XMLDocument(xml: after)).map(\.description)
    }

    /// Two ways to write the same, within `<domain type='kvm'>`.
    static let equals = [
        ("<memory unit='GiB'>1</memory>", "<memory>1048576</memory>"),
        ("<memory unit='KB'>1000</memory>", "<memory unit='bytes'> 1000000 </memory>"),
        ("<memory unit='b'>1025</memory>", "<memory unit='KiB'>2</memory>"),
        ("<vcpu>02</vcpu>", "<vcpu placement='static' current='2'>2</vcpu>"),
        ("", "<vcpu>1</vcpu>"),
        ("<vcpu cpuset='0-3,^2'>1</vcpu>", "<vcpu cpuset='0,1,3'>1</vcpu>"),
        ("<uuid>6695EB01f6a4830479aa97f2502e193f</uuid>", "<uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>"),
        ("<memory>4096</memory>", "<memory>4096</memory><currentMemory>4096</currentMemory>"),
        (
            "<os><type>hvm</type></os>",
            "<os><type arch='x86_64' machine='pc-i440fx-7.2'>hvm</type><boot dev='hd'/></os>"
        ),
        ("<os><type machine='q35'>hvm</type></os>", "<os><type machine='pc-q35-8.0'>hvm</type></os>"),
        ("", "<on_poweroff>destroy</on_poweroff><on_reboot>restart</on_reboot><clock offset='utc'/>"),
        ("<features><acpi/><pae/></features>", "<!-- c --><features>\n<pae/><acpi/></features>"),
        ("<features><smm/></features>", "<features><smm state='yes'/></features>"),
        (
            "<iothreads>2</iothreads>",
            "<iothreads>2</iothreads><iothreadids><iothread id='2'/><iothread id='1'/></iothreadids>"
        ),
        ("", "<seclabel type='dynamic' model='dac' relabel='yes'><label>+1:+1</label></seclabel>"),
        ("", "<cpu mode='custom' match='exact' check='none'><model fallback='forbid'>qemu64</model></cpu>"),
        (
            "<cpu mode='host-model'><topology sockets='1' cores='2' threads='1'/></cpu>",
            "<cpu mode='custom' match='exact' check='full'><model fallback='forbid'>EPYC</model><vendor>AMD</vendor><topology sockets='1' dies='1' cores='2' threads='1'/><feature policy='require' name='x'/></cpu>"
        ),
        ("", "<devices><memballoon model='virtio'/><input type='mouse' bus='ps2'/></devices>"),
        ("<title>a b</title>", "<title>\n a b </title>"),
    ]

    @Test(arguments: equals) func whatMeansTheSameIsNoDifference(first: String, second: String) throws {
        let (before, after) = ("<domain type='kvm'>\(first)</domain>", "<domain type=\"kvm\">\n\(second)\n</domain>")
        #expect(try changes(before, after).isEmpty)
        #expect(try changes(after, before).isEmpty)
    }

    /// Two ways to write the same device.
    static let equalDevices = [
        (
            "<disk><source file='/a'/><target dev='vda'/></disk>",
            "<disk device='disk' type='file'><driver name='qemu' type='raw'/><target bus='virtio' dev='vda'/><source index='1' file='/a'/><alias name='virtio-disk0'/><address type='pci' slot='0x05'/></disk>"
        ),
        (
            "<disk device='cdrom'><target dev='hda'/></disk>",
            "<disk device='cdrom' type='file'><readonly/><target dev='hda' bus='ide'/></disk><controller type='ide' index='0'/>"
        ),
        (
            "<interface type='user'><model type='virtio'/></interface>",
            "<interface type='user'><mac address='52:54:00:26:9b:75'/><target dev='testnet0'/><model type='virtio'/></interface>"
        ),
        (
            "<interface type='network'><source network='n'/></interface>",
            "<interface type='network'><mac address='52:54:00:26:9b:75'/><source network='n' portid='x' bridge='virbr0'/><target dev='vnet1'/><model type='rtl8139'/><alias name='net0'/></interface>"
        ),
        (
            "<interface type='network'><mac address='52:54:00:26:9B:75'/><source network='n'/><vlan><tag id='1'/></vlan></interface>",
            "<interface type='bridge'><mac address='52:54:00:26:9b:75'/><source network='n' portid='x' bridge='br0'/><vlan><tag id='1'/></vlan><virtualport type='openvswitch'/></interface>"
        ),
        (
            "<serial type='pty'/>",
            "<serial type='pty'><source path='/dev/pts/0'/><target type='isa-serial' port='0'><model name='isa-serial'/></target></serial><console type='pty' tty='/dev/pts/0'><source path='/dev/pts/0'/><target type='serial' port='0'/></console>"
        ),
        ("<console type='pty'/>", "<serial type='pty'/><console type='pty'><target type='serial'/></console>"),
        (
            "<graphics type='vnc'/>",
            "<graphics type='vnc' port='5900' autoport='yes' listen='127.0.0.1'><listen type='address' address='127.0.0.1'/></graphics><video><model type='cirrus' vram='16384' heads='1' primary='yes'/></video><audio id='1' type='none'/>"
        ),
        (
            "<graphics type='vnc' listen='::1'/>",
            "<graphics type='vnc' port='-1'><listen type='address' address='0:0::1'/></graphics>"
        ),
        (
            "<hostdev type='pci'><source><address bus='0x0a' slot='0x1' function='0x0'/></source></hostdev>",
            "<hostdev mode='subsystem' type='pci' managed='no'><driver name='vfio'/><source><address domain='0' bus='10' slot='1' function='0'/></source></hostdev>"
        ),
        (
            "<channel type='unix'><target type='virtio' name='a'/></channel>",
            "<channel type='unix'><source mode='bind' path='/var/lib/libvirt/qemu/channel/target/domain-1-x/a'/><target type='virtio' name='a' state='disconnected'/></channel><controller type='virtio-serial' index='0'/>"
        ),
        (
            "<disk><target dev='vda'/></disk><disk><target dev='vdb'/></disk>",
            "<disk><target dev='vdb'/></disk><disk><target dev='vda'/></disk>"
        ),
        (
            "<tpm><backend type='emulator'/></tpm>",
            "<tpm model='tpm-tis'><backend type='emulator' version='2.0'/></tpm>"
        ),
    ]

    @Test(arguments: equalDevices) func whatLibvirtFillsInIsNoDifference(first: String, second: String) throws {
        func domain(_ devices: String) -> String {
            "<domain type='qemu'><os><type>hvm</type></os><devices>\(devices)</devices></domain>"
        }
        #expect(try changes(domain(first), domain(second)).isEmpty)
        #expect(try changes(domain(second), domain(first)).isEmpty)
    }

    private static let disk = "/domain/devices/disk[target/@dev='vda']"

    /// What stands before, what stands after, and the one change.
    static let differences = [
        ("<name>a</name>", "<name>b</name>", "/domain/name: a → b", Change.Effect.recreation),
        (
            "<memory unit='GiB'>1</memory><currentMemory>4</currentMemory>",
            "<memory unit='GiB'>2</memory><currentMemory>4</currentMemory>", "/domain/memory: 1 GiB → 2 GiB", .nextBoot
        ),
        (
            "<memory>8</memory>", "<memory>8</memory><currentMemory>4</currentMemory>",
            "/domain/currentMemory: 8 KiB → 4 KiB", .now
        ),
        ("<vcpu>2</vcpu>", "<vcpu current='1'>2</vcpu>", "/domain/vcpu/@current: 2 → 1", .now),
        ("<name>01</name>", "<name>1</name>", "/domain/name: 01 → 1", .recreation),
        ("", "<description>d</description>", "/domain/description: nothing → d", .cosmetic),
        ("", "<features><acpi/></features>", "/domain/features/acpi: nothing → <acpi/>", .nextBoot),
        (
            "<cputune><shares>1</shares></cputune>", "<cputune><shares>2</shares></cputune>",
            "/domain/cputune/shares: 1 → 2", .now
        ),
        (
            "<os><boot dev='hd'/><boot dev='cdrom'/></os>", "<os><boot dev='cdrom'/><boot dev='hd'/></os>",
            "/domain/os/boot: hd, cdrom → cdrom, hd", .nextBoot
        ),
        (
            "<os><type machine='pc-q35-6.0'>hvm</type></os>", "<os><type machine='pc-q35-7.2'>hvm</type></os>",
            "/domain/os/type/@machine: pc-q35-6.0 → pc-q35-7.2", .nextBoot
        ),
        (
            "<devices/>", "<devices><memballoon model='none'/></devices>",
            "/domain/devices/memballoon/@model: virtio → none", .nextBoot
        ),
        (
            "<devices><interface type='user'/></devices>",
            "<devices><interface type='user'><model type='virtio'/></interface></devices>",
            "/domain/devices/interface/model/@type: rtl8139 → virtio", .nextBoot
        ),
        (
            "<devices><disk><target dev='vda'/></disk></devices>",
            "<devices><disk><driver cache='none'/><target dev='vda'/></disk></devices>",
            disk + "/driver/@cache: nothing → none", .nextBoot
        ),
        (
            "<devices><disk><target dev='vda'/></disk></devices>",
            "<devices><disk><target dev='vda'/><iotune><read_iops_sec>5</read_iops_sec></iotune></disk></devices>",
            disk + "/iotune/read_iops_sec: nothing → 5", .now
        ),
        (
            "<devices><disk><source file='/a'/><target dev='vda'/></disk></devices>",
            "<devices><disk><source file='/a'/><target dev='vdb' bus='virtio'/></disk></devices>",
            disk + "/target/@dev: vda → vdb", .nextBoot
        ),
        (
            "<devices><disk device='cdrom'><target dev='sda'/></disk></devices>",
            "<devices><disk device='cdrom'><source file='/a'/><target dev='sda'/></disk></devices>",
            "/domain/devices/disk[target/@dev='sda']/source: nothing → <source file='/a'/>", .now
        ),
        (
            "<devices><disk><target dev='vda'/></disk></devices>", "<devices/>",
            disk + ": <disk><target dev='vda'/></disk> → nothing", .now
        ),
        (
            "<devices/>", "<devices><disk><target dev='hda'/></disk></devices>",
            "/domain/devices/disk[target/@dev='hda']: nothing → <disk><target dev='hda'/></disk>", .nextBoot
        ),
        (
            "<devices><interface type='user'><mac address='1'/></interface></devices>",
            "<devices><interface type='user'><mac address='2'/></interface></devices>",
            "/domain/devices/interface[mac/@address='1']/mac/@address: 1 → 2", .nextBoot
        ),
        (
            "<devices><interface type='user'/></devices>",
            "<devices><interface type='network'><source network='n'/></interface><interface type='user'/></devices>",
            "/domain/devices/interface[1]: nothing → <interface type='network'><source network='n'/></interface>", .now
        ),
        (
            "<devices><graphics type='vnc'/></devices>", "<devices><graphics type='vnc' port='5901'/></devices>",
            "/domain/devices/graphics[@type='vnc']/@autoport: yes → no", .nextBoot
        ),
        (
            "<devices><controller type='usb' index='0' model='piix3-uhci'/></devices>",
            "<devices><controller type='usb' index='0' model='none'/></devices>",
            "/domain/devices/controller[@type='usb'][@index='0']/@model: piix3-uhci → none", .nextBoot
        ),
        ("<unknown a='1'/>", "<unknown a='2'/>", "/domain/unknown/@a: 1 → 2", .nextBoot),
    ]

    @Test(arguments: differences)
    func aRealChangeIsReportedOnce(before: String, after: String, change: String, effect: Change.Effect) throws {
        func domain(_ content: String) throws -> XMLDocument {
            try XMLDocument(xml: "<domain type='kvm'>\(content)</domain>")
        }
        var found = try domain(before).changes(to: domain(after))
        // A fixed port comes with its number.
        if change.contains("autoport") { found.removeAll { $0.path.hasSuffix("/@port") } }
        #expect(found.map(\.description) == [change])
        #expect(found.first?.effect == effect)
    }

    @Test func documentsOfTwoKindsDifferInTheirKind() throws {
        #expect(try changes("<domain/>", "<network/>") == ["/domain: domain → network"])
    }

    @Test func foreignNamespacesAreComparedWhateverTheirPrefix() throws {
        func domain(_ prefix: String, _ value: String) -> String {
            "<domain xmlns:\(prefix)='http://libvirt.org/schemas/domain/qemu/1.0'><\(prefix):commandline><\(prefix):arg value='\(value)'/></\(prefix):commandline></domain>"
        }
        #expect(try changes(domain("qemu", "-x"), domain("q", "-x")).isEmpty)
        // An argument is text under any prefix, also where it looks like a number or a switch.
        #expect(try changes(domain("qemu", "0x10"), domain("q", "0x10")).isEmpty)
        #expect(try !changes(domain("q", "on"), domain("q", "yes")).isEmpty)
        #expect(
            try changes(domain("qemu", "-x"), domain("q", "-y")) == [
                "/domain/qemu:commandline/qemu:arg/@value: -x → -y"
            ])
    }
}
