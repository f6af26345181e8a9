import LibvirtXML
import Testing

@testable import Strata

@Suite("Definitions of new guests") struct BlueprintTests {
    private static let database = try? OSDatabase(folders: ["/usr/share/osinfo"])

    private func blueprint(
        _ source: GuestSpec.Source, os: String? = nil, _ change: (inout GuestSpec) -> Void = { _ in }
    ) throws -> GuestBlueprint {
        var spec = GuestSpec("web", from: source)
        change(&spec)
        let system = try os.map { try #require(Self.database).profile($0) }
        return GuestBlueprint(
            spec: spec, system: system, type: .qemu, adapters: [AdapterDescription(.network, "default")])
    }

    @Test func aKernelGetsThisDefinitionAndNoOther() throws {
        var blueprint = try blueprint(.kernel("/k", initrd: "/i", commandLine: "console=ttyS0 quiet")) {
            $0.memory = .mebibytes(256)
        }
        blueprint.consoleLog = "/log"
        #expect(
            try blueprint.document().xml == """
                <domain type='qemu'>
                  <name>web</name>
                  <memory unit='MiB'>256</memory>
                  <vcpu>1</vcpu>
                  <os>
                    <type arch='x86_64' machine='q35'>hvm</type>
                    <kernel>/k</kernel>
                    <initrd>/i</initrd>
                    <cmdline>console=ttyS0 quiet</cmdline>
                  </os>
                  <features>
                    <acpi/>
                    <apic/>
                  </features>
                  <cpu mode='maximum'>
                    <feature policy='disable' name='la57'/>
                  </cpu>
                  <clock offset='utc'/>
                  <devices>
                    <interface type='network'>
                      <source network='default'/>
                      <model type='virtio'/>
                    </interface>
                    <serial type='pty'>
                      <target port='0'/>
                      <log file='/log' append='off'/>
                    </serial>
                    <console type='pty'>
                      <target type='serial' port='0'/>
                    </console>
                    <channel type='unix'>
                      <target type='virtio' name='org.qemu.guest_agent.0'/>
                    </channel>
                    <memballoon model='virtio'>
                      <stats period='5'/>
                    </memballoon>
                    <rng model='virtio'>
                      <backend model='random'>/dev/urandom</backend>
                    </rng>
                  </devices>
                </domain>

                """)
    }

    @Test(arguments: [
        ("debian12", VirtualHardware.Style.paravirtual, ["q35", "vda:virtio", "sda:sata", "virtio", "1 GiB"]),
        ("debian12", .emulated, ["pc", "hda:ide", "hdb:ide", "e1000", "1 GiB"]),
        ("winxp", .paravirtual, ["pc", "hda:ide", "hdb:ide", "rtl8139", "512 MiB"]),
        ("win11", .paravirtual, ["q35", "sda:sata", "sdb:sata", "e1000e", "4 GiB"]),
    ])
    func theSystemDecidesTheHardware(os: String, style: VirtualHardware.Style, expected: [String]) throws {
        var blueprint = try blueprint(.iso("/m.iso"), os: os) { $0.style = style }
        blueprint.drives = [
            .init(path: "/d.qcow2", format: "qcow2"), .init(path: "/m.iso", format: "raw", device: .cdrom),
        ]
        let document = try blueprint.document()
        let disks = document.disks.map { "\($0.target ?? "")" + ":" + ($0.bus?.rawValue ?? "") }
        let found =
            [document.os.machine ?? ""] + disks
            + [document.interfaces.first?.model ?? "", document.memory.map { "\($0)" } ?? ""]
        #expect(found == expected)
        #expect(document.disks.allSatisfy { $0.format != nil })
        #expect(document.metadata["http://libosinfo.org/xmlns/libvirt/domain/1.0"] != nil)
        #expect(document.clock.offset == (os.hasPrefix("win") ? .localTime : .utc))
    }

    @Test func windows11HasItsFirmwareAndItsTPM() throws {
        let document = try blueprint(.iso("/m.iso"), os: "win11").document()
        #expect(document.os.firmware == .efi)
        #expect(document.tpms.first?.model == .crb)
    }

    @Test(arguments: GuestSpec.FirmwareChoice.allCases)
    func firmwareIsWhatWasAskedFor(choice: GuestSpec.FirmwareChoice) throws {
        let document = try blueprint(.disk("/d.qcow2")) {
            $0.firmware = choice
            $0.style = choice == .secureUEFI ? .paravirtual : .emulated
        }.document()
        #expect((document.os.firmware == .efi) == (choice != .bios))
        #expect(document.os.machine == (choice == .bios ? "pc" : "q35"))
        #expect(document.features.hasSMM == (choice == .secureUEFI ? true : nil))
    }

    /// Every way to write a spec keeps to libvirt's schema and to the checks beyond it.
    @Test(arguments: [nil, "debian12", "winxp", "win11", "freebsd13.1"], VirtualHardware.Style.allCases)
    func everyDefinitionIsValid(os: String?, style: VirtualHardware.Style) throws {
        let sources: [GuestSpec.Source] = [
            .image("/i.qcow2"), .iso("/m.iso"), .disk("/d.qcow2"), .kernel("/k"), .network,
        ]
        for (index, source) in sources.enumerated() {
            var blueprint = try blueprint(source, os: os) {
                $0.style = style
                $0.display = GuestSpec.Display.allCases[index % 3]
                $0.hasTPM = true
                $0.moreDisks = [.existing("/more.qcow2")]
            }
            blueprint.type = style == .paravirtual ? .kvm : .qemu
            blueprint.drives = [.init(path: "/d.qcow2", format: "qcow2")]
            blueprint.adapters = [
                AdapterDescription(.bridge, "br0"), AdapterDescription(.direct, "eth0", model: "e1000"),
                AdapterDescription(.user, mac: "52:54:00:00:00:01"),
            ]
            let document = try blueprint.document()
            let findings = try Schema(.domain).validate(document) + document.check()
            #expect(findings.isEmpty, "\(findings.map(\.message)) \(document.xml)")
        }
    }
}
