import Libvirt
import Testing

/// A virtual adapter on the one that can have some.
let virtualAdapter = """
    <device><parent>scsi_host1</parent><capability type='scsi_host'><capability type='fc_host'>
    <wwnn>20000000aaaabbbb</wwnn><wwpn>10000000aaaabbbb</wwpn></capability></capability></device>
    """

@Suite("Node devices") struct NodeDeviceTests {
    @Test func listingFiltersByCapability() async throws {
        try await withDeviceHost { host in
            let all = try await host.nodeDevices().map(\.name)
            let adapters = try await host.nodeDevices(.scsiHost).map(\.name)
            let computers = try await host.nodeDevices(.system)
            #expect(Set(all) == ["computer", "scsi_host1", "scsi_host11"])
            #expect(Set(adapters) == ["scsi_host1", "scsi_host11"])
            #expect(computers == [try await host.nodeDevice(named: "computer")])
        }
    }

    @Test func aDeviceSaysWhatItIsAndWhereItHangs() async throws {
        try await withDeviceHost { host in
            let adapter = try await host.nodeDevice(named: "scsi_host1")
            #expect(try await adapter.capabilities() == ["scsi_host"])
            #expect(try await adapter.parent == "computer")
            #expect(try await adapter.xml().contains("<wwnn>2000000012341234</wwnn>"))
            let root = try await host.nodeDevice(named: "computer")
            #expect(try await root.readOnly.parent == nil)
        }
    }

    @Test func aVirtualAdapterComesAndGoes() async throws {
        try await withDeviceHost { host in
            let adapter = try await host.createTransientNodeDevice(virtualAdapter)
            #expect(try await adapter.parent == "scsi_host1")
            #expect(try await host.nodeDevices().contains(adapter))
            try await adapter.stop()
            #expect(try await !host.nodeDevices().contains(adapter))
        }
    }

    @Test func aDeviceThatIsNotThereIsAnErrorThatNamesIt() async throws {
        try await withDeviceHost { host in
            let error = await #expect(throws: LibvirtError.self) { _ = try await host.nodeDevice(named: "none") }
            #expect(error?.code == .noNodeDevice)
            #expect(error?.subject == "device 'none'")
        }
    }

    @Test(arguments: [
        "virNodeDeviceDetachFlags", "virNodeDeviceReAttach", "virNodeDeviceReset", "virNodeDeviceCreate",
        "virNodeDeviceUndefine", "virNodeDeviceSetAutostart", "virNodeDeviceGetAutostart", "virNodeDeviceDefineXML",
        "virNodeDeviceIsActive", "virNodeDeviceIsPersistent", "virNodeDeviceLookupSCSIHostByWWN",
    ])
    func whatTheDriverLacksIsNoSupport(call: String) async throws {
        try await withDeviceHost { host in
            let device = try await host.nodeDevice(named: "scsi_host1")
            let error = await #expect(throws: LibvirtError.self) {
                switch call {
                case "virNodeDeviceDetachFlags": try await device.detach(driver: "vfio")
                case "virNodeDeviceReAttach": try await device.reattach()
                case "virNodeDeviceReset": try await device.reset()
                case "virNodeDeviceCreate": try await device.start()
                case "virNodeDeviceUndefine": try await device.undefine()
                case "virNodeDeviceSetAutostart": try await device.setAutostart(true)
                case "virNodeDeviceGetAutostart": _ = try await device.isAutostarted
                case "virNodeDeviceIsActive": _ = try await device.isActive
                case "virNodeDeviceIsPersistent": _ = try await device.isPersistent
                case "virNodeDeviceLookupSCSIHostByWWN": _ = try await host.scsiHost(wwnn: "20", wwpn: "10")
                default: _ = try await host.defineNodeDevice(virtualAdapter)
                }
            }
            #expect(error?.code == .noSupport)
            #expect(error?.call == call)
        }
    }
}
