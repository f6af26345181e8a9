import LibvirtXML
import Testing

@testable import Strata

/// Import leaves out what libvirt makes again, and nothing else.
@Suite("Imported definitions") struct ImportTests {
    private func imported(_ stored: String, newest: String? = nil) throws -> String {
        let stored = try DomainDocument(xml: "<domain type='qemu'><name>web</name>\(stored)</domain>")
        return ImportedDefinition(stored, keepsIdentity: false, newest: newest).document.xml
    }

    /// What libvirt keeps, and a part of it that nobody else knows.
    static let own: [(stored: String, part: String)] = [
        ("<os firmware='efi'><loader secure='yes'/></os>", "secure='yes'"),
        (
            "<os><loader readonly='yes' type='pflash'>/f</loader><nvram template='/t'>/var/lib/libvirt/qemu/nvram/web_VARS.fd</nvram></os>",
            "template='/t'"
        ),
        ("<os><loader readonly='yes' type='pflash'>/f</loader><nvram>/own/vars.fd</nvram></os>", "/own/vars.fd"),
        ("<resource><partition>/machine</partition></resource>", "<partition>"),
        (
            "<devices><disk><source file='/a'/><backingStore type='file'><format type='qcow2'/><source file='/b'/></backingStore><target dev='vda'/></disk></devices>",
            "file='/b'"
        ),
        (
            "<devices><disk><source file='/a'/><target dev='vda'/><alias name='ua-root'/></disk></devices>",
            "ua-root"
        ),
        (
            "<devices><controller type='usb' index='0' model='ich9-ehci1'/><controller type='usb' index='0' model='ich9-uhci1'><master startport='0'/></controller></devices>",
            "startport='0'"
        ),
        (
            "<devices><controller type='pci' index='0' model='pcie-root'><pcihole64 unit='KiB'>1048576</pcihole64></controller></devices>",
            "<pcihole64"
        ),
        (
            "<devices><controller type='pci' index='2' model='pcie-to-pci-bridge'><model name='pcie-pci-bridge'/></controller></devices>",
            "pcie-to-pci-bridge"
        ),
        (
            "<devices><controller type='pci' index='1' model='pcie-root-port'><target chassis='1' port='0x10' hotplug='off'/></controller></devices>",
            "hotplug='off'"
        ),
        ("<seclabel type='none' model='none'/>", "<seclabel type='none'"),
    ]

    @Test(arguments: own) func whatOnlyItsOwnerKnowsStays(stored: String, part: String) throws {
        let file = try imported(stored)
        #expect(file.contains(part), "\(file)")
    }

    /// What libvirt keeps, and what of it libvirt has made.
    static let made: [(stored: String, part: String)] = [
        (
            "<os firmware='efi'><loader readonly='yes' type='pflash'>/f</loader><nvram template='/t'>/var/lib/libvirt/qemu/nvram/web_VARS.fd</nvram></os>",
            "nvram"
        ),
        (
            "<os><loader readonly='yes' type='pflash'>/f</loader><nvram>/var/lib/libvirt/qemu/nvram/web_VARS.fd</nvram></os>",
            "nvram"
        ),
        (
            "<devices><controller type='pci' index='2' model='pcie-to-pci-bridge'/><interface type='user'><address type='pci' domain='0x0000' bus='0x02' slot='0x01' function='0x0'/></interface></devices>",
            "controller"
        ),
        (
            "<devices><controller type='pci' index='1' model='pcie-root-port'><model name='pcie-root-port'/><target chassis='1' port='0x10'/></controller></devices>",
            "controller"
        ),
    ]

    @Test(arguments: made) func whatLibvirtMadeGoes(stored: String, part: String) throws {
        let file = try imported(stored)
        #expect(!file.contains(part), "\(file)")
    }

    @Test(
        arguments: [
            ("pc-q35-7.2", "pc-q35-7.2", "q35"), ("pc-q35-7.0", "pc-q35-7.2", "pc-q35-7.0"), ("pc-q35-7.0", nil, "q35"),
            ("pc-i440fx-7.2", "pc-i440fx-7.2", "pc"),
        ] as [(String, String?, String)]) func anOlderMachineThanTheNewestWasChosen(
            stored: String, newest: String?, left: String
        ) throws
    {
        let file = try imported("<os><type machine='\(stored)'>hvm</type></os>", newest: newest)
        #expect(file.contains("machine='\(left)'"), "\(file)")
    }
}
