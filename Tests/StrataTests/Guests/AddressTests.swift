import Foundation
import Testing

@testable import Strata

@Suite("Addresses of guests") struct AddressTests {
    private func interface(_ name: String, _ mac: String, _ addresses: String...) -> GuestInterface {
        GuestInterface(
            name: name, hardwareAddress: mac,
            addresses: addresses.map { .init(type: $0.contains(":") ? .ipv6 : .ipv4, address: $0, prefix: 24) })
    }

    @Test func whatSeveralTellIsMergedAndTheBestComesFirst() {
        let merged = GuestAddress.merged([
            (.lease, [interface("vnet0", "52:54:00:00:00:01", "192.168.122.5", "192.168.122.9")]),
            (.arp, [interface("virbr0", "52:54:00:00:00:01", "192.168.122.9")]),
            (.agent, [interface("ens3", "52:54:00:00:00:01", "192.168.122.9", "fe80::1", "fd00::9")]),
        ])
        // The agent does not know the address of the old lease.
        #expect(merged.map(\.address) == ["192.168.122.9", "fd00::9"])
        #expect(merged.first?.sources == [.agent, .lease, .arp])
        #expect(merged.first?.interface == "ens3")
    }

    @Test func withoutTheAgentLeasesAndNeighboursCount() {
        let merged = GuestAddress.merged([
            (.arp, [interface("virbr0", "52:54:00:00:00:02", "10.0.0.7")]),
            (.lease, [interface("vnet0", "52:54:00:00:00:01", "192.168.122.5")]),
        ])
        #expect(merged.map(\.address) == ["192.168.122.5", "10.0.0.7"])
    }

    @Test func whereTheHostCannotCallInComesLast() {
        let merged = GuestAddress.merged(
            [
                (.agent, [interface("a", "52:54:00:00:00:01", "10.0.2.15")]),
                (.agent, [interface("b", "52:54:00:00:00:02", "fd00::2")]),
            ],
            unreachable: ["52:54:00:00:00:01"])
        #expect(merged.map(\.address) == ["fd00::2", "10.0.2.15"])
        #expect(merged.map(\.isReachable) == [true, false])
    }

    @Test func addressesThatMeanNothingOutsideAreLeftOut() {
        let told = interface("lo", "00:00:00:00:00:00", "127.0.0.1", "::1", "169.254.1.1", "fe80::5054:ff:fe00:1")
        #expect(GuestAddress.merged([(.agent, [told])]).isEmpty)
    }

    @Test func theTableOfNeighboursIsReadWithoutThoseThatDidNotAnswer() {
        let table = NeighbourTable(
            """
            IP address       HW type     Flags       HW address            Mask     Device
            192.168.122.9    0x1         0x2         52:54:00:AB:cd:01     *        virbr0
            192.168.122.8    0x1         0x0         00:00:00:00:00:00     *        virbr0
            broken line
            """)
        #expect(table.entries.map(\.address) == ["192.168.122.9"])
        #expect(table.interfaces(of: ["52:54:00:ab:cd:01"]).first?.addresses.first?.address == "192.168.122.9")
        #expect(table.interfaces(of: ["52:54:00:00:00:00"]).isEmpty)
    }
}
