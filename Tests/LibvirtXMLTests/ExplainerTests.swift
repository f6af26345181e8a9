import Testing

@testable import LibvirtXML

@Suite("Explaining what a schema refuses") struct ExplainerTests {
    /// A definition that uses many kinds of content: groups, choices, lists, patterns, foreign namespaces.
    private static let rich = """
        <domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
          <name>rich</name>
          <uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>
          <metadata><m:any xmlns:m='urn:m' x='1'><m:deep/>text</m:any></metadata>
          <memory unit='GiB'>2</memory>
          <vcpu cpuset='0-3,^2' placement='static'>4</vcpu>
          <os firmware='efi'>
            <type arch='x86_64' machine='q35'>hvm</type>
            <firmware><feature enabled='no' name='secure-boot'/></firmware>
            <boot dev='hd'/>
            <bootmenu enable='yes' timeout='3000'/>
          </os>
          <features><acpi/><apic/><smm state='on'/><hyperv><relaxed state='on'/></hyperv></features>
          <cpu mode='host-model'><topology sockets='1' dies='1' cores='2' threads='2'/><feature policy='disable' name='x'/></cpu>
          <clock offset='utc'><timer name='rtc' tickpolicy='catchup'/></clock>
          <on_reboot>restart</on_reboot>
          <devices>
            <emulator>/usr/bin/qemu-system-x86_64</emulator>
            <disk type='network' device='disk'>
              <source protocol='nbd' name='x'><host name='h' port='10809'/></source>
              <target dev='vda' bus='virtio'/>
            </disk>
            <disk type='file' device='cdrom'><target dev='sda' bus='sata'/><readonly/></disk>
            <interface type='bridge'><mac address='52:54:00:11:22:33'/><source bridge='br0'/><model type='e1000'/></interface>
            <interface type='user'><model type='virtio'/></interface>
            <serial type='file'><source path='/var/log/x'/><target port='0'/></serial>
            <console type='pty'><target type='serial' port='0'/></console>
            <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
            <tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>
            <graphics type='vnc' port='-1' autoport='yes'><listen type='address' address='127.0.0.1'/></graphics>
            <video><model type='virtio' heads='1'/></video>
            <hostdev mode='subsystem' type='pci' managed='yes'>
              <source><address domain='0x0000' bus='0x06' slot='0x02' function='0x0'/></source>
            </hostdev>
            <memballoon model='virtio'><stats period='2'/></memballoon>
            <rng model='virtio'><rate bytes='1024'/><backend model='random'>/dev/urandom</backend></rng>
          </devices>
          <qemu:commandline><qemu:arg value='-x'/></qemu:commandline>
        </domain>
        """

    private func compiled() throws -> CompiledSchema {
        try CompiledSchema.shared(file: SchemaFolder.file("domain.rng", in: nil))
    }

    @Test func aRichDefinitionIsValidForLibxml2AndForUs() throws {
        let document = try XMLDocument(xml: Self.rich)
        #expect(try compiled().verdict(on: document) == nil)
        #expect(try compiled().explanation(of: document) == [])
    }

    @Test(arguments: UInt64(1)...80)
    func aRandomChangeIsJudgedAsLibxml2JudgesIt(seed: UInt64) throws {
        var generator = RandomXML(seed: seed)
        var document = try XMLDocument(xml: Self.rich)
        let elements = document.allElements.filter { $0.id != document.root.id }
        let element = generator.pick(elements), other = generator.pick(elements)
        let place = element.parent ?? document.root
        switch seed % 6 {
        case 0: document.remove(element.id)
        case 1: document.rename(element.id, to: other.name)
        case 2: try document.insert(xml: other.xml, into: place.id)
        case 3: document.setText(generator.pick(["", "1", "yes", "/path", "a b"]), of: element.id)
        case 4:
            let name = element.attributes.first?.name ?? "type"
            document.setAttribute(name, to: generator.pick(["", "1", "yes", "/path", "file"]), of: element.id)
        default:
            let names = element.attributes.map(\.name) + ["type"]
            document.removeAttribute(generator.pick(names), of: element.id)
        }
        let isValid = try compiled().verdict(on: document) == nil
        let explanation = try compiled().explanation(of: document)
        #expect(isValid == explanation.isEmpty, "\(element.path) against \(other.path): \(explanation)")
    }
}
