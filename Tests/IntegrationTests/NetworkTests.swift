import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    @Suite("Networks") struct NetworkTests {
        @Test func aGuestsAddressIsALeaseOfItsNetwork() async throws {
            try await LabNetwork(name: "n-dhcp", bridge: "n-br1", subnet: 246).run { _, network in
                try await RealGuests.withGuests("n-guest") { host in
                    let mac = "52:54:00:6e:00:01"
                    let asked = "<host mac='\(mac)' name='lab-guest' ip='192.168.246.42'/>"
                    try await network.update(.addLast, .ipDHCPHost, asked, .live)
                    _ = try await host.createTransient(try await definition(on: "n-dhcp", mac: mac))
                    #expect(try await eventually(within: .seconds(120)) { try await !network.dhcpLeases().isEmpty })
                    let lease = try #require(try await network.dhcpLeases(mac: mac).first)
                    #expect(lease.address == "192.168.246.42")
                    #expect(lease.prefix == 24)
                    #expect(lease.type == .ipv4)
                    #expect(lease.mac == mac)
                    #expect(lease.interface == "n-br1")
                    #expect(lease.hostname == "lab-guest")
                    #expect(try #require(lease.expiry) > Date.now)
                    let others = try await network.dhcpLeases(mac: "52:54:00:6e:00:02")
                    #expect(others.isEmpty)

                    // The guest's adapter is a port that libvirt itself made, and its removal one that it takes back.
                    let ports = try await network.ports()
                    #expect(ports.count == 1)
                    #expect(try await ports.first?.xml().contains(mac) == true)
                }
                let ports = try await network.ports()
                #expect(ports.isEmpty)
            }
        }

        @Test func aPortIsMadeLimitedAndDeleted() async throws {
            try await LabNetwork(name: "n-port", bridge: "n-br2", subnet: 247).run { _, network in
                let port = try await network.createPort(
                    """
                    <networkport><uuid>5d744f21-ba4a-4d6e-bdb2-30a35ff3207d</uuid><owner><name>lab</name>
                    <uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid></owner>
                    <mac address='52:54:00:6e:00:03'/></networkport>
                    """, .validate)
                let found = try await network.port(uuid: port.uuid)
                #expect(found == port)
                #expect(try await network.ports() == [port])
                #expect(try port.network() == network)
                #expect(try await port.readOnly.xml().contains("52:54:00:6e:00:03"))

                try await port.setParameters([
                    .networkPortBandwidthInAverage: .unsigned(1000), .networkPortBandwidthInPeak: .unsigned(2000),
                    .networkPortBandwidthOutAverage: .unsigned(500),
                ])
                let limits = try await port.parameters()
                #expect(limits[.networkPortBandwidthInAverage] == .unsigned(1000))
                #expect(limits[.networkPortBandwidthInPeak] == .unsigned(2000))
                #expect(limits[.networkPortBandwidthOutAverage] == .unsigned(500))
                #expect(try await port.xml().contains("<inbound average='1000' peak='2000'/>"))

                let name = await #expect(throws: LibvirtError.self) {
                    try await port.setParameters(["inbound.colour": .unsigned(1)])
                }
                #expect(name?.code == .argumentUnsupported)
                let type = await #expect(throws: LibvirtError.self) {
                    try await port.setParameters([.networkPortBandwidthInAverage: .string("fast")])
                }
                #expect(type?.code == .invalidArgument)
                try await port.delete()
                let error = await #expect(throws: LibvirtError.self) { _ = try await network.port(uuid: port.uuid) }
                #expect(error?.code == .noNetworkPort)
                #expect(error?.subject == "network port \(port.uuid)")
            }
        }

        @Test func anActiveNetworkHasTwoDefinitions() async throws {
            try await LabNetwork(name: "n-defined", bridge: "n-br3", subnet: 248).run { host, network in
                let stored = try await host.defineNetwork(try await network.xml())
                try await stored.update(.addLast, .dnsTXT, "<txt name='lab' value='stored'/>", .config)
                #expect(try await stored.xml(.inactive).contains("stored"))
                #expect(try await !stored.xml().contains("stored"))
                let again = await #expect(throws: LibvirtError.self) { try await stored.start() }
                #expect(again?.code == .operationInvalid)
                #expect(try await ReadOnlyNetwork.all(RealGuests.uri, .persistent).contains("n-defined"))
            }
        }

        private func definition(on network: String, mac: String) async throws -> String {
            try await Tool.strata.run("render", RealGuests.example("hello")).output
                .replacingOccurrences(of: "<name>hello<", with: "<name>n-guest<")
                .replacingOccurrences(of: "type='kvm'", with: "type='qemu'")
                .replacingOccurrences(of: "ttyS0 quiet", with: "ttyS0 quiet dhcp")
                .replacingOccurrences(
                    of: "<interface type='user'>",
                    with: "<interface type='network'><source network='\(network)'/><mac address='\(mac)'/>")
        }
    }
}

extension ReadOnlyNetwork {
    /// The names of a host's networks, asked for by somebody who may only look.
    fileprivate static func all(_ uri: String, _ options: NetworkListOptions) async throws -> [String] {
        let host = try await ReadOnlyConnection.open(uri)
        let names = try await host.networks(options).map(\.name)
        await host.close()
        return names
    }
}
