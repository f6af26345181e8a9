public import Libvirt

/// The definition of a pool that is a folder.
public func folderPoolXML(_ name: String, path: String = "/strata/pool") -> String {
    "<pool type='dir'><name>\(name)</name><target><path>\(path)</path></target></pool>"
}

/// The definition of a volume; its capacity in bytes.
public func volumeXML(_ name: String, capacity: Int = 1 << 20, format: String = "raw") -> String {
    """
    <volume><name>\(name)</name><capacity>\(capacity)</capacity><allocation>0</allocation>
    <target><format type='\(format)'/></target></volume>
    """
}

/// A test host with a pool that is active and knows these volumes.
public func withTestPool<Result: Sendable>(
    volumes: [String] = [], _ body: (Connection, StoragePool) async throws -> Result
) async throws -> Result {
    try await withTestHost { host in
        let pool = try await host.defineStoragePool(folderPoolXML("pool"))
        try await pool.start()
        for name in volumes { _ = try await pool.createVolume(volumeXML(name)) }
        return try await body(host, pool)
    }
}
