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
        let definition = try dryRun(kernel)
        var results = [
            try await firstLine(definition).run(), try await untilStarted(definition).run(),
            try await againstVirtInstall(definition).run(), try await tenAtOnce.run(),
        ]
        try await withImage { image in results.append(try await overlay(of: image).run()) }
        return results
    }

    private var kernel: [String] {
        [
            "--kernel", domains + "/images/vmlinux", "--initrd", domains + "/images/hello.img",
            "--append", "console=ttyS0 quiet no_timer_check", "--memory", "256MiB", "--network", "user",
        ]
    }

    private func create(_ name: String, _ arguments: [String]) -> Program {
        Program(strata, ["create", name, "-q", "-c", uri] + arguments)
    }

    /// What `create` would define.
    private func dryRun(_ arguments: [String]) throws -> DomainDocument {
        try DomainDocument(xml: try create("bench-cr", arguments + ["--dry-run"]).output())
    }

    private func firstLine(_ definition: DomainDocument) async throws -> Race {
        let raw = try await RawQEMU.program(for: definition, on: connection)
        return Race(
            title: "a kernel made a guest, until its first line of user space", bar: 1.10, rounds: 7,
            contenders: [
                .init(name: "qemu-system, same devices") { try raw.time(until: line, endedBy: SIGKILL) },
                .init(name: "strata create") {
                    let begin = ContinuousClock.now
                    _ = try create("bench-cr", kernel).timeToEnd()
                    try await waitForLine(of: "bench-cr")
                    let time = begin.duration(to: .now)
                    try await remove("bench-cr")
                    return time
                },
            ])
    }

    private func untilStarted(_ definition: DomainDocument) throws -> Race {
        let file = folder.appending(path: "bench-cr.xml").path
        try definition.write(to: file)
        let virsh = Program("/usr/bin/virsh", ["-c", uri, "create", file])
        return Race(
            title: "a kernel made a guest, until it is started", bar: 1.15, rounds: 15,
            contenders: [
                .init(name: "virsh create") { try await timed("bench-cr", virsh) },
                .init(name: "strata create") { try await timed("bench-cr", create("bench-cr", kernel)) },
            ])
    }

    private func againstVirtInstall(_ definition: DomainDocument) -> Race {
        let boot =
            "kernel=\(domains)/images/vmlinux,initrd=\(domains)/images/hello.img,"
            + "kernel_args=console=ttyS0 quiet no_timer_check"
        let install = Program(
            "/usr/bin/virt-install",
            [
                "--connect", uri, "--name", "bench-cr", "--memory", "256", "--vcpus", "1", "--osinfo",
                "detect=on,require=off", "--disk", "none", "--import", "--network", "user", "--graphics", "none",
                "--noautoconsole", "--boot", boot, "--virt-type", definition.type?.rawValue ?? "qemu",
            ])
        return Race(
            title: "a kernel made a guest, until it is started", bar: 0.70, rounds: 5,
            contenders: [
                .init(name: "virt-install") { try await timed("bench-cr", install) },
                .init(name: "strata create") { try await timed("bench-cr", create("bench-cr", kernel)) },
            ])
    }

    private var tenAtOnce: Race {
        Race(
            title: "ten guests made at once, until all are started, and one", bar: 3, rounds: 5,
            contenders: [
                .init(name: "one create") { try await timed("bench-cr", create("bench-cr", kernel)) },
                .init(name: "ten creates") {
                    let names = (0..<10).map { "bench-cr-\($0)" }
                    let time = try Program.timeToEnd(of: names.map { create($0, kernel) })
                    for name in names { try await remove(name) }
                    return time
                },
            ])
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
        let virsh = Program("/usr/bin/virsh", ["-c", uri, "create", file])
        return Race(
            title: "an image made a guest, until it is started", bar: 1, rounds: 7,
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
        while try !String(decoding: Data(contentsOf: log), as: UTF8.self).contains(line) {
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// A pool in a folder that QEMU's user can search, with an image of the hello guest in it.
    private func withImage(_ body: (String) async throws -> Void) async throws {
        let place = folder.appending(path: "pool")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let definition = "<pool type='dir'><name>\(pool)</name><target><path>\(place.path)</path></target></pool>"
        let pool = try await connection.createTransientStoragePool(definition)
        let image = place.appending(path: "base.img").path
        try FileManager.default.copyItem(atPath: domains + "/images/hello-boot.img", toPath: image)
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body(image)) } catch { outcome = .failure(error) }
        try await pool.stop()
        try outcome.get()
    }
}
