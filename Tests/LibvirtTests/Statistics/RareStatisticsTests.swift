import Quantities
import Testing

@testable import Libvirt

@Suite("Rare domain statistics") struct RareStatisticsTests {
    @Test func processorsMayHaveGaps() async throws {
        try await withStatistics([
            "vcpu.0.state": .int(1), "vcpu.0.time": .unsignedLong(10), "vcpu.0.wait": .unsignedLong(11),
            "vcpu.0.delay": .unsignedLong(12), "vcpu.0.halted": .boolean(true), "vcpu.3.state": .int(0),
            "vcpu.3.halt_exits.sum": .unsignedLong(13), "vcpu.3.guest_mode.cur": .boolean(false),
        ]) { read in
            #expect(read.others == [:])
            #expect(read.processors.map(\.number) == [0, 3])
            let first = try #require(read.processors.first), last = try #require(read.processors.last)
            #expect((first.state, last.state) == (.running, .offline))
            #expect((first.time, first.waitTime) == (.nanoseconds(10), .nanoseconds(11)))
            #expect(first.delayTime == .nanoseconds(12))
            #expect(first.isHalted == true)
            #expect(last.isHalted == nil)
            #expect(last.hypervisor == ["halt_exits.sum": .unsignedLong(13), "guest_mode.cur": .boolean(false)])
        }
    }

    @Test func threadsThatServeDisks() async throws {
        try await withStatistics([
            "iothread.count": .unsigned(2), "iothread.1.poll-max-ns": .unsignedLong(32768),
            "iothread.1.poll-grow": .unsigned(0), "iothread.1.poll-shrink": .unsigned(2),
            "iothread.7.poll-max-ns": .unsignedLong(0),
        ]) { read in
            #expect(read.others == [:])
            #expect(read.ioThreads.map(\.number) == [1, 7])
            #expect(read.ioThreads.first?.longestPoll == .nanoseconds(32768))
            #expect((read.ioThreads.first?.pollGrowth, read.ioThreads.first?.pollShrinkage) == (0, 2))
        }
    }

    @Test func monitorsOfCacheAndMemory() async throws {
        try await withStatistics([
            "cpu.cache.monitor.count": .unsigned(1), "cpu.cache.monitor.0.name": .string("vcpus_0-1"),
            "cpu.cache.monitor.0.vcpus": .string("0-1"), "cpu.cache.monitor.0.bank.count": .unsigned(1),
            "cpu.cache.monitor.0.bank.0.id": .unsigned(2), "cpu.cache.monitor.0.bank.0.bytes": .unsigned(65536),
            "memory.bandwidth.monitor.count": .unsigned(1), "memory.bandwidth.monitor.0.name": .string("vcpus_0-1"),
            "memory.bandwidth.monitor.0.vcpus": .string("0-1"),
            "memory.bandwidth.monitor.0.node.count": .unsigned(1), "memory.bandwidth.monitor.0.node.0.id": .unsigned(3),
            "memory.bandwidth.monitor.0.node.0.bytes.local": .unsignedLong(4),
            "memory.bandwidth.monitor.0.node.0.bytes.total": .unsignedLong(5),
        ]) { read in
            #expect(read.others == [:])
            let cache = try #require(read.cacheMonitors.first)
            #expect((cache.name, cache.virtualCPUs) == ("vcpus_0-1", "0-1"))
            #expect((cache.banks.first?.id, cache.banks.first?.occupied) == (2, .kibibytes(64)))
            let memory = try #require(read.memoryBandwidthMonitors.first)
            #expect((memory.name, memory.virtualCPUs) == ("vcpus_0-1", "0-1"))
            let controller = try #require(memory.controllers.first)
            #expect((controller.id, controller.localBytes, controller.totalBytes) == (3, .bytes(4), .bytes(5)))
        }
    }

    @Test(arguments: [
        ("page-sampling", DomainDirtyRateMode.pageSampling), ("dirty-bitmap", .dirtyBitmap), ("dirty-ring", .dirtyRing),
    ])
    func aDirtyRate(_ text: String, _ mode: DomainDirtyRateMode) async throws {
        try await withStatistics([
            "dirtyrate.calc_status": .int(2), "dirtyrate.calc_start_time": .long(100), "dirtyrate.calc_period": .int(1),
            "dirtyrate.megabytes_per_second": .long(3), "dirtyrate.calc_mode": .string(text),
            "dirtyrate.vcpu.2.megabytes_per_second": .unsignedLong(4),
        ]) { read in
            #expect(read.others == [:])
            let rate = try #require(read.dirtyRate)
            #expect((rate.status, rate.mode) == (.measured, mode))
            #expect((rate.started, rate.period) == (.seconds(100), .seconds(1)))
            #expect(rate.perSecond == .mebibytes(3))
            #expect(rate.perSecondByProcessor == [2: .mebibytes(4)])
        }
    }

