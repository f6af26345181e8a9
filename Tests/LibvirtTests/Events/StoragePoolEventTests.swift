import Libvirt
import Testing
import TestSupport

@Suite("Storage pool events") struct StoragePoolEventTests {
    @Test func aPoolsLifeIsToldInOrder() async throws {
        try await withTestHost { host in
            let events = try await host.storagePoolEvents(.lifecycle).subscribe()
            let pool = try await host.defineStoragePool(folderPoolXML("images"))
            try await pool.build()
            try await pool.start()
            try await pool.stop()
            try await pool.delete()
            try await pool.undefine()
            for change in [
                .defined, .created, .started, .stopped, .deleted, .undefined,
            ] as [StoragePoolLifecycleEventType] {
                let event = try await events.next()
                #expect(event?.change == change)
                #expect(event?.pool == pool)
            }
        }
    }

    @Test func aRefreshIsTold() async throws {
        try await withTestPool { host, pool in
            let events = try await host.storagePoolEvents(.refresh).subscribe()
            try await pool.refresh()
            #expect(try await events.next()?.pool.name == "pool")
        }
    }

    @Test func aSubscriptionToOnePoolHearsNothingOfOthers() async throws {
        try await withTestPool { host, pool in
            let other = try await host.defineStoragePool(folderPoolXML("other", path: "/strata/other"))
            let events = try await host.storagePoolEvents(.lifecycle, of: pool).subscribe()
            try await other.start()
            try await pool.stop()
            let event = try await events.next()
            #expect(event?.change == .stopped)
            #expect(event?.pool == pool)
        }
    }

    @Test func bothKindsAreServedAtOnceAndTakenBack() async throws {
        try await withTestPool { host, _ in
            do {
                let lives = try await host.storagePoolEvents(.lifecycle).subscribe()
                let refreshes = try await host.storagePoolEvents(.refresh).subscribe()
                #expect(host.subscriptionCount == 2)
                withExtendedLifetime((lives, refreshes)) {}
            }
            #expect(await eventually { host.subscriptionCount == 0 })
        }
    }
}
