import FoundationEssentials
import Libvirt
import Testing
import TestSupport

@Suite("Storage pools") struct StoragePoolTests {
    @Test func aPoolGoesThroughItsLife() async throws {
        try await withTestHost { host in
            let pool = try await host.defineStoragePool(folderPoolXML("images"), .validate)
            #expect(try await pool.isPersistent)
            #expect(try await !pool.isActive)
            try await pool.build()
            try await pool.start()
            #expect(try await pool.isActive)
            #expect(try await pool.info().state == .running)
            try await pool.stop()
            try await pool.delete()
            try await pool.undefine()
            let left = try await host.storagePools()
            #expect(left.isEmpty)
        }
    }

    @Test func lookUpsByNameAndUUIDFindTheSamePool() async throws {
        try await withTestPool { host, pool in
            let named = try await host.storagePool(named: "pool")
            #expect(named == pool)
            #expect(try await host.storagePool(uuid: pool.uuid) == pool)
            #expect(pool.readOnly.name == "pool")
        }
    }

    @Test func aPoolThatIsNotThereHasItsOwnCode() async throws {
        try await withTestHost { host in
            let error = await #expect(throws: LibvirtError.self) { _ = try await host.storagePool(named: "no") }
            #expect(error?.code == .noStoragePool)
            #expect(error?.subject == "pool 'no'")
            #expect(error?.call == "virStoragePoolLookupByName")
        }
    }

    @Test func listingFiltersByState() async throws {
        try await withTestPool { host, _ in
            _ = try await host.defineStoragePool(folderPoolXML("idle", path: "/strata/idle"))
            let all = try await host.storagePools().map(\.name)
            #expect(Set(all) == ["pool", "idle"])
            #expect(try await host.storagePools(.active).map(\.name) == ["pool"])
            #expect(try await host.storagePools(.inactive).map(\.name) == ["idle"])
            #expect(try await host.storagePools(.iscsi).isEmpty)
        }
    }

    @Test func aTransientPoolIsGoneWhenItStops() async throws {
        try await withTestHost { host in
            let pool = try await host.createTransientStoragePool(folderPoolXML("passing"))
            #expect(try await !pool.isPersistent)
            try await pool.stop()
            let left = try await host.storagePools()
            #expect(left.isEmpty)
        }
    }

    @Test func autostartIsKept() async throws {
        try await withTestPool { _, pool in
            let before = try await pool.isAutostarted
            try await pool.setAutostart(true)
            #expect(!before)
            #expect(try await pool.isAutostarted)
        }
    }

    @Test func theDefinitionNamesThePool() async throws {
        try await withTestPool { _, pool in
            let xml = try await pool.xml()
            #expect(xml.contains("<name>pool</name>"))
        }
    }

    @Test func sizesAddUpInBytes() async throws {
        try await withTestPool { _, pool in
            let before = try await pool.info()
            _ = try await pool.createVolume(
                """
                <volume><name>disk</name><capacity unit='MiB'>8</capacity>
                <allocation unit='MiB'>2</allocation></volume>
                """)
            let after = try await pool.info()
            #expect(after.allocation.bytes - before.allocation.bytes == 2 << 20)
            #expect(after.available.bytes + after.allocation.bytes == after.capacity.bytes)
        }
    }

    @Test func startingAnActivePoolIsRefused() async throws {
        try await withTestPool { _, pool in
            let error = await #expect(throws: LibvirtError.self) { try await pool.start() }
            #expect(error?.code == .operationInvalid)
            #expect(error?.subject == "pool 'pool'")
        }
    }

    @Test func sourcesOfPoolsAreLookedFor() async throws {
        try await withTestHost { host in
            let sources = try await host.findStoragePoolSources(
                type: "netfs", specification: "<source><host name='server'/></source>")
            #expect(sources.contains("<sources>"))
            let error = await #expect(throws: LibvirtError.self) {
                _ = try await host.findStoragePoolSources(type: "no-such-type")
            }
            #expect(error?.call == "virConnectFindStoragePoolSources")
            #expect(error?.code == .noSupport)
        }
    }

    @Test func aNameWithANULInsideIsAnErrorNotATruncation() async throws {
        try await withTestPool { host, pool in
            for read in [
                { _ = try await host.storagePool(named: "pool\0x") }, { _ = try await pool.volume(named: "a\0b") },
                { _ = try await host.storageVolume(path: "/a\0b") }, { _ = try await host.storageVolume(key: "/a\0b") },
            ] as [@Sendable () async throws -> Void] {
                let error = await #expect(throws: LibvirtError.self) { try await read() }
                #expect(error?.code == .invalidArgument)
            }
        }
    }
}