    @Test func whatTheHypervisorCountsKeepsItsNames() async throws {
        try await withStatistics(["vm.remote_tlb_flush.sum": .unsignedLong(1), "vm.pages_4k.cur": .boolean(true)]) {
            #expect($0.others == [:])
            #expect($0.hypervisor == ["remote_tlb_flush.sum": .unsignedLong(1), "pages_4k.cur": .boolean(true)])
        }
    }

    @Test func countersByNameAndByProperty() async throws {
        try await withStatistics([
            "perf.cmt": .unsignedLong(1), "perf.mbmt": .unsignedLong(2), "perf.mbml": .unsignedLong(3),
            "perf.cache_misses": .unsignedLong(4), "perf.cache_references": .unsignedLong(5),
            "perf.instructions": .unsignedLong(6), "perf.cpu_cycles": .unsignedLong(7),
            "perf.ref_cpu_cycles": .unsignedLong(8), "perf.branch_instructions": .unsignedLong(9),
            "perf.branch_misses": .unsignedLong(10), "perf.bus_cycles": .unsignedLong(11),
            "perf.stalled_cycles_frontend": .unsignedLong(12), "perf.stalled_cycles_backend": .unsignedLong(13),
            "perf.cpu_clock": .unsignedLong(14), "perf.page_faults": .unsignedLong(15),
            "perf.page_faults_min": .unsignedLong(16), "perf.page_faults_maj": .unsignedLong(17),
            "perf.context_switches": .unsignedLong(18), "perf.cpu_migrations": .unsignedLong(19),
            "perf.alignment_faults": .unsignedLong(20), "perf.emulation_faults": .unsignedLong(21),
            "perf.of_tomorrow": .unsignedLong(22),
        ]) { read in
            #expect(read.others == [:])
            let perf = read.perf
            let amounts = [perf.cacheOccupancy, perf.totalBandwidth, perf.localBandwidth]
            #expect(amounts == [.bytes(1), .bytes(2), .bytes(3)])
            let counts = [
                perf.cacheMisses, perf.cacheReferences, perf.instructions, perf.cpuCycles, perf.referenceCPUCycles,
                perf.branchInstructions, perf.branchMisses, perf.busCycles, perf.stalledFrontendCycles,
                perf.stalledBackendCycles,
            ]
            #expect(counts == Array(4...13))
            #expect(perf.cpuClock == .nanoseconds(14))
            let software = [
                perf.pageFaults, perf.minorPageFaults, perf.majorPageFaults, perf.contextSwitches, perf.cpuMigrations,
                perf.alignmentFaults, perf.emulationFaults,
            ]
            #expect(software == Array(15...21))
            #expect(perf.counts["perf.of_tomorrow"] == nil)
            #expect(perf.counts["of_tomorrow"] == 22)
        }
    }

    @Test func theGuestsOwnMemoryFigures() async throws {
        let names = [
            "maximum", "rss", "unused", "available", "usable", "disk_caches", "swap_in", "swap_out", "major_fault",
            "minor_fault", "hugetlb_pgalloc",
        ]
        var parameters: TypedParameters = ["balloon.last-update": .unsignedLong(0)]
        for (value, name) in names.enumerated() {
            parameters.append(.unsignedLong(UInt64(value)), named: TypedParameterName("balloon.\(name)"))
        }
        try await withStatistics(parameters) { read in
            #expect(read.others == [:])
            let memory = read.memory
            let amounts = [
                memory.maximum, memory.resident, memory.unused, memory.available, memory.usable, memory.diskCaches,
                memory.swappedIn, memory.swappedOut,
            ]
            #expect(amounts == (0...7).map(ByteCount.kibibytes))
            #expect([memory.majorFaults, memory.minorFaults, memory.hugePageAllocations] == [8, 9, 10])
            #expect(memory.updated == nil)
        }
    }
}
