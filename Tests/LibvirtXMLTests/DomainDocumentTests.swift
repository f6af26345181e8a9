import FoundationEssentials
import Quantities
import Testing

@testable import LibvirtXML

@Suite("Domain documents") struct DomainDocumentTests {
    @Test func everyFieldIsRead() throws {
        let document = try DomainDocument(xml: TestDocuments.web)
        #expect(document.type == .kvm)
        #expect(document.name == "web")
        #expect(document.memory == .mebibytes(512))
        #expect(document.vcpus == 2)
        #expect(document.currentVCPUs == 1)
        #expect(document.os.kernel == "/boot/vmlinuz")
        #expect(document.os.commandLine == "console=ttyS0 a=\"b\" & c")
        #expect(document.os.architecture == "x86_64")
        #expect(document.os.machine == "q35")
        #expect(document.uuid == nil)
        #expect(document.disks[0].format == "qcow2")
        #expect(document.disks[0].bus == .virtio)
        #expect(!document.disks[0].isReadOnly)
        #expect(document.interfaces.map(\.source) == ["default"])
        #expect(document.devices.map(\.kind) == ["disk", "interface", "serial"])
        #expect(document.devices.map(\.model) == ["virtio", "virtio", nil])
    }

    struct Edit: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let old: String
        let new: String
        let change: @Sendable (inout DomainDocument) -> Void

