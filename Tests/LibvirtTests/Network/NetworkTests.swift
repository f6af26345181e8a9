import Foundation
import Libvirt
import Testing
import TestSupport

/// A network definition without anything that touches the machine.
func networkXML(_ name: String) -> String {
    """
    <network><name>\(name)</name><bridge name='n-br1'/><ip address='192.168.100.1' netmask='255.255.255.0'><dhcp>
    <range start='192.168.100.2' end='192.168.100.99'/></dhcp></ip></network>
    """
}

@Suite("Networks") struct NetworkTests {
    @Test func aNetworkGoesThroughItsWholeLife() async throws {
        try await withTestHost { host in
            let network = try await host.defineNetwork(networkXML("lab"))
            #expect(try await network.isActive == false)
            #expect(try await network.isPersistent)
            try await network.start()
            #expect(try await network.isActive)
            try await network.stop()
            #expect(try await network.isActive == false)
            try await network.undefine()
            #expect(try await host.networks().isEmpty)
        }
    }

    @Test func aTransientNetworkIsGoneWhenItStops() async throws {
        try await withTestHost { host in
            let network = try await host.createTransientNetwork(networkXML("brief"))
            #expect(try await network.isActive)
            #expect(try await network.isPersistent == false)
            try await network.stop()
            #expect(try await host.networks().isEmpty)
        }
    }

    @Test func lookUpsByNameAndUUIDFindTheSameNetwork() async throws {
        try await withTestHost { host in
            let network = try await host.defineNetwork(networkXML("lab"))
            let named = try await host.network(named: "lab")
            #expect(named == network)
            #expect(try await host.network(uuid: network.uuid).name == "lab")
            #expect(try await host.readOnly.network(named: "lab").uuid == network.readOnly.uuid)
        }
    }

    @Test func aNetworkThatIsNotThereIsAnErrorThatNamesIt() async throws {
        try await withTestHost { host in
            let error = await #expect(throws: LibvirtError.self) { _ = try await host.network(named: "none") }
            #expect(error?.code == .noNetwork)
            #expect(error?.call == "virNetworkLookupByName")
            #expect(error?.subject == "network 'none'")
        }
    }

    @Test func listingFiltersByState() async throws {
        try await withTestHost { host in
            _ = try await host.defineNetwork(networkXML("kept"))
            _ = try await host.createTransientNetwork(
                networkXML("brief").replacingOccurrences(of: "n-br1", with: "n-br2"))
            let active = try await host.networks(.active).map(\.name)
            let persistent = try await host.networks(.persistent).map(\.name)
            #expect(active == ["brief"])
            #expect(persistent == ["kept"])
            #expect(try await host.networks().count == 2)
        }
    }

    @Test func theDefinitionNamesTheNetworkAndItsBridge() async throws {
        try await withTestHost { host in
            let network = try await host.defineNetwork(networkXML("lab"))
            #expect(try await network.xml().contains("<name>lab</name>"))
            #expect(try await network.bridgeName == "n-br1")
        }
    }

    @Test func autostartIsSetAndRead() async throws {
        try await withTestHost { host in
            let network = try await host.defineNetwork(networkXML("lab"))
            try await network.setAutostart(true)
            #expect(try await network.isAutostarted)
            try await network.setAutostart(false)
            #expect(try await network.isAutostarted == false)
        }
    }

    @Test func anUpdateAddsAndDeletesOneElement() async throws {
        try await withTestHost { host in
            let network = try await host.defineNetwork(networkXML("lab"))
            let guest = "<host mac='52:54:00:00:00:01' ip='192.168.100.10'/>"
            try await network.update(.addLast, .ipDHCPHost, guest)
            #expect(try await network.xml().contains("52:54:00:00:00:01"))
            let error = await #expect(throws: LibvirtError.self) {
                try await network.update(.addLast, .ipDHCPHost, guest)
            }
            #expect(error?.code == .operationInvalid)
            try await network.update(.delete, .ipDHCPHost, guest, parent: 0, .config)
            #expect(try await !network.xml().contains("52:54:00:00:00:01"))
        }
    }

    @Test func aBadDefinitionIsRefused() async throws {
        try await withTestHost { host in
            let error = await #expect(throws: LibvirtError.self) { _ = try await host.defineNetwork("<network/>") }
            #expect(error?.call == "virNetworkDefineXML")
            let truncated = await #expect(throws: LibvirtError.self) {
                _ = try await host.defineNetwork(networkXML("a\0b"))
            }
            #expect(truncated?.code == .invalidArgument)
            let networks = try await host.networks()
            #expect(networks.isEmpty)
        }
    }

    @Test func whatTheDriverLacksIsNoSupport() async throws {
        try await withTestHost { host in
            let network = try await host.createTransientNetwork(networkXML("lab"))
            let leases = await #expect(throws: LibvirtError.self) { _ = try await network.dhcpLeases() }
            #expect(leases?.code == .noSupport)
            #expect(leases?.call == "virNetworkGetDHCPLeases")
            let ports = await #expect(throws: LibvirtError.self) { _ = try await network.ports() }
            #expect(ports?.code == .noSupport)
        }
    }
}
