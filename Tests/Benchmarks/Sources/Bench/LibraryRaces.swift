import CBaseline
import Foundation
import Strata

/// The binding against the same work in C and in Python, in one process or beside it.
struct LibraryRaces {
    let folder: URL
    private let count = 1000

    func run() async throws -> [Race.Result] {
        let host = try await Connection.open(try testHost())
        let uuids = try await host.domains().map(\.uuid)
        let python = try script()
        // One hop for a whole race, as the documentation advises for batches.
        let results = try await withTaskExecutorPreference(BlockingExecutor.shared) {
            var results = [
                try await race("list + name + info of \(count) guests", bar: 1.05, host, python("list")) {
                    baseline_list($0)
                } swift: {
                    for guest in try await host.domains() { blackHole(guest.name.utf8.count, try await guest.info()) }
                }.run(),
                try await race("bulk statistics of \(count) guests, decoded", bar: 1.25, host, python("stats")) {
                    baseline_statistics($0)
                } swift: {
                    for one in try await host.domainStatistics() { blackHole(one.domain.name.utf8.count, one) }
                }.run(),
            ]
            let bytes = uuids.flatMap { uuid in withUnsafeBytes(of: uuid.uuid) { Array($0) } }
            results.append(
                try await race("\(count) look-ups by UUID", bar: 1.10, host, python("lookup")) {
                    baseline_look_up($0, bytes, Int32(uuids.count))
                } swift: {
                    for uuid in uuids { blackHole(try await host.domain(uuid: uuid).name.utf8.count, 0) }
                }.run())
            return results + [try await remoteCalls(), try await events(host)]
        }
        return results
    }

    private func race(
        _ title: String, bar: Double, _ host: Connection, _ python: Program?,
        c: @escaping (UnsafeMutableRawPointer) -> Int64,
        swift: @escaping () async throws -> Void
    ) async throws -> Race {
        Race(
            title: title + ", test driver, processor time", bar: bar, rounds: 31,
            contenders: [
                Race.Contender(name: "C") {
                    try await processorTime {
                        try host.handle.withUnsafePointer { blackHole(c(UnsafeMutableRawPointer($0)), 0) }
                    }
                },
                python.map { python in .init(name: "python3-libvirt") { try python.timeItPrints() } },
                .init(name: "Swift") { try await processorTime { try await swift() } },
            ].compactMap(\.self))
    }

    /// One call after the other to a daemon, inside a batch.
    private func remoteCalls() async throws -> Race.Result {
        let host = try await Connection.open("qemu:///system")
        let guest = try await host.define(
            """
            <domain type='qemu'><name>bench-rpc</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
            <os><type arch='x86_64' machine='pc'>hvm</type></os></domain>
            """)
        let calls = 500
        let result = try await Race(
            title: "\(calls) calls to a daemon (virDomainGetInfo), in a batch", bar: 1.03, rounds: 21,
            contenders: [
                .init(name: "C") {
                    try await measured {
                        try guest.handle.withUnsafePointer {
                            blackHole(baseline_info(UnsafeMutableRawPointer($0), Int32(calls)), 0)
                        }
                    }
                },
                .init(name: "Swift") {
                    try await measured { for _ in 0..<calls { blackHole(1, try await guest.info()) } }
                },
            ]
        ).run()
        try await guest.undefine()
        await host.close()
        return result
    }

    /// From the call that causes an event to the raw callback, and to the consumer of the sequence.
    private func events(_ host: Connection) async throws -> Race.Result {
        guard try host.handle.withUnsafePointer({ baseline_watch(UnsafeMutableRawPointer($0)) }) >= 0 else {
            throw Failed(program: Program("virConnectDomainEventRegisterAny", []))
        }
        let events = try await host.domainEvents(.lifecycle).subscribe()
        guard let guest = try await host.domains(.running).first else { throw Failed(program: Program("domains", [])) }
        let samples = 500
        func latencies(_ arrival: () async throws -> Int64) async throws -> Duration {
            var all: [Int64] = []
            for index in 0..<samples {
                let begin = now()
                if index.isMultiple(of: 2) { try await guest.suspend() } else { try await guest.resume() }
                all.append(try await arrival() - begin)
            }
            return .nanoseconds(all.sorted()[samples / 2])
        }
        return try await Race(
            title: "an event of the test driver, from its cause (\(samples) each), in a batch", bar: 1.5, rounds: 9,
            contenders: [
                .init(name: "to the raw C callback") {
                    try await latencies {
                        _ = try await events.next()
                        return baseline_last_event()
                    }
                },
                .init(name: "to the consumer of the sequence") {
                    try await latencies {
                        _ = try await events.next()
                        return now()
                    }
                },
            ]
        ).run()
    }

    private func testHost() throws -> String {
        let guests = (0..<count).map { index in
            "<domain type='test'><name>guest-\(index)</name><memory unit='MiB'>128</memory>"
                + "<os><type>hvm</type></os></domain>"
        }
        let file = folder.appending(path: "node.xml")
        try Data("<node>\(guests.joined())</node>".utf8).write(to: file)
        return "test://\(file.path)"
    }

    /// The same work in Python; prints its own seconds, so that the interpreter's start does not count.
    ///
    /// - Returns: A program for each kind of work; none where there is no python3-libvirt.
    private func script() throws -> (String) -> Program? {
        let file = folder.appending(path: "race.py")
        let node = folder.appending(path: "node.xml").path
        try Data(
            """
            import libvirt, sys, time
            host = libvirt.open('test://\(node)')
            uuids = [domain.UUID() for domain in host.listAllDomains()]
            def work():
                if sys.argv[1] == 'list':
                    for domain in host.listAllDomains(): len(domain.name()), domain.info()
                elif sys.argv[1] == 'stats':
                    for domain, values in host.getAllDomainStats(): len(domain.name()), values['state.state']
                else:
                    for uuid in uuids: host.lookupByUUID(uuid).name()
            work()
            begin = time.process_time()
            for _ in range(\(runsInARow)): work()
            print((time.process_time() - begin) / \(runsInARow))

            """.utf8
        ).write(to: file)
        let python = "/usr/bin/python3"
        guard (try? Program(python, ["-c", "import libvirt"]).timeToEnd()) != nil else {
            print("python     no python3-libvirt")
            return { _ in nil }
        }
        return { Program(python, [file.path, $0]) }
    }
}

/// The processor time that the work typically takes of several runs in a row, the first of which does not count: whoever
/// ran before has filled the caches with something else, and what else the machine does should not count where nobody
/// waits for anything.
func processorTime(_ body: () async throws -> Void) async rethrows -> Duration {
    try await body()
    var times: [Duration] = []
    for _ in 0..<runsInARow {
        let begin = now(CLOCK_PROCESS_CPUTIME_ID)
        try await body()
        times.append(.nanoseconds(now(CLOCK_PROCESS_CPUTIME_ID) - begin))
    }
    return times.median
}

/// Enough that what is measured is the work, not how quickly the processor learns to predict it.
private let runsInARow = 11

func measured(_ body: () async throws -> Void) async rethrows -> Duration {
    let begin = ContinuousClock.now
    try await body()
    return begin.duration(to: .now)
}

private func now(_ clock: clockid_t = CLOCK_MONOTONIC) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

/// Keeps the optimizer from throwing the work away.
@inline(never) func blackHole<Value>(_ number: some BinaryInteger, _ value: Value) {}
