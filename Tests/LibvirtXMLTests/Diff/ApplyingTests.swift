import Testing

@testable import LibvirtXML

/// Changes can be made, and nothing else is touched then.
@Suite("Making changes") struct ApplyingTests {
    private static let stored = """
        <domain type='kvm'>
          <name>web</name>
          <uuid>c7a5fdbd-cdaf-9455-926a-d65c16db1809</uuid>
          <memory unit='KiB'>524288</memory>
          <currentMemory unit='KiB'>524288</currentMemory>
          <vcpu placement='static'>2</vcpu>
          <os>
            <type arch='x86_64' machine='pc-q35-7.2'>hvm</type>
            <boot dev='hd'/>
          </os>
          <devices>
            <disk type='file' device='disk'>
              <driver name='qemu' type='qcow2'/>
              <source file='/images/a.qcow2'/>
              <target dev='vda' bus='virtio'/>
              <address type='pci' domain='0x0000' bus='0x04' slot='0x00' function='0x0'/>
            </disk>
            <controller type='pci' index='0' model='pcie-root'/>
            <interface type='user'>
              <mac address='52:54:00:11:22:33'/>
              <model type='virtio'/>
              <address type='pci' domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
            </interface>
            <memballoon model='virtio'/>
          </devices>
        </domain>

        """

    /// A file that says less, and other things.
    @Test(arguments: [
        ("<memory unit='KiB'>524288</memory>", "<memory unit='GiB'>1</memory>", "<memory unit='GiB'>1</memory>"),
        ("<vcpu placement='static'>2</vcpu>", "<vcpu>4</vcpu>", "<vcpu placement='static'>4</vcpu>"),
        ("type='qcow2'/>", "type='qcow2' cache='none'/>", "type='qcow2' cache='none'/>"),
        ("<boot dev='hd'/>", "<boot dev='network'/>\n<boot dev='hd'/>", "<boot dev='network'/>\n    <boot dev='hd'/>"),
        ("  <devices>", "<title>The web</title><devices>", "<title>The web</title>"),
        ("<memballoon model='virtio'/>", "<memballoon model='none'/>", "<memballoon model='none'/>"),
        (
            "<target dev='vda' bus='virtio'/>",
            "<target dev='vda' bus='virtio'/><iotune><total_iops_sec>9</total_iops_sec></iotune>", "<iotune>"
        ),
    ]) func aChangeIsMadeAndWhatLibvirtFilledInStays(old: String, new: String, written: String) throws {
        let stored = try XMLDocument(xml: Self.stored)
        let file = try XMLDocument(xml: Self.file(Self.stored.replacing(old, with: new)))
        let changes = stored.changes(to: file)
        #expect(!changes.isEmpty)
        let result = try #require(stored.applying(changes, from: file))
        #expect(result.changes(to: file) == [])
        #expect(result.xml.contains(written), "\(result.xml)")
        for kept in ["c7a5fdbd", "52:54:00:11:22:33", "pc-q35-7.2", "bus='0x01'", "pcie-root"] {
            #expect(result.xml.contains(kept))
        }
    }

    /// What a person would write, without what libvirt fills in.
    private static func file(_ text: String) -> String {
        text.split(separator: "\n").filter { line in
            !["<uuid", "<address", "<mac ", "<controller"].contains { line.contains($0) }
        }.joined(separator: "\n").replacing("pc-q35-7.2", with: "q35")
    }

    @Test(arguments: DifferencePropertyTests.edits.map(\.path)) func everyEditOfARandomDefinitionCanBeMade(
        path: String
    ) throws {
        let value = try #require(DifferencePropertyTests.edits.first { $0.path == path }?.value)
        for seed in UInt64(1)...10 {
            var generator = RandomDomain(seed: seed)
            let original = try DomainDocument(xml: generator.document())
            let place = ValuePath(path)
            guard let element = original.node.first(place.elements) else { continue }
            var edited = original
            if let attribute = place.attribute {
                edited.document.setAttribute(attribute, to: value, of: element.id)
            } else {
                edited.document.setText(value, of: element.id)
            }
            let wanted = try XMLDocument(xml: generator.disguised(edited.document))
            let changes = original.document.changes(to: wanted)
            let result = original.document.applying(changes, from: wanted)
            #expect(result?.changes(to: wanted) == [], "seed \(seed): \(changes)")
            let merged = original.document.becoming(wanted)
            #expect(merged?.changes(to: wanted) == [])
            // What was filled in for another machine or model goes with it.
            if !["os/type/@machine", "devices/video/model/@type"].contains(path) { #expect(merged == result) }
        }
    }

    @Test(arguments: UInt64(1)...60) func aDefinitionBecomesAnyOther(seed: UInt64) throws {
        var one = RandomDomain(seed: seed), other = RandomDomain(seed: seed + 1000)
        let stored = try XMLDocument(xml: one.document()), wanted = try XMLDocument(xml: other.document())
        let result = stored.becoming(wanted)
        #expect(result?.changes(to: wanted).map(\.description) == [], "seed \(seed): \(stored.changes(to: wanted))")
    }

    @Test(
        arguments: [
            ("/domain/vcpu", ["vcpu"], nil), ("/domain/@type", [], "type"),
            ("/domain/devices/disk[target/@dev='vda']/driver/@cache", ["devices", "disk", "driver"], "cache"),
            ("/domain/devices/controller[@type='pci'][@index='0']", ["devices", "controller"], nil),
            ("/domain/x[.=\"it's\"]/y[2]/@z", ["x", "y"], "z"),
        ] as [(String, [String], String?)]) func pathsAreTakenApart(path: String, names: [String], attribute: String?)
        throws
    {
        let read = try #require(ChangePath(path))
        #expect(read.names == names.joined(separator: "/"))
        #expect(read.attribute == attribute)
    }

    @Test(arguments: ["", "domain", "/domain[", "/domain[x", "/domain[x=]", "/domain[x='1'", "/domain/@a/b[1"])
    func whatIsNoPathIsNone(path: String) {
        #expect(ChangePath(path).map { $0.steps.isEmpty || $0.attribute == "a/b[1" } ?? true)
    }
}
