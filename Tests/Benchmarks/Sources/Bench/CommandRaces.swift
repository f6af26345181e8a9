import Foundation
import Strata

/// The command against its peers: whole processes, as a user starts them.
struct CommandRaces {
    let strata: String
    let domains: String
    let folder: URL
    let connection: Connection
    let uri = "qemu:///system"

    func run() async throws -> [Race.Result] {
        var results = [
            try await firstLine(of: "hello.xml").run(), try await againstVirsh("hello.xml").run(),
            try await list("empty host").run(),
        ]
        try await withGuests(200) { results.append(try await list("200 defined guests", bar: 0.7).run()) }
        return results
    }

    /// From the start of the program to the first line that the guest's own user space prints.
    private func firstLine(of file: String) async throws -> Race {
        let path = domains + "/" + file
        var document = try DomainDocument(contentsOf: path).resolvingPaths()
        let accelerator = try await Accelerator.choose(.auto, on: connection)
        document = document.adapted(to: accelerator) ?? document
        let raw = try await RawQEMU.program(for: document, on: connection)
        let line = "STRATA HELLO"
        let strata = Program(strata, ["run", path, "-c", uri, "--until", line])
        return Race(
            title: "\(file), until its first line of user space (\(accelerator.kind.rawValue))", bar: 1.10, rounds: 11,
            touched: 512,
            contenders: [
                .init(name: "qemu-system, same devices") { try raw.time(until: line, endedBy: SIGKILL) },
                .init(name: "strata run") { try strata.time(until: line) },
            ])
    }

    /// The same against the shortest way through libvirt: what libvirt itself takes is in both.
    private func againstVirsh(_ file: String) async throws -> Race {
        let path = domains + "/" + file
        var document = try DomainDocument(contentsOf: path).resolvingPaths()
        document = document.adapted(to: try await Accelerator.choose(.auto, on: connection)) ?? document
        document.name = "bench-virsh"
        let log = folder.appending(path: "virsh.log")
        let place = "<serial type='pty'>"
        let logged = document.xml.replacingOccurrences(of: place, with: "\(place)<log file='\(log.path)'/>")
        let definition = folder.appending(path: "virsh.xml").path
        try Data(logged.utf8).write(to: URL(filePath: definition))
        let virsh = Program("/usr/bin/virsh", ["-c", uri, "create", definition])
        let line = "STRATA HELLO"
        let strata = Program(strata, ["run", path, "-c", uri, "--until", line])
        return Race(
            title: "\(file), until its first line of user space", bar: 1.05, rounds: 11, touched: 512,
            contenders: [
                .init(name: "virsh create") {
                    let begin = ContinuousClock.now
                    _ = try virsh.timeToEnd()
                    while try !String(decoding: Data(contentsOf: log), as: UTF8.self).contains(line) {
                        try await Task.sleep(for: .milliseconds(5))
                    }
                    let time = begin.duration(to: .now)
                    try await connection.domain(named: "bench-virsh").forceOff()
                    try FileManager.default.removeItem(at: log)
                    return time
                },
                .init(name: "strata run") { try strata.time(until: line) },
            ])
    }

    private func list(_ title: String, bar: Double = 1.25) -> Race {
        let virsh = Program("/usr/bin/virsh", ["-c", uri, "list", "--all"])
        let strata = Program(strata, ["list", "--all", "-c", uri])
        return Race(
            title: "listing all guests, \(title)", bar: bar, rounds: 40, touched: 64,
            contenders: [
                .init(name: "virsh list --all") { try virsh.timeToEnd() },
                .init(name: "strata list --all") { try strata.timeToEnd() },
            ])
    }

    private func withGuests(_ count: Int, _ body: () async throws -> Void) async throws {
        var guests: [Domain] = []
        for index in 0..<count {
            guests.append(
                try await connection.define(
                    """
                    <domain type='qemu'><name>bench-\(index)</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
                    <os><type arch='x86_64' machine='pc'>hvm</type></os></domain>
                    """))
        }
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
        for guest in guests { try await guest.undefine() }
        try outcome.get()
    }
}
