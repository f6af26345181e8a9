import Libvirt
import Testing
import TestSupport

@Suite("Connections") struct ConnectionTests {
    @Test func aConnectionTellsWhereItLeads() async throws {
        try await withTestHost { host in
            let uri = try await host.uri
            #expect(uri.hasPrefix("test:///"))
            #expect(try await host.driverName == "TEST")
            #expect(try await host.isAlive)
            #expect(try await host.libvirtVersion == Version.libvirtClient)
            #expect(try await !host.hostname.isEmpty)
            #expect(try await host.capabilities.contains("<capabilities>"))
        }
    }

    @Test func anUnknownSchemeIsAnErrorWithTheURIInIt() async throws {
        let error = await #expect(throws: LibvirtError.self) { _ = try await Connection.open("nonsense:///x") }
        #expect(error?.subject == "connection 'nonsense:///x'")
        #expect(error?.call == "virConnectOpenAuth")
    }

    @Test func usesAfterCloseThrowAndDoNotCrash() async throws {
        try await withTemporaryFolder { folder in
            let host = try await Connection.open(try testHostURI(in: folder, domains: [.running("web")]))
            await host.close()
            let error = await #expect(throws: LibvirtError.self) { _ = try await host.domains() }
            #expect(error?.code == .invalidConnection)
            await host.close()
        }
    }

    @Test func closingReportsWhetherObjectsStillHoldTheConnection() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.running("web")])
            let host = try await Connection.open(uri)
            let web = try await host.domain(named: "web")
            #expect(await host.close() == 1)
            // libvirt keeps the connection until its last object goes.
            #expect(try await web.state().state == .running)
        }
    }

    @Test func aReadOnlyConnectionReadsAndIsHeldToItByLibvirt() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.running("web")])
            let host = try await ReadOnlyConnection.open(uri)
            #expect(try await host.domain(named: "web").state().state == .running)
            #expect(await host.close() == 0)
        }
    }

    @Test func versionsCompareByTheirParts() {
        #expect(Version(packed: 9_000_000).description == "9.0.0")
        #expect(Version(packed: 7_002_022).description == "7.2.22")
        #expect(Version(packed: 9_010_000) > Version(packed: 9_002_005))
    }
}
