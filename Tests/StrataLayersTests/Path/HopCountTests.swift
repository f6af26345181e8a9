import Testing

@testable import StrataLayers

@Suite("What is counted at a hop") struct HopCountTests {
    private func counts(_ sectors: Int, _ milliseconds: Int, packets: Int, at time: Double) throws -> [HopCount?] {
        try withRecordedHost("intel-kvm") { host in
            // reads, merged, sectors, ms; the same of writes; under way, busy ms, queue ms
            try host.write("10 0 \(sectors) \(milliseconds) 5 0 8 50 0 0 0", to: "/sys/class/block/sdz/stat")
            for (name, value) in ["rx_bytes": 1500 * packets, "tx_bytes": 60, "rx_packets": packets, "tx_packets": 1] {
                try host.write("\(value)", to: "/sys/class/net/vnet9/statistics/\(name)")
            }
            let files = HostFiles(root: host.root)
            return [
                HopCount(block: "sdz", files, at: time), HopCount(network: "vnet9", files, at: time),
                HopCount(block: "nowhere", files, at: time),
            ]
        }
    }

    @Test func theDifferenceIsPerSecond() throws {
        let first = try counts(100, 10, packets: 4, at: 10)
        let last = try counts(300, 10, packets: 10, at: 12)
        let disk = try #require(HopMeasurement(from: first[0], to: last[0]))
        #expect(disk == HopMeasurement(requests: 0, bytesDown: 0, bytesUp: 51_200))
        // What the host's end of the cable received, the guest has sent.
        let tap = try #require(HopMeasurement(from: first[1], to: last[1]))
        #expect(tap == HopMeasurement(requests: 3, bytesDown: 4500, bytesUp: 0))
    }

    @Test func whatIsNotThereOrTookNoTimeIsNotMeasured() throws {
        let counts = try counts(1, 1, packets: 1, at: 5)
        #expect(counts[2] == nil)
        #expect(HopMeasurement(from: counts[0], to: counts[0]) == nil)
        #expect(HopMeasurement(from: counts[2], to: counts[0]) == nil)
    }

    @Test func aRequestTookTheTimeOfAllSharedByTheirNumber() throws {
        var first = try #require(try counts(0, 0, packets: 1, at: 0)[0])
        var last = first
        (first.requests, first.seconds) = (10, 1)
        (last.requests, last.seconds, last.time) = (30, 2, 4)
        let measured = try #require(HopMeasurement(from: first, to: last))
        #expect(measured.requests == 5)
        #expect(measured.latency == 0.05)
    }
}
