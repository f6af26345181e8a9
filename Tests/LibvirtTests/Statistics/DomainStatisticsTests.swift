import Foundation
import Quantities
import Testing
import TestSupport

@testable import Libvirt

@Suite("Domain statistics") struct DomainStatisticsTests {
    @Test func everyDocumentedNameHasAProperty() async throws {
        let known: TypedParameters = [
            "state.state": .int(1), "state.reason": .int(1), "cpu.time": .unsignedLong(3), "cpu.user": .unsignedLong(1),
            "cpu.system": .unsignedLong(2), "cpu.haltpoll.success.time": .unsignedLong(5),
            "cpu.haltpoll.fail.time": .unsignedLong(6), "balloon.current": .unsignedLong(1024),
            "balloon.last-update": .unsignedLong(1_700_000_000), "balloon.hugetlb_pgfail": .unsignedLong(7),
            "vcpu.current": .unsigned(1), "vcpu.maximum": .unsigned(4), "net.count": .unsigned(0),
            "block.count": .unsigned(0), "iothread.count": .unsigned(0), "cpu.cache.monitor.count": .unsigned(0),
            "memory.bandwidth.monitor.count": .unsigned(0), "perf.task_clock": .unsignedLong(8),
        ]
        try await withStatistics(known) { read in
            #expect(read.others == [:])
            #expect(read.condition == DomainCondition(state: .running, reason: .running(.booted)))
            #expect(read.cpuTime == .nanoseconds(3))
            #expect(read.cpuUserTime == .nanoseconds(1))
            #expect(read.cpuSystemTime == .nanoseconds(2))
            #expect(read.haltPollSuccessTime == .nanoseconds(5))
            #expect(read.haltPollFailureTime == .nanoseconds(6))
            #expect(read.memory.current == .mebibytes(1))
            #expect(read.memory.maximum == nil)
            #expect(read.memory.updated == Date(timeIntervalSince1970: 1_700_000_000))
            #expect(read.memory.hugePageFailures == 7)
            #expect(read.virtualCPUs == 1)
            #expect(read.maximumVirtualCPUs == 4)
            #expect(read.perf.taskClock == .nanoseconds(8))
            #expect(read.disks.isEmpty && read.interfaces.isEmpty && read.ioThreads.isEmpty)
        }
    }

    @Test func whatIsNotReportedIsNil() async throws {
        try await withStatistics([:]) { read in
            #expect(read.condition == nil)
            #expect(read.cpuTime == nil)
            #expect(read.dirtyRate == nil)
            #expect(read.memory == MemoryStatistics())
            #expect(read.perf == PerfStatistics())
            #expect(read.hypervisor == [:])
        }
    }

    @Test func unknownNamesAreKeptUnderLibvirtsOwn() async throws {
        let unknown: TypedParameters = [
            "block.0.name": .string("vda"), "block.0.new.reqs": .unsignedLong(1), "block.x.name": .string("?"),
            "net.new": .unsigned(2), "vcpu.new": .unsigned(3), "cpu.new": .unsignedLong(4), "new.group": .double(0.5),
            "iothread.1.new": .unsignedLong(5), "dirtyrate.calc_mode": .string("by-magic"), "block.0.": .boolean(true),
            "block.name": .string("no number"), "cpu.cache.monitor.0.bank.0.new": .unsigned(6), "state.new": .int(7),
        ]
        try await withStatistics(unknown) { read in
            #expect(read.disks.map(\.name) == ["vda"])
            var expected = Dictionary(uniqueKeysWithValues: unknown.elements.map { ($0.name.rawValue, $0.value) })
            expected["block.0.name"] = nil
            #expect(read.others == expected)
        }
    }

