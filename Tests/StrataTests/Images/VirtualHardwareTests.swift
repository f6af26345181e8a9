import Strata
import Testing

@Suite("Choosing virtual hardware") struct VirtualHardwareTests {
    private let database: OSDatabase

    init() throws { database = try OSDatabase(folders: ["/usr/share/osinfo"]) }

    private func hardware(_ id: String, _ style: VirtualHardware.Style = .paravirtual) throws -> [String] {
        let hardware = VirtualHardware(for: try database.profile(id), style: style)
        return [
            hardware.machine, hardware.diskBus.rawValue, hardware.networkModel, hardware.video.rawValue,
            hardware.firmware.rawValue,
        ]
    }

    @Test(arguments: [
        ("debian11", ["q35", "virtio", "virtio", "virtio", "bios"]),
        ("debian7", ["pc", "virtio", "virtio", "vga", "bios"]),
        ("ubuntu22.04", ["q35", "virtio", "virtio", "vga", "bios"]),
        ("freebsd13.1", ["pc", "virtio", "virtio", "vga", "bios"]),
        ("winxp", ["pc", "ide", "rtl8139", "vga", "bios"]),
        ("win95", ["pc", "ide", "rtl8139", "vga", "bios"]),
        ("win7", ["q35", "sata", "e1000e", "vga", "bios"]),
        ("win11", ["q35", "sata", "e1000e", "vga", "uefi"]),
    ])
    func aSystemGetsWhatItHasDriversFor(id: String, expected: [String]) throws {
        #expect(try hardware(id) == expected)
    }

    @Test(arguments: [
        ("debian11", ["pc", "ide", "e1000", "vga", "bios"]), ("winxp", ["pc", "ide", "rtl8139", "vga", "bios"]),
        ("win11", ["q35", "sata", "e1000e", "vga", "uefi"]),
    ])
    func emulatedHardwareHasNothingThatIsMadeForGuests(id: String, expected: [String]) throws {
        #expect(try hardware(id, .emulated) == expected)
        let hardware = VirtualHardware(for: try database.profile(id), style: .emulated)
        #expect(!hardware.hasBalloon && !hardware.hasRandomGenerator && !hardware.hasAgentChannel)
    }

    @Test func windowsHasItsClockAndItsTPM() throws {
        #expect(VirtualHardware(for: try database.profile("win11")).hasTPM)
        #expect(!VirtualHardware(for: try database.profile("win7")).hasTPM)
        #expect(VirtualHardware(for: try database.profile("winxp")).clockIsLocal)
        #expect(!VirtualHardware(for: try database.profile("debian11")).clockIsLocal)
    }

    @Test func anUnknownSystemIsTakenForALinuxOfToday() {
        let hardware = VirtualHardware(for: nil)
        #expect(hardware.machine == "q35" && hardware.diskBus == .virtio && hardware.hasAgentChannel)
        #expect(VirtualHardware(for: nil, style: .emulated).networkModel == "e1000")
    }
}
