import Foundation
import Strata

/// 256 MiB to and from a volume of the system daemon, against virsh: each from its connection to the last byte.
///
/// Everything lies in memory: a disk that is still writing what came before would be all that is seen.
struct StreamRaces {
    private let folder = URL(filePath: "/dev/shm/strata-bench-\(getpid())")
    private let uri = "qemu:///system"
    private let pool = "bench-pool-\(getpid())"
    private let size = ByteCount.mebibytes(256)

    func run() async throws -> [Race.Result] {
        let host = try await Connection.open(uri)
        let target = folder.appending(path: "pool")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        let storage = try await host.createTransientStoragePool(
            "<pool type='dir'><name>\(pool)</name><target><path>\(target.path)</path></target></pool>")
        let outcome: Result<[Race.Result], any Error>
        do { outcome = .success(try await races(storage)) } catch { outcome = .failure(error) }
        for volume in try await storage.volumes() { try await volume.delete() }
        try await storage.stop()
        await host.close()
        try FileManager.default.removeItem(at: folder)
        return try outcome.get()
    }

    private func races(_ storage: StoragePool) async throws -> [Race.Result] {
        for name in ["virsh", "strata"] {
            _ = try await storage.createVolume(
                "<volume><name>\(name)</name><capacity unit='MiB'>256</capacity></volume>")
        }
        let source = folder.appending(path: "source").path
        try Data((0..<size.bytes / 8).flatMap { withUnsafeBytes(of: $0 &* 0x9E37_79B9_7F4A_7C15, Array.init) })
            .write(to: URL(filePath: source))
        let upload = try await race("upload", virsh: ["vol-upload", "virsh", source]) {
            try await $0.upload(from: source)
        }
        let copies = ["virsh", "strata"].map { folder.appending(path: "copy-\($0)").path }
        let download = try await race("download", virsh: ["vol-download", "virsh", copies[0]]) {
            try await $0.download(to: copies[1])
        }
        // Fast and wrong would be no result.
        for copy in copies {
            let comparison = Program("/usr/bin/cmp", [source, copy])
            _ = try comparison.timeToEnd()
        }
        return [upload, download]
    }

    private func race(
        _ what: String, virsh: [String], swift: @escaping (StorageVolume) async throws -> ByteCount
    ) async throws -> Race.Result {
        let virsh = Program("/usr/bin/virsh", ["-q", "-c", uri] + virsh + ["--pool", pool])
        return try await Race(
            title: "\(what) of \(size) in memory, system daemon", bar: 1.0, rounds: 21, touched: 600,
            contenders: [
                .init(name: "virsh vol-\(what)") { try virsh.timeToEnd() },
                .init(name: "Swift") {
                    let begin = ContinuousClock.now
                    let host = try await Connection.open(uri)
                    let moved = try await swift(host.storagePool(named: pool).volume(named: "strata"))
                    guard moved == size else { throw Failed(program: Program("volume.\(what)", [])) }
                    await host.close()
                    return begin.duration(to: .now)
                },
            ]
        ).run()
    }
}
