internal import Glibc
internal import Libvirt
internal import TestSupport

extension Operation {
    /// On the running guest and in the pool, both called `haz-fault`, of a daemon.
    static let onDaemon = [
        Operation(name: "open and close a console") { world in
            let console = try await world.host.domain(named: guest).openConsole(nil, .force)
            await console.close()
        },
        Operation(name: "watch a block job", survives: watching) { world in
            let job = try await world.host.domain(named: guest).pullDisk("hda")
            try await job.wait()
        },
        Operation(name: "upload a volume") { world in
            let volume = try await world.host.storagePool(named: guest).volume(named: "volume")
            try await volume.withUpload { upload in
                for _ in 0..<3 { try await upload.write([UInt8](repeating: 7, count: 300_000)) }
            }
        },
        Operation(name: "download a volume") { world in
            let volume = try await world.host.storagePool(named: guest).volume(named: "volume")
            for try await _ in volume.download() {}
        },
        Operation(name: "download a volume's data into a file") { world in
            let volume = try await world.host.storagePool(named: guest).volume(named: "volume")
            try await volume.download(to: world.path("copy"))
        },
        Operation(name: "subscribe over the wire", survives: watching) { world in
            _ = try await world.host.domainEvents(.lifecycle).subscribe()
            _ = try await world.host.nodeDeviceEvents(.lifecycle).subscribe()
        },
    ]

    private static let guest = "haz-fault"
}
