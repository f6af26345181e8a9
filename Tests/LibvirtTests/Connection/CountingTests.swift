import Libvirt
import Testing
import TestSupport

@Suite("Counting") struct CountingTests {
    @Test func whatIsActiveAndWhatIsNotIsCounted() async throws {
        try await withTestHost(domains: [.running("a"), .running("b"), .shutOff("c")]) { host in
            _ = try await host.createTransientNetwork(networkXML("up"))
            _ = try await host.defineNetwork(networkXML("down"))
            _ = try await host.defineNetwork(networkXML("down2"))
            _ = try await host.defineStoragePool(folderPoolXML("pool"))
            let interface = "<interface type='ethernet' name='eth7'><mac address='52:54:00:00:00:07'/></interface>"
            _ = try await host.defineHostInterface(interface)
            let counts: [(CountableObjects, Int)] = [
                (.activeDomains, 2), (.inactiveDomains, 1), (.activeNetworks, 1), (.inactiveNetworks, 2),
                (.activeStoragePools, 0), (.inactiveStoragePools, 1), (.activeHostInterfaces, 0),
                (.inactiveHostInterfaces, 1),
            ]
            for (objects, expected) in counts {
                let count = try await host.readOnly.count(objects)
                #expect(count == expected, "\(objects)")
            }
            try await host.storagePool(named: "pool").start()
            try await host.hostInterface(named: "eth7").start()
            #expect(try await host.count(.activeStoragePools) == 1)
            #expect(try await host.count(.inactiveStoragePools) == 0)
            #expect(try await host.count(.activeHostInterfaces) == 1)
        }
    }

    @Test func devicesAreCountedByKind() async throws {
        try await withDeviceHost { host in
            let all = try await host.count(.nodeDevices)
            #expect(all == 3)
            #expect(try await host.count(.nodeDevices("scsi_host")) == 2)
            let error = await #expect(throws: LibvirtError.self) { try await host.count(.nodeDevices("scsi\0host")) }
            #expect(error?.code == .invalidArgument)
        }
    }

    @Test func whatTheDriverDoesNotHaveIsNotZero() async throws {
        try await withTestHost { host in
            for (objects, call) in [
                (CountableObjects.secrets, "virConnectNumOfSecrets"), (.nwFilters, "virConnectNumOfNWFilters"),
            ] {
                let error = await #expect(throws: LibvirtError.self) { try await host.count(objects) }
                #expect(error?.code == .noSupport)
                #expect(error?.call == call)
            }
        }
    }

    @Test func aPoolCountsItsVolumes() async throws {
        try await withTestPool(volumes: ["a", "b", "c"]) { _, pool in
            let count = try await pool.volumeCount
            #expect(count == 3)
        }
    }
}
