import Libvirt
import Testing

extension RealGuests {
    /// Calls for those who only look, of the objects that libvirt's test driver has not; over a connection that libvirt
    /// itself holds to looking only.
    @Suite("Looking only") struct LookingOnlyTests {
        private static let owner = "<owner><name>lab</name><uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid></owner>"
        private static let mac = "<mac address='52:54:00:6e:00:41'/>"

        @Test func filtersAndBindingsMayBeLookedAt() async throws {
            try await withNetwork { host, reader, _ in
                _ = try await host.defineNWFilter("<filter name='haz-look' chain='root'/>")
                _ = try await host.createNWFilterBinding(
                    """
                    <filterbinding>\(Self.owner)<portdev name='haz-br'/>\(Self.mac)<filterref filter='haz-look'/>
                    </filterbinding>
                    """)
                #expect(try await reader.nwFilter(named: "haz-look").xml().contains("haz-look"))
                #expect(try await reader.nwFilterBinding(portDevice: "haz-br").xml().contains("haz-look"))
            }
        }

        @Test func secretsAndPortsMayBeLookedAt() async throws {
            try await withNetwork { host, reader, network in
                let secret = try await host.defineSecret(
                    "<secret ephemeral='yes'><usage type='volume'><volume>/haz-look</volume></usage></secret>")
                #expect(try await reader.secret(uuid: secret.uuid).xml().contains("/haz-look"))
                let port = try await network.createPort(
                    "<networkport><uuid>5d744f21-ba4a-4d6e-bdb2-30a35ff32041</uuid>\(Self.owner)\(Self.mac)</networkport>"
                )
                let found = try await reader.network(named: "haz-look").port(uuid: port.uuid)
                #expect(try await found.xml().contains("52:54:00:6e:00:41"))
                #expect(try await found.parameters()[.networkPortBandwidthInAverage] == nil)
                try await port.delete()
            }
        }

        /// Runs `body` with both kinds of connection and a network, and removes whatever it made.
        private func withNetwork(_ body: (Connection, ReadOnlyConnection, Network) async throws -> Void) async throws {
            try await LabNetwork(name: "haz-look", bridge: "haz-br", subnet: 241).run { host, network in
                let reader = try await ReadOnlyConnection.open(RealGuests.uri)
                func clear() async {
                    try? await host.nwFilterBinding(portDevice: "haz-br").delete()
                    try? await host.nwFilter(named: "haz-look").undefine()
                    try? await host.secret(for: .volume, "/haz-look").undefine()
                }
                await clear()  // what a killed run left behind
                do {
                    try await body(host, reader, network)
                } catch {
                    await clear()
                    await reader.close()
                    throw error
                }
                await clear()
                await reader.close()
            }
        }
    }
}
