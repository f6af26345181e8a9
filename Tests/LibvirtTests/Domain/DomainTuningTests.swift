import Libvirt
import Testing
import TestSupport

@Suite("Domain tuning") struct DomainTuningTests {
    @Test func theSchedulerHasAName() async throws {
        try await withRunningBox { box in
            let type = try await box.schedulerType
            #expect(type == "fair")
            // libvirt adds a flag to this call that its own test driver does not take.
            let error = await #expect(throws: LibvirtError.self) { _ = try await box.schedulerParameters() }
            #expect(error?.call == "virDomainGetSchedulerParametersFlags")
        }
    }

    @Test func theShareOfTheDisksIsSetAndRead() async throws {
        try await withBox { box in
            try await box.setBlockIOParameters([.domainBlkioWeight: .unsigned(500)], .config)
            #expect(try await box.blockIOParameters(.config)[.domainBlkioWeight] == .unsigned(500))
        }
    }

    @Test func theNodesOfTheMemoryAreSetAndRead() async throws {
        try await withBox { box in
            try await box.setNUMAParameters([.domainNUMANodeSet: .string("0-1")], .config)
            #expect(try await box.numaParameters(.config)[.domainNUMANodeSet] == .string("0-1"))
        }
    }

    @Test func theBandwidthOfAnInterfaceIsSetAndRead() async throws {
        try await withBox { box in
            try await box.setInterfaceParameters("testnet0", [.domainBandwidthInAverage: .unsigned(1000)], .config)
            let read = try await box.interfaceParameters("testnet0", .config)
            #expect(read[.domainBandwidthInAverage] == .unsigned(1000))
        }
    }

    @Test func theLimitsOfADiskAreSetAndRead() async throws {
        try await withRunningBox { box in
            try await box.setDiskLimits(
                "vda",
                [
                    .domainBlockIOTuneTotalBytesPerSecond: .unsignedLong(1 << 20),
                    .domainBlockIOTuneTotalBytesPerSecondMax: .unsignedLong(1 << 21),
                ])
            let limits = try await box.diskLimits("vda")
            #expect(limits[.domainBlockIOTuneTotalBytesPerSecond] == .unsignedLong(1 << 20))
        }
    }

    @Test func countersAreSwitchedOnAndOff() async throws {
        try await withBox { box in
            try await box.setPerfEvents([.perfInstructions: true, .perfCPUClock: false], .config)
            let events = try await box.perfEvents(.config)
            #expect(events[.perfInstructions] == true)
            #expect(events[.perfCPUClock] == false)
        }
    }

    @Test func aDiskThatIsNotThereIsRefused() async throws {
        try await withRunningBox { box in
            let error = await #expect(throws: LibvirtError.self) { _ = try await box.diskLimits("vdz") }
            #expect(error?.code == .invalidArgument)
            #expect(error?.subject == "domain 'box'")
        }
    }

    @Test func aValueOfTheWrongTypeIsRefused() async throws {
        try await withBox { box in
            let error = await #expect(throws: LibvirtError.self) {
                try await box.setBlockIOParameters([.domainBlkioWeight: .string("much")], .config)
            }
            #expect(error?.code == .invalidArgument)
        }
    }
}