        init(_ name: String, _ old: String, _ new: String, _ change: @escaping @Sendable (inout DomainDocument) -> Void)
        {
            (testDescription, self.old, self.new, self.change) = (name, old, new, change)
        }
    }

    static let edits = [
        Edit("type", "type='kvm'", "type='qemu'") { $0.type = .qemu },
        Edit("unknown type", "type='kvm'", "type='new'") { $0.type = "new" },
        Edit("name", ">web<", ">db &amp; co<") { $0.name = "db & co" },
        Edit("title", "DNS -->", "DNS -->\n  <title>T</title>") { $0.title = "T" },
        Edit("memory in its unit", ">512<", ">2048<") { $0.memory = .gibibytes(2) },
        Edit("memory in a finer unit", "'MiB'>512", "'KiB'>524289") { $0.memory = .kibibytes(524_289) },
        Edit("memory in bytes", "'MiB'>512", "'bytes'>1") { $0.memory = .bytes(1) },
        Edit("new amount", "</memory>", "</memory>\n  <currentMemory unit='MiB'>256</currentMemory>") {
            $0.currentMemory = .mebibytes(256)
        },
        Edit("vcpus", ">2</vcpu>", ">4</vcpu>") { $0.vcpus = 4 },
        Edit("no current vcpus", "<vcpu current=\"1\">", "<vcpu>") { $0.currentVCPUs = nil },
        Edit("kernel", "/boot/vmlinuz", "/k") { $0.os.kernel = "/k" },
        Edit("no kernel", "\n    <kernel>/boot/vmlinuz</kernel>", "") { $0.os.kernel = nil },
        Edit("initrd", "</kernel>", "</kernel>\n    <initrd>/i</initrd>") { $0.os.initrd = "/i" },
        Edit("machine", "\"q35\"", "\"pc\"") { $0.os.machine = "pc" },
        Edit("firmware", "<os>", "<os firmware='efi'>") { $0.os.firmware = "efi" },
        Edit("cpu", "</os>", "</os>\n  <cpu mode='host-model'/>") { $0.cpu.mode = .hostModel },
        Edit("disk source", "/images/web.qcow2", "/x") { $0.disks[0].source = "/x" },
        Edit("disk format", "'qcow2'", "'raw'") { $0.disks[0].format = "raw" },
        Edit("disk bus", "bus='virtio'", "bus='ide'") { $0.disks[0].bus = .ide },
        Edit("read-only", "bus='virtio'/>", "bus='virtio'/>\n      <readonly/>") { $0.disks[0].isReadOnly = true },
        Edit("mac", "<interface type=\"network\">", "<interface type=\"network\">\n      <mac address='0'/>") {
            $0.interfaces[0].mac = "0"
        },
        Edit("model", "<model type=\"virtio\"", "<model type=\"e1000\"") { $0.interfaces[0].model = "e1000" },
    ]

    @Test(arguments: edits) func anEditChangesOneTextAndNothingElse(_ edit: Edit) throws {
        var document = try DomainDocument(xml: TestDocuments.web)
        let parts = TestDocuments.web.ranges(of: edit.old)
        let range = try #require(parts.count == 1 ? parts.first : nil)
        edit.change(&document)
        var expected = TestDocuments.web
        expected.replaceSubrange(range, with: edit.new)
        #expect(document.xml == expected)
    }

    @Test(arguments: [
        ("<memory>1048576</memory>", UInt64(1) << 30), ("<memory unit='KiB'> 4 </memory>", 4096),
        ("<memory unit='b'>5</memory>", 5), ("<memory unit='KB'>3</memory>", 3000),
        ("<memory unit='G'>1</memory>", 1 << 30),
        ("<memory unit='TiB'>1</memory>", 1 << 40),
    ])
    func memoryFollowsLibvirtsUnits(xml: String, bytes: UInt64) throws {
        #expect(try DomainDocument(xml: "<domain>\(xml)</domain>").memory?.bytes == bytes)
    }

    @Test(arguments: ["<memory unit='x'>1</memory>", "<memory>many</memory>", "<memory unit='EiB'>99</memory>", ""])
    func anAmountThatIsNoneReadsAsNil(xml: String) throws {
        #expect(try DomainDocument(xml: "<domain>\(xml)</domain>").memory == nil)
    }

    @Test func memoryWithoutAUnitStaysWithoutOne() throws {
        var document = try DomainDocument(xml: "<domain><memory>1024</memory></domain>")
        document.memory = .mebibytes(2)
        #expect(document.xml == "<domain><memory>2048</memory></domain>")
    }

    @Test func aUUIDIsReadWithAndWithoutHyphens() throws {
        let uuid = try #require(UUID(uuidString: "6695eb01-f6a4-8304-79aa-97f2502e193f"))
        for text in ["6695eb01-f6a4-8304-79aa-97f2502e193f", " 6695EB01f6a4830479aa97f2502e193f\n"] {
            #expect(try DomainDocument(xml: "<domain><uuid>\(text)</uuid></domain>").uuid == uuid)
        }
        var document = try DomainDocument(xml: "<domain/>")
        document.uuid = uuid
        #expect(document.node.value("uuid") == "6695eb01-f6a4-8304-79aa-97f2502e193f")
    }

    @Test func disksAreAddedAndRemoved() throws {
        var document = try DomainDocument(xml: TestDocuments.web)
        document.disks.append(
            .disk(file: "/d.iso", format: "raw", target: "sda", bus: .sata, device: .cdrom, isReadOnly: true))
        try document.disks.append(xml: "<disk type='block'><source dev='/dev/sdb'/><target dev='vdc'/></disk>")
        #expect(document.disks.map(\.source) == ["/images/web.qcow2", "/d.iso", "/dev/sdb"])
        #expect(document.disks[1].isReadOnly && document.disks[1].device == .cdrom)
        document.disks.removeAll { $0.device == .cdrom }
        document.disks.remove(at: 1)
        #expect(document.xml == TestDocuments.web)
    }

    @Test func theFirstDeviceMakesItsParent() throws {
        var document = try DomainDocument(xml: "<domain>\n  <name>x</name>\n</domain>\n")
        document.interfaces.append(.interface(.user, model: "e1000"))
        #expect(
            document.xml == """
                <domain>
                  <name>x</name>
                  <devices>
                    <interface type='user'>
                      <model type='e1000'/>
                    </interface>
                  </devices>
                </domain>

                """)
    }

    @Test func assigningADiskTakesItsElementOver() throws {
        let other = try DomainDocument(
            xml: "<domain><devices><disk type='dir'><source dir='/d'/></disk></devices></domain>")
        var document = try DomainDocument(xml: TestDocuments.web)
        document.disks[0] = other.disks[0]
        #expect(document.name == "web")
        #expect(document.disks.map(\.source) == ["/d"])
        document.disks = try DomainDocument(xml: TestDocuments.web).disks
        #expect(document.disks.map(\.target) == ["vda"])
        document.os = try DomainDocument(xml: "<domain><os><kernel>/k</kernel></os></domain>").os
        #expect(document.os.kernel == "/k" && document.os.machine == nil)
    }

    @Test func anotherKindOfDocumentIsRefused() {
        let error = #expect(throws: XMLError.self) { try DomainDocument(xml: "\n<network/>") }
        #expect(error?.code == .wrongRoot)
        #expect(error?.message == "this is a <network>, not a <domain>")
        #expect(error?.line == 2)
    }
}
