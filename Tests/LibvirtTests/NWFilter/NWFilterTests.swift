import Foundation
import Libvirt
import Testing
import TestSupport

@Suite("Network filters") struct NWFilterTests {
    @Test func aDriverWithoutFiltersSaysSo() async throws {
        try await withTestHost { host in
            let filters = await #expect(throws: LibvirtError.self) { _ = try await host.nwFilters() }
            #expect(filters?.code == .noSupport)
            #expect(filters?.call == "virConnectListAllNWFilters")
            let named = await #expect(throws: LibvirtError.self) { _ = try await host.nwFilter(named: "clean") }
            #expect(named?.subject == "network filter 'clean'")
            let bindings = await #expect(throws: LibvirtError.self) { _ = try await host.nwFilterBindings() }
            #expect(bindings?.code == .noSupport)
            #expect(bindings?.call == "virConnectListAllNWFilterBindings")
        }
    }
}
