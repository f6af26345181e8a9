import Libvirt
import Testing
import TestSupport

private func interfaceXML(_ name: String, mac: String) -> String {
    "<interface type='ethernet' name='\(name)'><start mode='none'/><mac address='\(mac)'/></interface>"
}

@Suite("Host interfaces") struct HostInterfaceTests {
    private struct Refused: Error {}

    @Test func anInterfaceGoesThroughItsWholeLife() async throws {
        try await withTestHost { host in
            let interface = try await host.defineHostInterface(interfaceXML("eth7", mac: "52:54:00:00:00:07"))
            #expect(try await interface.isActive == false)
            try await interface.start()
            #expect(try await interface.isActive)
            try await interface.stop()
            #expect(try await interface.isActive == false)
            try await interface.undefine()
            #expect(try await host.hostInterfaces().isEmpty)
        }
    }

    @Test func lookUpsByNameAndAddressFindTheSameInterface() async throws {
        try await withTestHost { host in
            let interface = try await host.defineHostInterface(interfaceXML("eth7", mac: "52:54:00:00:00:07"))
            #expect(try await host.hostInterface(named: "eth7") == interface)
            let found = try await host.hostInterface(mac: "52:54:00:00:00:07")
            #expect(found.name == "eth7")
            #expect(found.mac == "52:54:00:00:00:07")
            #expect(try await found.readOnly.xml().contains("name='eth7'"))
        }
    }

    @Test func anAddressThatSeveralShareIsAnError() async throws {
        try await withTestHost { host in
            for name in ["eth7", "eth8"] {
                _ = try await host.defineHostInterface(interfaceXML(name, mac: "52:54:00:00:00:07"))
            }
            let error = await #expect(throws: LibvirtError.self) {
                _ = try await host.hostInterface(mac: "52:54:00:00:00:07")
            }
            #expect(error?.code == .multipleInterfaces)
            #expect(error?.subject == "interface 52:54:00:00:00:07")
        }
    }

    @Test func listingFiltersByState() async throws {
        try await withTestHost { host in
            _ = try await host.defineHostInterface(interfaceXML("eth7", mac: "52:54:00:00:00:07"))
            try await host.defineHostInterface(interfaceXML("eth8", mac: "52:54:00:00:00:08")).start()
            let active = try await host.hostInterfaces(.active).map(\.name)
            let inactive = try await host.hostInterfaces(.inactive).map(\.name)
            #expect(active == ["eth8"])
            #expect(inactive == ["eth7"])
        }
    }

    @Test func rollingBackBringsTheOldConfigurationBack() async throws {
        try await withTestHost { host in
            let kept = try await host.defineHostInterface(interfaceXML("eth7", mac: "52:54:00:00:00:07"))
            try await host.beginInterfaceChange()
            try await kept.undefine()
            #expect(try await host.hostInterfaces().isEmpty)
            try await host.rollBackInterfaceChange()
            let names = try await host.hostInterfaces().map(\.name)
            #expect(names == ["eth7"])
        }
    }

    @Test func committingKeepsTheNewConfiguration() async throws {
        try await withTestHost { host in
            try await host.beginInterfaceChange()
            _ = try await host.defineHostInterface(interfaceXML("eth7", mac: "52:54:00:00:00:07"))
            try await host.commitInterfaceChange()
            let error = await #expect(throws: LibvirtError.self) { try await host.rollBackInterfaceChange() }
            #expect(error?.code == .operationInvalid)
            #expect(try await host.hostInterfaces().count == 1)
        }
    }

    @Test func aChangeThatThrowsLeavesEverythingAsItWas() async throws {
        try await withTestHost { host in
            await #expect(throws: Refused.self) {
                try await host.withInterfaceChange {
                    _ = try await host.defineHostInterface(interfaceXML("eth7", mac: "52:54:00:00:00:07"))
                    throw Refused()
                }
            }
            #expect(try await host.hostInterfaces().isEmpty)
            let made = try await host.withInterfaceChange {
                try await host.defineHostInterface(interfaceXML("eth8", mac: "52:54:00:00:00:08"))
            }
            #expect(try await host.hostInterfaces() == [made])
        }
    }
}
