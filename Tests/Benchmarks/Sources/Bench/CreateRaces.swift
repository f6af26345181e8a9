import Foundation
import Strata

/// Making guests against raw QEMU, virsh and virt-install: whole processes, as a user starts them.
struct CreateRaces {
    let strata: String
    let domains: String
    let folder: URL
    let connection: Connection
    let uri = "qemu:///system"
    private let line = "STRATA HELLO"
    private let pool = "strata-bench-pool"

    func run() async throws -> [Race.Result] {
        await clear()
        let interruption = Interruption {
            await clear()
            try? FileManager.default.removeItem(at: folder)
        }
        defer { interruption.stop() }
        do {
            let results = try await races()
            await clear()
            return results
        } catch {
            await clear()
            throw error
        }
    }

    private func races() async throws -> [Race.Result] {
        let definition = try dryRun(kernel)
        var results = [
            try await firstLine(definition).run(), try await firstLineAgainstVirsh(definition).run(),
            try await untilStarted(definition).run(),
            try await againstVirtInstall(definition).run(), try await tenWithVirsh(definition).run(),
            try await tenAtOnce.run(), try await tenAgainstVirsh(definition).run(),
        ]
        try await withImage { image in results.append(try await overlay(of: image).run()) }
        return results
    }

    /// Removes whatever an earlier run, or this one, has left.
    private func clear() async {
        for guest in (try? await connection.domains()) ?? [] {
            if ["bench-cr", "bench-im", "bench-raw"].contains(where: guest.name.hasPrefix) {
                try? await remove(guest.name)
            }
        }
        if let pool = try? await connection.storagePool(named: pool) { try? await pool.stop() }
    }

    /// The program with an end to it: whatever does not come to one by itself would hold up all others.
    private func limited(_ program: Program) -> Program {
        Program("/usr/bin/timeout", ["--foreground", "--kill-after=5", "60", program.path] + program.arguments)
    }

    /// The same for one that is killed, and takes what it has started with it.
    private func limitedUntilKilled(_ program: Program) -> Program {
        let dying = ["/usr/bin/setpriv", "--pdeathsig", "KILL", program.path]
        return Program("/usr/bin/timeout", ["--foreground", "--signal=KILL", "60"] + dying + program.arguments)
    }

    private var kernel: [String] {
        [
            "--kernel", domains + "/images/vmlinux", "--initrd", domains + "/images/hello.img",
            "--append", "console=ttyS0 quiet no_timer_check", "--memory", "256MiB", "--network", "user",
        ]
    }

    private func create(_ name: String, _ arguments: [String]) -> Program {
        limited(Program(strata, ["create", name, "-q", "-c", uri] + arguments))
    }

    /// What `create` would define.
    private func dryRun(_ arguments: [String]) throws -> DomainDocument {
        try DomainDocument(xml: try create("bench-cr", arguments + ["--dry-run"]).output())
    }

    private func firstLine(_ definition: DomainDocument) async throws -> Race {
        let raw = limitedUntilKilled(try await RawQEMU.program(for: definition, on: connection))
        return Race(
            title: "a kernel made a guest, until its first line of user space", bar: 1.10, rounds: 7, touched: 512,
            contenders: [
                .init(name: "qemu-system, same devices") { try raw.time(until: line, endedBy: SIGKILL) },
                .init(name: "strata create") { try await timedToLine(create("bench-cr", kernel)) },
            ])
    }

    /// What libvirt itself adds to raw QEMU, whoever asks it: without a bar.
    private func firstLineAgainstVirsh(_ definition: DomainDocument) throws -> Race {
        let virsh = try virshCreate(definition, as: "bench-cr")
        return Race(
            title: "a kernel made a guest, until its first line of user space", bar: nil, rounds: 7, touched: 512,
            contenders: [
                .init(name: "virsh create") { try await timedToLine(virsh) },
                .init(name: "strata create") { try await timedToLine(create("bench-cr", kernel)) },
            ])
    }

    private func timedToLine(_ program: Program) async throws -> Duration {
        let begin = ContinuousClock.now
        _ = try program.timeToEnd()
        try await waitForLine(of: "bench-cr")
        let time = begin.duration(to: .now)
        try await remove("bench-cr")
        return time
    }

    private func untilStarted(_ definition: DomainDocument) throws -> Race {
        let virsh = try virshCreate(definition, as: "bench-cr")
        return Race(
            title: "a kernel made a guest, until it is started", bar: 1.15, rounds: 15, touched: 512,
            contenders: [
                .init(name: "virsh create") { try await timed("bench-cr", virsh) },
                .init(name: "strata create") { try await timed("bench-cr", create("bench-cr", kernel)) },
            ])
    }

    private func againstVirtInstall(_ definition: DomainDocument) -> Race {
        let boot =
            "kernel=\(domains)/images/vmlinux,initrd=\(domains)/images/hello.img,"
            + "kernel_args=console=ttyS0 quiet no_timer_check"
        let install = limited(
            Program(
                "/usr/bin/virt-install",
                [
                    "--connect", uri, "--name", "bench-cr", "--memory", "256", "--vcpus", "1", "--osinfo",
                    "detect=on,require=off", "--disk", "none", "--import", "--network", "user", "--graphics", "none",
                    "--noautoconsole", "--boot", boot, "--virt-type", definition.type?.rawValue ?? "qemu",
                ]))
        return Race(
            title: "a kernel made a guest, until it is started", bar: 0.70, rounds: 5, touched: 512,
            contenders: [
                .init(name: "virt-install") { try await timed("bench-cr", install) },
                .init(name: "strata create") { try await timed("bench-cr", create("bench-cr", kernel)) },
            ])
    }

