import Foundation
import Libvirt
import Testing
import TestSupport

/// Pools and volumes of the system daemon, in folders that are gone afterwards.
@Suite("Real storage", .serialized) struct RealStorage {
    /// Runs `body` with an active pool in a new folder, and removes both whatever happens.
    static func withPool<Result>(
        _ name: String, body: (Connection, StoragePool, URL) async throws -> Result
    ) async throws -> Result {
        let folder = URL(fileURLWithPath: "/var/tmp/\(name)-\(UUID().uuidString.prefix(8))")
        let host = try await Connection.open(RealGuests.uri)
        func clear() async {
            if let pool = try? await host.storagePool(named: name) {
                try? await pool.stop()
                try? await pool.undefine()
            }
            try? FileManager.default.removeItem(at: folder)
        }
        await clear()  // what a killed run left behind
        do {
            let pool = try await host.createTransientStoragePool(folderPoolXML(name, path: folder.path), .withBuild)
            let result = try await body(host, pool, folder)
            await clear()
            await host.close()
            return result
        } catch {
            await clear()
            await host.close()
            throw error
        }
    }

    /// Bytes without a pattern, so that a piece lost, doubled or moved shows.
    static func noise(_ count: Int) -> [UInt8] {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            for index in 0..<count {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                buffer[index] = UInt8(truncatingIfNeeded: state >> 56)
            }
            filled = count
        }
    }

    /// How often the daemon has a file of that folder open.
    static func openFiles(of folder: URL) throws -> Int {
        var count = 0
        for process in try FileManager.default.contentsOfDirectory(atPath: "/proc") where Int(process) != nil {
            let command = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
            guard let command, command == "libvirtd\n" || command == "virtstoraged\n" else { continue }
            let files = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd")) ?? []
            count += files.count {
                (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/\($0)"))?
                    .hasPrefix(folder.path) ?? false
            }
        }
        return count
    }

    /// How much of the disk a file takes.
    static func allocation(of path: String) throws -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else { throw POSIXError(.ENOENT) }
        return Int(status.st_blocks) * 512
    }
}
