import StrataLayers
import Testing

@Suite("Whether a host is a guest itself") struct NestingReaderTests {
    @Test func withoutTheFlagAServerStandsOnHardware() throws {
        let nesting = try withRecordedHost("intel-kvm") { $0.reading.host.nesting }
        #expect(nesting == Nesting(isGuest: false, evidence: "the processor shows no hypervisor flag"))
    }

    @Test func theFlagAloneTellsOfAHypervisorButNotWhich() throws {
        let host = try withRecordedHost("nested-vm") { $0.reading.host }
        #expect(host.nesting == Nesting(isGuest: true, evidence: "the processor shows the hypervisor flag"))
        #expect(host.unavailable["nesting.hypervisor"] == "neither DMI nor a device tree names it")
    }

    @Test(arguments: [
        ("QEMU", "Standard PC (Q35 + ICH9, 2009)", "QEMU"), ("VMware, Inc.", "VMware7,1", "VMware"),
        ("Microsoft Corporation", "Virtual Machine", "Hyper-V"), ("Amazon EC2", "m5.large", "Amazon EC2"),
    ])
    func theMachineNamesItsHypervisor(vendor: String, product: String, name: String) throws {
        let nesting = try withRecordedHost("nested-vm") { host in
            try host.write(vendor, to: "/sys/class/dmi/id/sys_vendor")
            try host.write(product, to: "/sys/class/dmi/id/product_name")
            return host.reading.host.nesting
        }
        #expect(nesting?.isGuest == true)
        #expect(nesting?.hypervisor == name)
    }

    @Test func aMachineOfAMakerOfVirtualOnesCanBeReal() throws {
        let nesting = try withRecordedHost("intel-kvm") { host in
            try host.write("Microsoft Corporation", to: "/sys/class/dmi/id/sys_vendor")
            try host.write("Surface Pro", to: "/sys/class/dmi/id/product_name")
            return host.reading.host.nesting
        }
        #expect(nesting?.isGuest == false)
    }

    @Test func onARMTheProductDecides() throws {
        let board = try withRecordedHost("arm-board") { $0.reading.host.nesting }
        #expect(board == Nesting(isGuest: false, evidence: "the machine calls itself Example Board Rev 1.1"))
        let guest = try withRecordedHost("arm-board") { host in
            try host.write("linux,dummy-virt\0", to: "/proc/device-tree/model")
            return host.reading.host.nesting
        }
        #expect(guest?.hypervisor == "QEMU")
    }

    @Test func whenNothingTellsThatIsSaid() throws {
        let host = try withRecordedHost("arm-board", changing: { $0.remove("/proc/device-tree") }) { $0.reading.host }
        #expect(host.nesting == nil)
        #expect(host.unavailable["nesting"] == "neither processor, DMI nor device tree tells")
    }
}
