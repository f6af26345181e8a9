import Foundation
import Strata

/// What looking costs: a sample beside the call that it is made of, the picture beside virsh, and the live view.
struct LayerRaces {
    let strata: String
    let folder: URL
    let connection: Connection
    let uri = "qemu:///system"

    func run() async throws -> [Race.Result] {
        var results: [Race.Result] = []
        try await withPausedGuests(200) {
            results.append(try await sample().run())
            results.append(try await picture().run())
        }
        results.append(try await liveView().run())
        return results
    }

    private func sample() -> Race {
        let host = connection.readOnly
        let meter = MeterBox(host)
        return Race(
            title: "one sample of 200 guests", bar: 1.3, rounds: 15,
            contenders: [
                .init(name: "the bulk statistics call alone") {
                    try await measured {
                        let groups: DomainStatsGroups = [.state, .cpuTotal, .balloon, .vcpu, .interface, .block]
                        blackHole(1, try await host.domainStatistics(groups, [.active, .noWait]))
                    }
                },
                .init(name: "Meter.sample") { try await measured { blackHole(1, try await meter.sample()) } },
            ])
    }

    private func picture() -> Race {
        let virsh = Program("/usr/bin/virsh", ["-c", uri, "domstats"])
        let strata = Program(strata, ["layers", "-c", uri])
        return Race(
            title: "the layers of 200 running guests", bar: 2, rounds: 9,
            contenders: [
                .init(name: "virsh domstats") { try virsh.timeToEnd() },
                .init(name: "strata layers") { try strata.timeToEnd() },
            ])
    }

    /// The processor time of the live view beside the time for which it ran.
    private func liveView() throws -> Race {
        let guests = (0..<1000).map { index in
            "<domain type='test'><name>guest-\(index)</name><memory unit='MiB'>128</memory>"
                + "<os><type>hvm</type></os></domain>"
        }
        let node = folder.appending(path: "top.xml")
        try Data("<node>\(guests.joined())</node>".utf8).write(to: node)
        let view = LiveView(command: "exec \(strata) top -q -c test://\(node.path)")
        return Race(
            title: "top of 1,000 guests at 1 Hz, on a terminal, 10 s of it", bar: 0.05, rounds: 3,
            contenders: [
                .init(name: "the time itself") { .seconds(10) },
                .init(name: "processor time of strata top") { try await view.processorTime(in: .seconds(10)) },
            ])
    }

    private func withPausedGuests(_ count: Int, _ body: () async throws -> Void) async throws {
        let outcome: Result<Void, any Error>
        do {
            try await eightAtOnce(count) { index in
                _ = try await connection.createTransient(
                    """
                    <domain type='qemu'><name>bench-\(index)</name><memory unit='MiB'>16</memory><vcpu>1</vcpu>
                    <os><type arch='x86_64' machine='pc'>hvm</type></os></domain>
                    """, .paused)
            }
            outcome = .success(try await body())
        } catch {
            outcome = .failure(error)
        }
        let guests = try await connection.domains(.active).filter { $0.name.hasPrefix("bench-") }
        try await eightAtOnce(guests.count) { try await guests[$0].forceOff() }
        try outcome.get()
    }

    private func eightAtOnce(_ count: Int, _ work: @escaping @Sendable (Int) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<count {
                if index >= 8 { try await group.next() }
                group.addTask { try await work(index) }
            }
            try await group.waitForAll()
        }
    }
}

/// A meter for several rounds, one after the other.
private actor MeterBox {
    private var meter: Meter

    init(_ connection: ReadOnlyConnection) { meter = Meter(connection) }

    func sample() async throws -> Sample {
        var meter = meter
        let sample = try await meter.sample()
        self.meter = meter
        return sample
    }
}

/// A program on a terminal that `script` makes.
private struct LiveView {
    let command: String

    /// What it uses once it is up.
    func processorTime(in time: Duration) async throws -> Duration {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
        process.arguments = ["-qfc", "stty rows 50 cols 150; \(command)", "/dev/null"]
        process.standardInput = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer { process.terminate() }
        try await Task.sleep(for: .seconds(3))
        let child = try child(of: process.processIdentifier)
        let begin = try ticks(of: child)
        try await Task.sleep(for: time)
        return .milliseconds((try ticks(of: child) - begin) * 10)
    }

    private func child(of process: Int32) throws -> String {
        let path = "/proc/\(process)/task/\(process)/children"
        let children = try String(contentsOfFile: path, encoding: .utf8).split(separator: " ")
        guard let child = children.first else { throw Failed(program: Program("/usr/bin/script", [command])) }
        return String(child)
    }

    private func ticks(of process: String) throws -> Int {
        let line = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        let fields = line[(line.lastIndex(of: ")") ?? line.startIndex)...].split(separator: " ")
        return (Int(fields[12]) ?? 0) + (Int(fields[13]) ?? 0)
    }
}
