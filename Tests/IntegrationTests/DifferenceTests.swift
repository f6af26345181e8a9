import Foundation
import Libvirt
import LibvirtXML
import Testing
import TestSupport

extension RealGuests {
    /// What counts as a difference, held against what libvirt really makes of a definition.
    @Suite("Differences") struct DifferenceTests {
        static let prefix = "strata-difference"

        /// Defines each definition under a name of ours, and compares what libvirt made of it with what was written.
        private func compare(_ definitions: [DomainDocument]) async throws {
            try await RealGuests.withGuests(Self.prefix) { host in
                for definition in definitions {
                    var written = definition
                    written.name = Self.prefix
                    let guest = try await host.define(written.xml)
                    let read = try DomainDocument(xml: try await guest.xml([.inactive, .secure]))
                    #expect(written.changes(to: read).map(\.description) == [], "\(written.xml)")
                    #expect(read.changes(to: written).map(\.description) == [], "\(written.xml)")
                    #expect(read.changes(asked: written).map(\.description) == [], "\(written.xml)")
                    try await guest.undefine([.nvram])
                }
            }
        }

        @Test func theExamplesComeBackWithoutADifference() async throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: RealGuests.domains.path)
            let files = names.filter { $0.hasSuffix(".xml") }
            #expect(files.count >= 6)
            try await compare(
                files.map {
                    try DomainDocument(contentsOf: RealGuests.domains.appending(path: $0).path).resolvingPaths()
                })
        }

        @Test(arguments: ["pc", "q35"]) func everyDeviceComesBackWithoutADifference(machine: String) async throws {
            try await compare(
                WrittenDevices.all.map { devices in
                    try DomainDocument(
                        xml: """
                            <domain type='qemu'><name>x</name><memory unit='MiB'>64</memory><iothreads>1</iothreads>
                            <os><type machine='\(machine)'>hvm</type></os><devices>\(devices)</devices></domain>
                            """)
                }.filter {
                    machine == "pc"
                        ? !$0.xml.contains("pcie") && !$0.xml.contains("iommu")
                        : !$0.xml.contains("'pci-root'") && !$0.xml.contains("controller type='ide'")
                })
        }

        @Test(arguments: general) func theGeneralPartComesBackWithoutADifference(content: String) async throws {
            try await compare([
                DomainDocument(xml: "<domain type='qemu'><name>x</name>\(content)</domain>")
            ])
        }

        static let general = [
            "<memory unit='MB'>100</memory><os><type>hvm</type></os>",
            "<memory unit='GiB'>1</memory><currentMemory unit='MiB'>512</currentMemory><vcpu current='1'>4</vcpu><os><type machine='q35'>hvm</type><boot dev='cdrom'/><boot dev='hd'/><bootmenu enable='yes'/></os><features><acpi/><hyperv><relaxed state='on'/></hyperv></features><cpu mode='host-passthrough'/><clock offset='localtime'><timer name='hpet' present='no'/></clock>",
            "<maxMemory slots='4' unit='GiB'>4</maxMemory><memory>1</memory><vcpu>4</vcpu><iothreads>2</iothreads><os><type>hvm</type></os><features><acpi/></features><cpu><topology sockets='1' cores='4' threads='1'/><numa><cell cpus='0-1' memory='256' unit='MiB'/><cell cpus='2,3' memory='262144'/></numa></cpu><cputune><shares>2048</shares><vcpupin vcpu='0' cpuset='0,1'/></cputune><numatune><memory mode='strict' nodeset='0'/></numatune><memtune><hard_limit unit='GiB'>2</hard_limit></memtune><genid/><devices><memory model='dimm'><target><size unit='MiB'>128</size><node>0</node></target></memory></devices>",
            "<title>T</title><description> D d\n</description><metadata><x:a xmlns:x='urn:x'><x:b v='1'/></x:a></metadata><memory>262144</memory><vcpu placement='static' cpuset='0,1'>1</vcpu><sysinfo type='smbios'><system><entry name='serial'>0012</entry></system></sysinfo><os><type>hvm</type><smbios mode='sysinfo'/></os><pm><suspend-to-mem enabled='no'/></pm><perf><event name='cmt' enabled='no'/></perf><on_reboot>destroy</on_reboot><features><acpi/><pae/></features><cpu mode='custom' match='exact'><model>Nehalem</model><feature policy='require' name='vmx'/></cpu>",
            "<memory>262144</memory><os firmware='efi'><type machine='q35'>hvm</type></os><features><acpi/></features><cpu mode='host-model'/><blkiotune><weight>800</weight></blkiotune><memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking><devices><filesystem><driver type='virtiofs'/><source dir='/a'/><target dir='b'/></filesystem></devices>",
            "<memory>262144</memory><os><type>hvm</type></os><seclabel type='static' model='dac' relabel='no'><label>+0:+0</label></seclabel>",
        ]

        /// A running guest shows far more than was written.
        @Test(arguments: ["pc", "q35"]) func aRunningGuestHasNoDifference(machine: String) async throws {
            try await withTemporaryFolder { folder in
                let disk = try folder.file("disk.img", String(repeating: "0", count: 1 << 16))
                let other = try folder.file("other.img", String(repeating: "0", count: 1 << 16))
                let written = try DomainDocument(
                    xml: """
                        <domain type='qemu'><name>\(Self.prefix)</name><memory unit='MiB'>128</memory><vcpu>2</vcpu>
                        <iothreads>2</iothreads><os><type machine='\(machine)'>hvm</type></os><features><acpi/></features>
                        <cpu mode='host-model'/>
                        <devices>
                        <disk><source file='\(disk)'/><target dev='vda'/></disk>
                        <disk device='cdrom'><target dev='sda' bus='scsi'/></disk>
                        <interface type='user'/><serial type='pty'/>
                        <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
                        <graphics type='vnc'/><rng model='virtio'><backend model='random'/></rng>
                        <watchdog model='i6300esb'/><input type='tablet'/>
                        </devices></domain>
                        """)
                try await RealGuests.withGuests(Self.prefix) { host in
                    let guest = try await host.define(written.xml)
                    try await guest.start()
                    let live = try DomainDocument(xml: try await guest.xml([]))
                    #expect(written.changes(to: live).map(\.description) == [])
                    #expect(live.changes(to: written).map(\.description) == [])
                    #expect(live.changes(asked: written).map(\.description) == [])
                    let kept = try DomainDocument(xml: try await guest.xml(.inactive))
                    #expect(kept.changes(to: live).map(\.description) == [])
                    // A change of the running guest alone is one difference.
                    try await guest.attachDevice(
                        "<disk><source file='\(other)'/><target dev='vdz'/></disk>", .live)
                    let changed = try DomainDocument(xml: try await guest.xml([]))
                    let changes = kept.changes(to: changed)
                    #expect(changes.map(\.path) == ["/domain/devices/disk[target/@dev='vdz']"])
                    #expect(changes.map(\.effect) == [.now])
                }
            }
        }
    }
}
