import Foundation
import Libvirt
import Testing
import TestSupport

@Suite("The real host", .serialized) struct HostTests {
    private let cpu = "<cpu><arch>x86_64</arch><model>qemu64</model></cpu>"

    private func withHost<Result>(_ body: (Connection) async throws -> Result) async throws -> Result {
        let host = try await Connection.open(RealGuests.uri)
        do {
            let result = try await body(host)
            await host.close()
            return result
        } catch {
            await host.close()
            throw error
        }
    }

    @Test func processorsAndMemoryAreThoseOfTheKernel() async throws {
        try await withHost { host in
            let info = try await host.nodeInfo()
            let online = try await host.nodeCPUs()
            #expect(info.processors == online.online.numbers.count)
            #expect(online.count == sysconf(Int32(_SC_NPROCESSORS_CONF)))
            #expect(try await host.freeMemory() < info.memory)
            #expect(try await host.freeMemory(fromCell: 0, count: 64).count == info.cells)
            let all = try await host.nodeCPUStatistics()
            let first = try await host.nodeCPUStatistics(of: 0)
            #expect(try #require(first.user) <= #require(all.user))
            let memory = try await host.nodeMemoryStatistics()
            #expect(try #require(memory.free) < #require(memory.total))
            #expect(memory.cached != nil && memory.buffers != nil)
            #expect(try await host.nodeMemoryStatistics(of: 0).total != nil)
            let processor = await #expect(throws: LibvirtError.self) { _ = try await host.nodeCPUStatistics(of: 999) }
            #expect(processor?.code == .invalidArgument)
            let cell = await #expect(throws: LibvirtError.self) { _ = try await host.nodeMemoryStatistics(of: 99) }
            #expect(cell?.code == .invalidArgument)
        }
    }