    /// What ten starts at once cost on this machine whoever asks for them: the floor of the next race, without a bar.
    private func tenWithVirsh(_ definition: DomainDocument) throws -> Race {
        let one = try virshCreate(definition, as: "bench-cr")
        let ten = try names.map { try virshCreate(definition, as: $0) }
        return Race(
            title: "the floor of that: ten guests by virsh create at once, and one", bar: nil, rounds: 3, touched: 512,
            contenders: [
                .init(name: "one virsh create") { try await timed("bench-cr", one) },
                .init(name: "ten virsh creates") { try await timedTogether(ten) },
            ])
    }

    private var tenAtOnce: Race {
        Race(
            title: "ten guests made at once, until all are started, and one", bar: 3, rounds: 3, touched: 512,
            contenders: [
                .init(name: "one create") { try await timed("bench-cr", create("bench-cr", kernel)) },
                .init(name: "ten creates") { try await timedTogether(names.map { create($0, kernel) }) },
            ])
    }

    private func tenAgainstVirsh(_ definition: DomainDocument) throws -> Race {
        let ten = try names.map { try virshCreate(definition, as: $0) }
        return Race(
            title: "ten guests made at once, until all are started", bar: 1.15, rounds: 3, touched: 512,
            contenders: [
                .init(name: "ten virsh creates") { try await timedTogether(ten) },
                .init(name: "ten creates") { try await timedTogether(names.map { create($0, kernel) }) },
            ])
    }

    /// The names of ten guests.
    private var names: [String] { (0..<10).map { "bench-cr-\($0)" } }

    private func timedTogether(_ programs: [Program]) async throws -> Duration {
        let time = try Program.timeToEnd(of: programs)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for name in names { group.addTask { try await remove(name) } }
            try await group.waitForAll()
        }
        return time
    }

    /// `virsh create` of the definition under another name, with a console log of its own.
    private func virshCreate(_ definition: DomainDocument, as name: String) throws -> Program {
        let xml = definition.xml.replacingOccurrences(of: "bench-cr", with: name)
        return limited(Program("/usr/bin/virsh", ["-c", uri, "create", try write(xml, "\(name).xml")]))
    }

    /// Half a second may pass besides what QEMU needs with the same disks.
    private func overlay(of image: String) async throws -> Race {
        let arguments = [
            "--image", image, "--pool", pool, "--memory", "256MiB", "--network", "user", "--ssh-key",
            "ssh-ed25519 AAAAC3Nz bench",
        ]
        _ = try create("bench-cr", arguments + ["--no-start"]).timeToEnd()
        let definition = try await connection.domain(named: "bench-cr").xml(inactive: true)
        try await connection.domain(named: "bench-cr").undefine()
        let file = try write(definition, "bench-image.xml")
        let virsh = limited(Program("/usr/bin/virsh", ["-c", uri, "create", file]))
        return Race(
            title: "an image made a guest, until it is started", bar: 1, rounds: 7, touched: 512,
            contenders: [
                .init(name: "virsh create, and 0.5 s") { try await timed("bench-cr", virsh) + .milliseconds(500) },
                .init(name: "strata create --image") {
                    try await timed("bench-im", create("bench-im", arguments), volumes: true)
                },
            ])
    }

    private func write(_ text: String, _ name: String) throws -> String {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    private func timed(_ name: String, _ program: Program, volumes: Bool = false) async throws -> Duration {
        let time = try program.timeToEnd()
        try await remove(name)
        if volumes {
            let pool = try await connection.storagePool(named: pool)
            for volume in ["\(name).qcow2", "\(name)-seed.iso"] { try await pool.volume(named: volume).delete() }
        }
        return time
    }

    private func remove(_ name: String) async throws {
        let guest = try await connection.domain(named: name)
        let isKept = try await guest.isPersistent
        if try await guest.isActive { try await guest.forceOff() }
        if isKept { try await guest.undefine() }
        try? FileManager.default.removeItem(atPath: log(of: name))
    }

    private func log(of name: String) -> String { "/var/log/libvirt/qemu/\(name).console.log" }

    private func waitForLine(of name: String) async throws {
        let log = URL(fileURLWithPath: log(of: name))
        let end = ContinuousClock.now + .seconds(60)
        while try !String(decoding: Data(contentsOf: log), as: UTF8.self).contains(line) {
            guard ContinuousClock.now < end else { throw Late(what: "the first line of \(name)") }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// A pool in a folder that QEMU's user can search, with an image of the hello guest in it.
    private func withImage(_ body: (String) async throws -> Void) async throws {
        let place = folder.appending(path: "pool")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let definition = "<pool type='dir'><name>\(pool)</name><target><path>\(place.path)</path></target></pool>"
        let image = place.appending(path: "base.img").path
        try FileManager.default.copyItem(atPath: domains + "/images/hello-boot.img", toPath: image)
        _ = try await connection.createTransientStoragePool(definition)
        try await body(image)
    }
}

/// What did not come in time.
private struct Late: Error, CustomStringConvertible {
    let what: String
    var description: String { "\(what) did not come within a minute" }
}

/// Sees to it that an interrupted process removes what it has made.
private struct Interruption {
    private let sources: [any DispatchSourceSignal]

    init(_ clear: @escaping @Sendable () async -> Void) {
        sources = [SIGINT, SIGTERM].map { number in
            // A handler, which programs that we start do not inherit, unlike ignorance.
            signal(number) { _ in }
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler {
                Task {
                    await clear()
                    exit(128 + number)
                }
            }
            source.resume()
            return source
        }
    }

    func stop() {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
