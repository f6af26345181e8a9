import Libvirt
import Testing
import TestSupport

@Suite("The host") struct NodeTests {
    static let cpu = "<cpu><arch>x86_64</arch><model>qemu64</model></cpu>"

    /// What the call threw; the test fails when it did not.
    private func refusal(of body: () async throws -> Void) async -> LibvirtError? {
        await #expect(throws: LibvirtError.self) { try await body() }
    }

    @Test func theHostDescribesItself() async throws {
        try await withTestHost { host in
            let info = try await host.nodeInfo()
            #expect(info.model == "i986")
            #expect(info.memory == .kibibytes(8_192_000))
            #expect(info.processors == 50)
            #expect(info.megahertz == 6000)
            #expect([info.cells, info.socketsPerCell, info.coresPerSocket, info.threadsPerCore] == [4, 4, 4, 2])
            #expect(info.maximumProcessors == 128)
        }
    }

    @Test func processorsThatAreSwitchedOnHaveTheirNumbers() async throws {
        try await withTestHost { host in
            let processors = try await host.nodeCPUs()
            #expect(processors.count == 8)
            #expect(processors.online == [0, 2, 4])
        }
    }

    @Test func processorTimesAreTimes() async throws {
        try await withTestHost { host in
            let all = try await host.nodeCPUStatistics()
            #expect(all.user == .nanoseconds(9_797_400_000))
            #expect(all.idle == .nanoseconds(87_264_900_000))
            #expect(all.ioWait == .nanoseconds(763_600_000))
            #expect(all.kernel != nil)
            #expect(all.utilization == nil)
            #expect(all.others.isEmpty)
        }
    }

    @Test func cellsHaveFreeMemory() async throws {
        // A host from a file has no cells.
        let host = try await Connection.open("test:///default")
        let cells = try await host.freeMemory(fromCell: 0, count: 64)
        #expect(cells.count == 2)
        #expect(try await host.freeMemory(fromCell: 1, count: 1) == [cells[1]])
        #expect(try await host.freeMemory(fromCell: 0, count: 1) == [cells[0]])
        #expect(try await host.freeMemory() > .zero)
        #expect(await refusal { _ = try await host.freeMemory(fromCell: 99, count: 1) }?.code == .invalidArgument)
        let negative = await refusal { _ = try await host.freeMemory(fromCell: -1, count: 1) }
        #expect(negative?.code == .invalidArgument && negative?.call == nil)
        await host.close()
    }

    @Test func pageSizesAreWholeKiB() async throws {
        try await withTestHost { host in
            let error = await refusal { _ = try await host.freePages(of: [.bytes(4095)]) }
            #expect(error?.code == .invalidArgument)
            #expect(error?.call == nil)
        }
    }

    @Test func cpuModelsHaveNames() async throws {
        try await withTestHost { host in
            let names = try await host.cpuModelNames(architecture: "x86_64")
            #expect(names.contains("qemu64"))
            let error = await refusal { _ = try await host.cpuModelNames(architecture: "nonsense") }
            #expect(error?.call == "virConnectGetCPUModelNames")
            #expect(error?.code == .invalidArgument)
        }
    }

    @Test func theBaselineIsWhatAllHave() async throws {
        try await withTestHost { host in
            let baseline = try await host.baselineCPU(of: [Self.cpu, Self.cpu], .expandFeatures)
            #expect(baseline.contains("<feature policy='require' name='sse2'/>"))
            let plain = try await host.baselineCPU(of: [Self.cpu, Self.cpu])
            #expect(plain.count < baseline.count)
            #expect(await refusal { _ = try await host.baselineCPU(of: []) }?.code == .invalidArgument)
            #expect(await refusal { _ = try await host.baselineCPU(of: ["<cpu\0>"]) }?.code == .invalidArgument)
        }
    }

    @Test func theHostSaysHowItIsMadeAndKept() async throws {
        try await withTestHost { host in
            let system = try await host.systemInformation
            #expect(system.hasPrefix("<sysinfo"))
            #expect(try await host.securityModel()?.name == "testSecurity")
            #expect(try await host.maximumVirtualCPUs() == 32)
            #expect(try await host.isSecure)
            #expect(try await !host.isEncrypted)
        }
    }

    @Test func whatTheTestDriverLacksIsRefusedByName() async throws {
        try await withTestHost { host in
            let refusals: [(String, LibvirtError?)] = [
                ("virNodeGetMemoryStats", await refusal { _ = try await host.nodeMemoryStatistics() }),
                ("virNodeGetMemoryParameters", await refusal { _ = try await host.memorySharing() }),
                ("virNodeSetMemoryParameters", await refusal { try await host.setMemorySharing(pagesToScan: 100) }),
                ("virNodeAllocPages", await refusal { try await host.allocatePages([.mebibytes(2): 0]) }),
                ("virNodeGetSEVInfo", await refusal { _ = try await host.sevInfo() }),
                (
                    "virNodeSuspendForDuration",
                    await refusal { try await host.suspendHost(to: .memory, for: .seconds(60)) }
                ),
                ("virConnectCompareCPU", await refusal { _ = try await host.compareCPU(Self.cpu) }),
                ("virConnectSetIdentity", await refusal { try await host.actAs(ConnectionIdentity(userID: 0)) }),
                ("virConnectSetKeepAlive", await refusal { try await host.setKeepAlive(.standard) }),
            ]
            for (call, error) in refusals {
                #expect(error?.code == .noSupport, "\(call)")
                #expect(error?.call == call)
            }
        }
    }

    @Test func aKeepAliveWithNobodyToAskDoesNotKeepAHostFromOpening() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.running("web")])
            let host = try await Connection.open(uri, keepAlive: .standard)
            #expect(try await host.domains().count == 1)
            await host.close()
            let error = await refusal {
                _ = try await Connection.open(uri, keepAlive: KeepAlive(interval: .seconds(-5), count: 5))
            }
            #expect(error?.code == .invalidArgument)
        }
    }
}