    @Test func freePagesHaveTheirCellAndSize() async throws {
        try await withHost { host in
            let pages = try await host.freePages(of: [.kibibytes(4), .mebibytes(2)], cells: 0...0)
            #expect(pages.map(\.size) == [.kibibytes(4), .mebibytes(2)])
            #expect(pages.map(\.cell) == [0, 0])
            #expect(pages[0].count > 0)
            #expect(try await host.freePages(of: [.kibibytes(4)]).map(\.cell) == [nil])
            #expect(try await host.freePages(of: []).isEmpty)
            let error = await #expect(throws: LibvirtError.self) {
                _ = try await host.freePages(of: [.mebibytes(3)], cells: 0...0)
            }
            #expect(error?.code == .operationFailed)
        }
    }

    @Test func thePoolOfHugePagesIsOfThatSizeOnly() async throws {
        try await withHost { host in
            let before = try await host.freePages(of: [.mebibytes(2)], cells: 0...0)
            // Adding none changes nothing on a host that others use too.
            #expect(try await host.allocatePages([.mebibytes(2): 0], cells: 0...0) == 1)
            #expect(try await host.freePages(of: [.mebibytes(2)], cells: 0...0) == before)
            for pages: [ByteCount: UInt64] in [[.mebibytes(3): 1], [.kibibytes(4): 1]] {
                let error = await #expect(throws: LibvirtError.self) {
                    try await host.allocatePages(pages, cells: 0...0)
                }
                #expect(error?.call == "virNodeAllocPages")
            }
            #expect(try await host.allocatePages([:]) == 0)
        }
    }

    @Test func memorySharingIsReadAndWritten() async throws {
        try await withHost { host in
            let before = try await host.memorySharing()
            let pages = Int(try #require(before.pagesToScan))
            // What is there already, on a host that others use too; the kernel's refusals show that it arrives.
            try await host.setMemorySharing(pagesToScan: pages, sleep: before.sleep)
            #expect(try await host.memorySharing().pagesToScan == before.pagesToScan)
            #expect(try await host.memorySharing().sleep == before.sleep)
            try await host.setMemorySharing()
            let error = await #expect(throws: LibvirtError.self) { try await host.setMemorySharing(pagesToScan: -1) }
            #expect(error?.code == .invalidArgument)
        }
    }

    @Test func cpusAreCompared() async throws {
        try await withHost { host in
            let emulator = HypervisorKind(architecture: "x86_64", type: "qemu")
            let comparison = try await host.compareCPU(cpu, with: emulator)
            #expect(comparison == .superset)
            #expect(try await host.baselineCPU(of: [cpu, cpu], for: emulator).contains("<model"))
            #expect(try await host.baselineCPU(of: [cpu]).contains("<model"))
            // The host's own CPU, from its own description, is the same as the host's own CPU.
            let capabilities = try await host.capabilities
            let begin = try #require(capabilities.range(of: "<cpu>")).lowerBound
            let end = try #require(capabilities.range(of: "</cpu>")).upperBound
            #expect(try await host.compareCPU(String(capabilities[begin..<end])) == .identical)
            let impossible = "<cpu><arch>x86_64</arch><model>pentium</model><feature name='3dnowext'/></cpu>"
            let error = await #expect(throws: LibvirtError.self) {
                _ = try await host.compareCPU(impossible, .failIfIncompatible)
            }
            #expect(error?.code == .cpuIncompatible)
            #expect(try await host.compareCPU(impossible) == .incompatible)
            let unknown = await #expect(throws: LibvirtError.self) {
                _ = try await host.compareCPU(cpu, with: HypervisorKind(type: "nonsense"))
            }
            #expect(unknown?.code == .invalidArgument)
            #expect(try await host.maximumVirtualCPUs(type: "qemu") > 0)
        }
    }

    @Test func whatThisHostLacksIsRefused() async throws {
        try await withHost { host in
            let sev = await #expect(throws: LibvirtError.self) { _ = try await host.sevInfo() }
            #expect(sev?.call == "virNodeGetSEVInfo")
            // Less than a minute is refused on every host, so that this one never sleeps.
            let sleep = await #expect(throws: LibvirtError.self) {
                try await host.suspendHost(to: .memory, for: .seconds(1))
            }
            #expect(sleep?.call == "virNodeSuspendForDuration")
            let isSecure = try await host.isSecure
            #expect(isSecure)
            #expect(try await !host.isEncrypted)
            #expect(try await host.securityModel()?.name != "")
        }
    }

    @Test func theDaemonActsForSomebodyElse() async throws {
        try await withHost { host in
            try await host.actAs(ConnectionIdentity(userName: "c-mary", userID: 4711, groupName: "c-group", groupID: 1))
            await #expect(processExitsWith: .success) {
                let daemon = try await AdminConnection.open("libvirtd:///system")
                var names: [String?] = []
                for client in try await daemon.server(named: "libvirtd").clients() {
                    // Clients of other tests may be gone before they are asked.
                    names.append((try? await client.info())?.userName)
                }
                #expect(names.contains("c-mary"))
                await daemon.close()
            }
        }
    }

    /// The standard, which counts for every host that is named, and a shorter one.
    @Test(arguments: [nil, KeepAlive(interval: .seconds(1), count: 1)])
    func aSilentOtherSideIsNoticed(keepAlive: KeepAlive?) async throws {
        // A program written here could still be open for writing in a process that another test starts at the moment.
        let helper = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/tunnel")
        var uri = ConnectionURI(driver: "qemu", transport: .external, host: "c-elsewhere")
        uri.command = helper.path
        let host = try await Connection.open(uri, keepAlive: keepAlive)
        #expect(try await host.isAlive)
        let events = try await host.domainEvents(.lifecycle).subscribe()
        let pid = try #require(try children(named: "virt-ssh-helper").first)
        // libvirt ends the stopped program when it gives the connection up.
        kill(pid, SIGSTOP)
        let error = await #expect(throws: LibvirtError.self) {
            try await withDeadline(.seconds(60), waitingFor: "the end") { while try await events.next() != nil {} }
        }
        #expect(error?.code == .noConnection)
        #expect(error?.message.contains("keepalive") == true)
        #expect(try await !host.isAlive)
        await host.close()
    }

    /// The processes that this one has started and that go by a name.
    private func children(named name: String) throws -> [Int32] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(Int32.init).filter { pid in
            // The name stands in brackets, two fields before the parent.
            let status = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
            guard let end = status.lastIndex(of: ")") else { return false }
            let parent = status[end...].split(separator: " ").dropFirst(2).first
            return status[..<end].hasSuffix("(" + name.prefix(15)) && parent == "\(getpid())"
        }
    }
}
