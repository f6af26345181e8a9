import Libvirt
import LibvirtXML
import Testing
import TestSupport

@testable import Strata

/// Adapters keep the hardware addresses that they have.
@Suite("Hardware addresses") struct HardwareAddressTests {
    private func guest(_ adapters: [String]) throws -> XMLDocument {
        try XMLDocument(xml: DefinitionSetTests.guest("web", devices: adapters.joined()))
    }

    private static func adapter(_ type: String = "user", _ mac: String? = nil, model: String? = nil) -> String {
        let source = type == "user" ? "" : "<source network='\(type)'/>"
        return "<interface type='\(type == "user" ? "user" : "network")'>"
            + (mac.map { "<mac address='52:54:00:00:00:0\($0)'/>" } ?? "") + source
            + (model.map { "<model type='\($0)'/>" } ?? "") + "</interface>"
    }

    /// What the host has, what the file says, and the addresses that come of it; the rest of each is the same.
    static let cases: [(host: [String], file: [String], expected: [String])] = [
        ([adapter("user", "a")], [adapter("default")], ["a"]),
        ([adapter("user", "a")], [adapter("user", model: "e1000")], ["a"]),
        ([adapter("user", "a")], [adapter("default", "f")], ["f"]),
        (
            [adapter("one", "a", model: "virtio"), adapter("one", "b", model: "e1000")],
            [adapter("one", model: "e1000")], ["b"]
        ),
        ([adapter("one", "a"), adapter("user", "b")], [adapter("one"), adapter("two")], ["a", "b"]),
        ([adapter("one", "a"), adapter("user", "b")], [adapter("one", "a"), adapter("two")], ["a", "b"]),
        ([adapter("user", "a")], [adapter("user"), adapter("one")], ["a", ""]),
        ([adapter("one", "a")], [adapter("one"), adapter("one")], ["a", ""]),
        ([], [adapter("one")], [""]),
    ]

    @Test(arguments: cases.indices) func anAdapterWithoutOneKeepsTheOneOfTheHost(index: Int) throws {
        let (host, file, expected) = Self.cases[index]
        let kept = try guest(file).keepingAddresses(of: [try guest(host)])
        let found = kept.root.all("devices/interface").map {
            $0.value("mac/@address").map { String($0.suffix(1)) } ?? ""
        }
        #expect(found == expected)
        #expect(try guest(file).changes(to: kept).isEmpty)
    }

    @Test func aNewOneIsNobodysAndAsLibvirtMakesThem() {
        var taken: Set<String> = []
        for _ in 1...200 {
            let address = HardwareAddress.random(avoiding: taken)
            #expect(address.wholeMatch(of: /52:54:00(:[0-9a-f]{2}){3}/) != nil)
            #expect(taken.insert(address).inserted)
        }
    }

    @Test func allAddressesOfAHostAreKnown() async throws {
        let adapter = "<interface type='user'><mac address='52:54:00:AB:CD:EF'/></interface>"
        let taken = try await withTestHost(domains: [.running("a", devices: adapter), .shutOff("b")]) { host in
            try await host.takenAddresses()
        }
        #expect(taken == ["52:54:00:ab:cd:ef"])
    }

    @Test func whatIsAddedHasTheAddressThatItsEditNames() async throws {
        let edits = try await withTestHost { host in
            try await host.choosingAddresses(
                for: [.addNetwork("user"), .addNetwork("one,mac=52:54:00:00:00:01"), .removeTag("x")])
        }
        guard case .addNetwork(let first) = edits[0] else { return #expect(Bool(false), "another edit") }
        #expect(first.hasPrefix("user,mac=52:54:00:"))
        #expect(Array(edits[1...]) == [.addNetwork("one,mac=52:54:00:00:00:01"), .removeTag("x")])
    }
}
