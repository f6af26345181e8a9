internal import Faults
internal import Foundation
internal import Libvirt
internal import TestSupport

/// A hundred thousand calls over every family, after which there must be nothing that was not there before.
enum Leaks {
    struct Leak: Error, CustomStringConvertible { let description: String }

    /// What one stretch of calls left behind.
    private struct Growth {
        var allocations: Int
        var memory: Int
    }

    /// Answers how many calls were made.
    ///
    /// Caches of libvirt, GLib and the Swift runtime grow now and then, in one stretch of calls or another; what leaks
    /// grows in each of them.
    static func look() async throws -> Int {
        try await LookedAtHost.with { host in
            // What is made once, and what caches keep.
            _ = try await growth { try await rounds(150, on: host) }
            let (before, lent) = (LiveHandles.count, Lent.count)
            var growths: [Growth] = []
            // What a busy machine lets go of late goes in a later stretch; what leaks does not.
            while growths.count < stretches || (growths.count < mostStretches && isLeak(growths)) {
                growths.append(try await growth { try await rounds(roundsInAStretch, on: host) })
            }
            let isLetGo = await eventually { LiveHandles.count == before && Lent.count == lent }
            guard isLetGo else {
                throw Leak(description: "\(LiveHandles.count - before) handles, \(Lent.count - lent) callbacks stay")
            }
            guard !isLeak(growths) else {
                throw Leak(description: "\(growths.map(\.allocations)) allocations stay of each stretch")
            }
            let memory = growths.map(\.memory).min() ?? 0
            // A sanitizer keeps memory that was freed.
            guard memory < 1 << 20 || faults_live_allocations() == 0 else {
                throw Leak(description: "the process grows by \(memory) bytes")
            }
        }
        return stretches * roundsInAStretch * callsInARound
    }

    /// One piece of memory for each use of one single call would be as many as there are rounds.
    private static func isLeak(_ growths: [Growth]) -> Bool {
        growths.allSatisfy { $0.allocations >= roundsInAStretch / 2 }
    }

    private static let stretches = 3
    private static let mostStretches = 9
    private static let roundsInAStretch = 210
    private static let readings = LookedAtHost.readings.values.flatMap(\.values)
    private static let callsInARound = readings.count + 14

    private static func rounds(_ count: Int, on looked: LookedAtHost) async throws {
        let host = try await Connection.open("test:///default")
        // A hop for each call would take most of the time.
        try await withTaskExecutorPreference(BlockingExecutor.shared) {
            for round in 0..<count {
                for read in readings { try? await read(looked) }
                try await change(host, "leak-\(round)")
            }
        }
        await host.close()
    }

    /// Makes 14 calls that change something.
    private static func change(_ host: Connection, _ name: String) async throws {
        let domain = try await host.define(TestDomain.shutOff(name).definition)
        try await domain.start()
        try await domain.suspend()
        try await domain.setTitle("a title")
        try await domain.setNUMAParameters([.domainNUMANodeSet: .string("0-1")], .config)
        let snapshot = try await domain.createSnapshot("<domainsnapshot><name>s</name></domainsnapshot>")
        try await snapshot.delete()
        _ = try await domain.screenshot()
        try await domain.forceOff()
        try await domain.undefine()
        let pool = try await host.createTransientStoragePool(folderPoolXML(name, path: "/\(name)"))
        let volume = try await pool.createVolume(volumeXML("v"))
        try await volume.delete()
        try await pool.stop()
    }

    private static func growth(_ body: () async throws -> Void) async throws -> Growth {
        let before = (faults_live_allocations(), try residentMemory())
        try await body()
        // Subscriptions are taken back, and events are freed, a moment after they go; longer where all is busy.
        var last: Int
        repeat {
            last = faults_live_allocations()
            try await Task.sleep(for: .milliseconds(200))
        } while faults_live_allocations() < last
        return Growth(
            allocations: faults_live_allocations() - before.0, memory: try residentMemory() - before.1)
    }

    private static func residentMemory() throws -> Int {
        let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return Int(pages[1]).map { $0 * 4096 } ?? 0
    }
}