    @Test func disksWithTheImagesBehindThem() async throws {
        try await withStatistics([
            "block.count": .unsigned(2), "block.0.name": .string("vda"), "block.0.path": .string("/top.qcow2"),
            "block.0.backingIndex": .unsigned(1), "block.0.rd.reqs": .unsignedLong(1),
            "block.0.rd.bytes": .unsignedLong(512), "block.0.rd.times": .unsignedLong(7),
            "block.0.wr.reqs": .unsignedLong(2), "block.0.wr.bytes": .unsignedLong(1024),
            "block.0.wr.times": .unsignedLong(8), "block.0.fl.reqs": .unsignedLong(3),
            "block.0.fl.times": .unsignedLong(9), "block.0.errors": .unsignedLong(4),
            "block.0.allocation": .unsignedLong(1), "block.0.capacity": .unsignedLong(2),
            "block.0.physical": .unsignedLong(3), "block.0.threshold": .unsignedLong(4),
            "block.1.name": .string("vda"), "block.1.path": .string("/base.qcow2"),
            "block.1.backingIndex": .unsigned(2),
        ]) { read in
            #expect(read.others == [:])
            #expect(read.disks.map(\.path) == ["/top.qcow2", "/base.qcow2"])
            #expect(read.disks.map(\.backingIndex) == [1, 2])
            let disk = try #require(read.disks.first)
            #expect((disk.readRequests, disk.writeRequests, disk.flushRequests, disk.errors) == (1, 2, 3, 4))
            #expect((disk.bytesRead, disk.bytesWritten) == (.bytes(512), .bytes(1024)))
            #expect((disk.readTime, disk.writeTime) == (.nanoseconds(7), .nanoseconds(8)))
            #expect(disk.flushTime == .nanoseconds(9))
            #expect((disk.allocation, disk.capacity, disk.physical) == (.bytes(1), .bytes(2), .bytes(3)))
            #expect(disk.threshold == .bytes(4))
        }
    }

    @Test func interfacesByNumber() async throws {
        let names = ["rx.bytes", "rx.pkts", "rx.errs", "rx.drop", "tx.bytes", "tx.pkts", "tx.errs", "tx.drop"]
        var parameters: TypedParameters = ["net.count": .unsigned(2), "net.1.name": .string("vnet1")]
        for (value, name) in names.enumerated() {
            parameters.append(.unsignedLong(UInt64(value)), named: TypedParameterName("net.1.\(name)"))
        }
        try await withStatistics(parameters) { read in
            #expect(read.others == [:])
            let interface = try #require(read.interfaces.first)
            #expect(interface.name == "vnet1")
            #expect((interface.bytesReceived, interface.bytesSent) == (.zero, .bytes(4)))
            #expect((interface.packetsReceived, interface.receiveErrors, interface.receiveDrops) == (1, 2, 3))
            #expect((interface.packetsSent, interface.sendErrors, interface.sendDrops) == (5, 6, 7))
        }
    }

    @Test func aNumberTooLargeForAnyMachineCostsNothing() async throws {
        try await withStatistics(["block.99999999999999999999.name": .string("vda")]) { read in
            #expect(read.disks.count == 1)
        }
    }

    @Test func theReferenceOfEachDomainIsTheStatisticsOwn() async throws {
        try await withTemporaryFolder { folder in
            let host = try await Connection.open(try testHostURI(in: folder, domains: [.running("a"), .shutOff("b")]))
            var statistics = try await host.domainStatistics()
            let one = try await host.statistics(of: [try await host.domain(named: "b")])
            #expect(statistics.map(\.domain.name).sorted() == ["a", "b"])
            #expect(one.map(\.domain.name) == ["b"])
            #expect(try await one.first?.domain.state() == one.first?.condition)
            // Kept over the end of the list that they came in, and given back in the end.
            let kept = statistics.removeLast().domain
            statistics = []
            #expect(try await kept.xml().contains("<name>\(kept.name)</name>"))
        }
    }
}

/// Runs `body` with what is read of `parameters`.
func withStatistics(
    _ parameters: TypedParameters, _ body: (DomainStatistics<ReadWrite>) throws -> Void
) async throws {
    try await withTestHost(domains: [.shutOff("web")]) { host in
        var statistics = DomainStatistics(domain: try await host.domain(named: "web"))
        try parameters.withUnsafeParameters { statistics.read(UnsafeBufferPointer(start: $0, count: Int($1))) }
        try body(statistics)
    }
}
