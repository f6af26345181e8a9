import Foundation
import Strata

/// `strata apply` against `virsh define`, although it compares and journals as well.
final class ApplyRaces {
    private let strata: String
    private let folder: URL
    private let connection: Connection
    private let uri = "qemu:///system"
    /// The test driver's host that the last first-time apply went to.
    private var host: Connection?

    init(strata: String, folder: URL, connection: Connection) {
        (self.strata, self.folder, self.connection) = (strata, folder.appending(path: "apply"), connection)
        // Journals go with the folder.
        setenv("XDG_STATE_HOME", folder.path, 1)
    }

    func run() async throws -> [Race.Result] {
        let real = try definitions(200, type: "qemu"), test = try definitions(500, type: "test")
        let node = try emptyNode()
        do {
            let results = try await races(real, test, node)
            try await clear()
            return results
        } catch {
            try await clear()
            throw error
        }
    }

    private func races(_ real: URL, _ test: URL, _ node: String) async throws -> [Race.Result] {
        [
            try await against(virshRuns(real, uri), real, uri, "200 definitions, QEMU", bar: 0.1, rounds: 3),
            try await against(oneVirsh(real, uri), real, uri, "200 definitions, QEMU", bar: 1, rounds: 9),
            try await again(real),
            try await against(virshRuns(test, node), test, node, "500 definitions, test driver", bar: 0.1, rounds: 1),
            try await against(oneVirsh(test, node), test, node, "500 definitions, test driver", bar: 1, rounds: 9),
            try await againInOneProcess(test, node),
        ]
    }

    private func against(
        _ peer: Race.Contender, _ files: URL, _ uri: String, _ title: String, bar: Double, rounds: Int
    ) async throws -> Race.Result {
        let strata = Program(strata, ["apply", files.path, "-c", uri, "-q"])
        return try await Race(
            title: "applying \(title)", bar: bar, rounds: rounds,
            contenders: [
                .init(name: peer.name) {
                    try await self.clear()
                    return try await peer.run()
                },
                .init(name: "strata apply") {
                    try await self.clear()
                    return try strata.timeToEnd()
                },
            ]
        ).run()
    }

    private func again(_ files: URL) async throws -> Race.Result {
        let strata = Program(strata, ["apply", files.path, "-c", uri, "-q"])
        return try await Race(
            title: "applying 200 definitions again, QEMU", bar: 0.3, rounds: 9,
            contenders: [
                .init(name: "the first time") {
                    try await self.clear()
                    return try strata.timeToEnd()
                },
                .init(name: "unchanged") { try strata.timeToEnd() },
            ]
        ).run()
    }

    /// Each process has a test driver's host of its own, so all times are measured in this one.
    private func againInOneProcess(_ files: URL, _ node: String) async throws -> Race.Result {
        func apply(_ host: Connection) async throws -> Duration {
            let begin = ContinuousClock.now
            let plan = try await DefinitionPlan.make(try await DefinitionSet.read([files.path]), on: host)
            _ = try await DefinitionApply(plan).perform(on: host, uri: node)
            return begin.duration(to: .now)
        }
        func newHost() async throws -> Connection {
            forget()
            await self.host?.close()
            let host = try await Connection.open(node)
            self.host = host
            return host
        }
        return try await Race(
            title: "applying 500 definitions again, test driver", bar: 0.3, rounds: 9,
            contenders: [
                .init(name: "the first time") { try await apply(try await newHost()) },
                .init(name: "unchanged") {
                    guard let host = self.host else { return .zero }
                    return try await apply(host)
                },
            ]
        ).run()
    }

    private func virshRuns(_ files: URL, _ uri: String) -> Race.Contender {
        let loop = "for file in \(files.path)/*.xml; do virsh -q -c \(uri) define \"$file\" || exit 1; done"
        return .init(name: "virsh define, each") { try Program("/bin/sh", ["-c", loop]).timeToEnd() }
    }

    private func oneVirsh(_ files: URL, _ uri: String) -> Race.Contender {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: files.path)) ?? []
        let lines = names.sorted().map { "define \(files.path)/\($0)" }.joined(separator: "; ")
        return .init(name: "one virsh, all lines") {
            try Program("/usr/bin/virsh", ["-q", "-c", uri, lines]).timeToEnd()
        }
    }

    private func definitions(_ count: Int, type: String) throws -> URL {
        let files = folder.appending(path: type)
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        for number in 0..<count {
            let name = "bench-apply-\(number)"
            try Data(
                """
                <!-- One of many. -->
                <domain type='\(type)'>
                  <name>\(name)</name>
                  <memory unit='MiB'>64</memory>
                  <vcpu>1</vcpu>
                  <os>
                    <type\(type == "qemu" ? " arch='x86_64' machine='pc'" : "")>hvm</type>
                  </os>
                  <features>
                    <acpi/>
                  </features>
                  <devices>
                    <disk type='file' device='disk'>
                      <driver name='qemu' type='qcow2'/>
                      <source file='/var/lib/libvirt/images/\(name).qcow2'/>
                      <target dev='vda' bus='virtio'/>
                    </disk>
                    <interface type='user'>
                      <model type='virtio'/>
                    </interface>
                    <serial type='pty'/>
                  </devices>
                </domain>

                """.utf8
            ).write(to: files.appending(path: name + ".xml"))
        }
        return files
    }

    private func emptyNode() throws -> String {
        let file = folder.appending(path: "empty")
        try Data("<node><cpu><model>i986</model><sockets>1</sockets></cpu></node>".utf8).write(to: file)
        return "test://\(file.path)"
    }

    /// Takes away what strata knows of earlier runs; not measured.
    private func forget() { try? FileManager.default.removeItem(at: folder.appending(path: "strata/known")) }

    /// Takes away what the last contender defined, and what strata knows of it; not measured.
    private func clear() async throws {
        forget()
        for guest in try await connection.domains() where guest.name.hasPrefix("bench-apply-") {
            try await guest.undefine()
        }
    }
}
