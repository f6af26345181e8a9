import Libvirt
import Testing
import TestSupport

@Suite("The connection of an object") struct ConnectionOfObjectsTests {
    @Test func everyObjectLeadsBackToTheConnectionThatItCameThrough() async throws {
        try await withTestPool(volumes: ["disk"]) { host, pool in
            let box = try await host.define(TestDomain.running("box").definition)
            try await box.start()
            let snapshot = try await box.createSnapshot("<domainsnapshot/>")
            let network = try await host.defineNetwork(networkXML("lan"))
            let interface = try await host.defineHostInterface(
                "<interface type='ethernet' name='eth7'><mac address='52:54:00:00:00:07'/></interface>")
            let connections = [
                box.connection, pool.connection, try await pool.volume(named: "disk").connection, snapshot.connection,
                try snapshot.domain.connection, network.connection, interface.connection,
            ]
            for connection in connections { #expect(connection.handle === host.handle) }
            let seen: ReadOnlyConnection = box.readOnly.connection
            #expect(try await seen.count(.activeDomains) == 1)
        }
    }

    @Test func soDoesADevice() async throws {
        try await withDeviceHost { host in
            let device = try await host.nodeDevice(named: "computer")
            #expect(device.connection.handle === host.handle)
        }
    }

    @Test func closingTheConnectionOfAnObjectClosesItForAll() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            await web.connection.close()
            let error = await #expect(throws: LibvirtError.self) { try await host.domains() }
            #expect(error?.code == .invalidConnection)
        }
    }
}
