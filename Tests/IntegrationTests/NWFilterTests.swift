import Foundation
import Libvirt
import Testing

extension RealGuests {
    @Suite("Network filters") struct NWFilterTests {
        private static let xml = """
            <filter name='n-filter' chain='root'><rule action='drop' direction='in' priority='500'><mac match='no'/></rule>
            </filter>
            """

        @Test func aFilterIsKeptFoundAndRemoved() async throws {
            try await withoutFilter { host in
                let filter = try await host.defineNWFilter(Self.xml, .validate)
                let named = try await host.nwFilter(named: "n-filter")
                let numbered = try await host.readOnly.nwFilter(uuid: filter.uuid)
                #expect(named == filter)
                #expect(numbered.name == "n-filter")
                #expect(try await numbered.xml().contains("action='drop'"))
                #expect(try await host.nwFilters().contains(filter))
                try await filter.undefine()
                let error = await #expect(throws: LibvirtError.self) {
                    _ = try await host.nwFilter(named: "n-filter")
                }
                #expect(error?.code == .noNWFilter)
                #expect(error?.subject == "network filter 'n-filter'")
            }
        }

        @Test func aFilterIsBoundToAnInterfaceAndTakenOff() async throws {
            try await withoutFilter { _ in
                try await LabNetwork(name: "n-bound", bridge: "n-br4", subnet: 249).run { host, _ in
                    let filter = try await host.defineNWFilter(Self.xml)
                    let binding = try await host.createNWFilterBinding(
                        """
                        <filterbinding><owner><name>lab</name><uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid></owner>
                        <portdev name='n-br4'/><mac address='52:54:00:6e:00:04'/><filterref filter='n-filter'/>
                        </filterbinding>
                        """)
                    let found = try await host.readOnly.nwFilterBinding(portDevice: "n-br4")
                    #expect(found.filterName == "n-filter")
                    #expect(found.portDevice == "n-br4")
                    #expect(found == binding.readOnly)
                    #expect(try await found.xml().contains("52:54:00:6e:00:04"))
                    #expect(try await host.nwFilterBindings().contains(binding))
                    let inUse = await #expect(throws: LibvirtError.self) { try await filter.undefine() }
                    #expect(inUse?.code == .operationInvalid)

                    try await binding.delete()
                    let error = await #expect(throws: LibvirtError.self) {
                        _ = try await host.nwFilterBinding(portDevice: "n-br4")
                    }
                    #expect(error?.code == .noNWFilterBinding)
                    #expect(error?.subject == "filter binding of port 'n-br4'")
                    try await filter.undefine()
                }
            }
        }

        private func withoutFilter(_ body: (Connection) async throws -> Void) async throws {
            let host = try await Connection.open(RealGuests.uri)
            func clear() async {
                try? await host.nwFilterBinding(portDevice: "n-br4").delete()
                try? await host.nwFilter(named: "n-filter").undefine()
                await host.close()
            }
            do {
                try await body(host)
                await clear()
            } catch {
                await clear()
                throw error
            }
        }
    }
}
