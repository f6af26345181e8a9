import Foundation
import Libvirt
import LibvirtXML
import Testing
import TestSupport

extension RealGuests {
    /// Edits of a file are merged into what libvirt keeps, and libvirt takes the result.
    @Suite("Edited definitions") struct EditedGuestTests {
        private static let name = "jr-edited"

        private static func definition(
            os: String = "", attributes: String = "", machine: String = "q35", devices: String = "",
            rest: String = "<features><acpi/><smm state='on'/></features>", end: String = ""
        ) -> String {
            """
            <domain type='qemu' xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'><name>\(name)</name>
            <memory unit='MiB'>96</memory><os\(attributes)><type arch='x86_64' machine='\(machine)'>hvm</type>\(os)</os>
            \(rest)<devices>\(devices)</devices>\(end)</domain>
            """
        }

        private static func clock(_ attributes: String) -> String {
            "<features><acpi/></features><clock \(attributes)/>"
        }

        private static let disk = "<disk><source file='/a'/><target dev='vda' bus='virtio'/></disk>"
        private static let card = "<interface type='user'><mac address='52:54:00:00:00:ab'/></interface>"
        private static let manual = "<loader readonly='yes' type='pflash'>/usr/share/OVMF/OVMF_CODE_4M.fd</loader>"
        private static let shared = "<memoryBacking><access mode='shared'/></memoryBacking>"
        private static let folder =
            "<filesystem><driver type='virtiofs'/><source dir='/a'/><target dir='b'/></filesystem>"

        /// A definition before and after somebody edited its file.
        static let edits: [(before: String, after: String)] = [
            (
                definition(attributes: " firmware='efi'"),
                definition(os: "<loader secure='yes'/>", attributes: " firmware='efi'")
            ),
            (
                definition(os: "<loader secure='yes'/>", attributes: " firmware='efi'"),
                definition(attributes: " firmware='efi'")
            ),
            (definition(attributes: " firmware='efi'"), definition(os: manual)),
            (definition(os: manual), definition(attributes: " firmware='efi'")),
            (definition(os: manual), definition()),
            (definition(), definition(os: manual)),
            (definition(devices: disk), definition(devices: disk.replacing("<target", with: "<backingStore/><target"))),
            (definition(devices: disk.replacing("<target", with: "<backingStore/><target")), definition(devices: disk)),
            (
                definition(devices: folder, rest: shared),
                definition(devices: folder.replacing("<source", with: "<binary path='/v'/><source"), rest: shared)
            ),
            (
                definition(devices: "<graphics type='vnc' passwd='abc'/>"),
                definition(devices: "<graphics type='vnc' passwd='abc' passwdValidTo='2030-01-01T00:00:00'/>")
            ),
            (definition(rest: clock("offset='utc'")), definition(rest: clock("offset='utc' adjustment='reset'"))),
            (definition(rest: clock("offset='utc'")), definition(rest: clock("offset='variable' adjustment='10'"))),
            (definition(rest: clock("offset='variable' adjustment='10'")), definition(rest: clock("offset='utc'"))),
            (
                definition(devices: "<graphics type='vnc' listen='127.0.0.1'/>"),
                definition(devices: "<graphics type='vnc' listen='0.0.0.0'/>")
            ),
            (
                definition(devices: "<graphics type='vnc'><listen type='address' address='127.0.0.1'/></graphics>"),
                definition(devices: "<graphics type='vnc'><listen type='address' address='0.0.0.0'/></graphics>")
            ),
            (
                definition(devices: "<graphics type='vnc' listen='0.0.0.0'/>"),
                definition(devices: "<graphics type='vnc'/>")
            ),
            (
                definition(devices: "<graphics type='vnc' socket='/b.sock'/>"),
                definition(devices: "<graphics type='vnc' socket='/a.sock'/>")
            ),
            (
                definition(devices: "<graphics type='vnc' socket='/b.sock'/>"),
                definition(devices: "<graphics type='vnc'/>")
            ),
            (
                definition(devices: "<graphics type='vnc'/><video><model type='qxl' vram='65536'/></video>"),
                definition(devices: "<graphics type='vnc'/><video><model type='vga'/></video>")
            ),
            (
                definition(os: "<boot dev='hd'/>", devices: disk),
                definition(devices: disk.replacing("</disk>", with: "<boot order='1'/></disk>"))
            ),
            (
                definition(devices: disk.replacing("</disk>", with: "<boot order='1'/></disk>")),
                definition(os: "<boot dev='hd'/>", devices: disk)
            ),
            (definition(machine: "pc", devices: disk + card), definition(devices: disk + card)),
            (definition(devices: disk + card), definition(machine: "pc", devices: disk + card)),
            (
                definition(),
                definition(end: "<q:commandline><q:arg value='-S'/></q:commandline>")
            ),
            (
                definition(end: "<q:commandline><q:arg value='-S'/></q:commandline>"),
                definition(end: "<q:commandline><q:arg value='-s'/></q:commandline>")
            ),
            (
                definition(devices: card),
                definition(
                    devices: card.replacing(
                        "</interface>",
                        with: "<address type='pci' bus='0x00' slot='0x09' function='0x0'/></interface>"))
            ),
            (definition(), definition(end: "<seclabel type='none'/>")),
            (definition(end: "<seclabel type='none'/>"), definition()),
            (
                definition(devices: disk.replacing("vda", with: "sda")),
                definition(
                    devices: disk.replacing("vda", with: "sda").replacing("bus='virtio'", with: "bus='sata'"))
            ),
            (
                definition(devices: "<input type='tablet' bus='usb'/>"),
                definition(devices: "<input type='tablet' bus='virtio'/>")
            ),
            (
                definition(devices: "<controller type='pci' index='0' model='pcie-root'/>"),
                definition(
                    devices:
                        "<controller type='pci' index='0' model='pcie-root'><pcihole64 unit='GiB'>1</pcihole64></controller><controller type='pci' index='9' model='pcie-to-pci-bridge'/>"
                )
            ),
            (
                definition(devices: "<serial type='pty'/>"),
                definition(devices: "<serial type='pty'><target type='pci-serial'/></serial>")
            ),
        ]

        @Test func everyEditIsTakenAndLeavesNoDifference() async throws {
            try await RealGuests.withGuests(Self.name) { host in
                for (before, after) in Self.edits {
                    let wish = try XMLDocument(xml: after)
                    let first = try await host.define(before)
                    let kept = try XMLDocument(xml: try await first.xml([.inactive, .secure]))
                    #expect(kept.changes(asked: try XMLDocument(xml: before)).map(\.description) == [], "\(before)")
                    #expect(kept.changes(asked: wish) != [], "nothing is seen of \(after)")
                    let merged = try #require(kept.becoming(wish), "\(before) → \(after)")
                    do {
                        let guest = try await host.define(merged.xml)
                        let read = try XMLDocument(xml: try await guest.xml([.inactive, .secure]))
                        #expect(read.changes(asked: wish).map(\.description) == [], "\(after)")
                    } catch {
                        Issue.record("\(error): \(merged.xml)")
                    }
                    try await first.undefine([.nvram])
                }
            }
        }
    }
}
