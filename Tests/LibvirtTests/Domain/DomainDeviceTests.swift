import Libvirt
import Testing
import TestSupport

@Suite("Domain devices") struct DomainDeviceTests {
    @Test func whatTheTestDriverCannotDoSaysSo() async throws {
        try await withRunningBox { box in
            let disk = "<disk type='file'><source file='/more.img'/><target dev='vdb' bus='virtio'/></disk>"
            let attach = await #expect(throws: LibvirtError.self) { try await box.attachDevice(disk, .live) }
            #expect(attach?.code == .noSupport)
            let update = await #expect(throws: LibvirtError.self) { try await box.updateDevice(disk) }
            #expect(update?.code == .noSupport)
            let detach = await #expect(throws: LibvirtError.self) { try await box.detachDevice(disk) }
            #expect(detach?.code == .noSupport)
            let alias = await #expect(throws: LibvirtError.self) { try await box.detachDevice(alias: "ua-disk") }
            #expect(alias?.code == .noSupport)
            #expect(alias?.call == "virDomainDetachDeviceAlias")
        }
    }

    @Test func diskFiguresAreTyped() async throws {
        try await withRunningBox { box in
            let statistics = try await box.diskStatistics("vda")
            #expect(statistics.name == "vda")
            #expect(statistics.readRequests ?? 0 > 0)
            #expect(statistics.bytesWritten ?? .zero > .zero)
            #expect(statistics.readTime == nil)
            let size = try await box.diskSize("vda")
            #expect(size.capacity > .zero && size.physical > .zero)
        }
    }

    @Test func diskErrorsComeByTarget() async throws {
        try await withRunningBox { box in
            let errors = try await box.diskErrors()
            // The test driver makes the first disk fail for the asking.
            #expect(errors["vda"] == .unspecified)
        }
    }

    @Test func interfaceFiguresAreTyped() async throws {
        try await withRunningBox { box in
            let statistics = try await box.interfaceStatistics("testnet0")
            #expect(statistics.name == "testnet0")
            #expect(statistics.bytesReceived ?? .zero > .zero)
            #expect(statistics.packetsSent ?? 0 > 0)
        }
    }

    @Test func anInterfaceHasItsAddresses() async throws {
        try await withTemporaryFolder { folder in
            // The test driver draws the addresses from the network.
            let node = """
                <node xmlns:test='http://libvirt.org/schemas/domain/test/1.0'>
                <network><name>default</name><bridge name='virbr0'/>
                <ip address='192.168.122.1' netmask='255.255.255.0'/></network>\(DeviceDomain.definition)</node>
                """
            let host = try await ReadOnlyConnection.open("test://" + folder.file("node.xml", node))
            let box = try await host.domain(named: "box")
            let interface = try #require(try await box.interfaceAddresses(from: .lease).first)
            #expect(interface.name == "testnet0")
            #expect(interface.hardwareAddress == "52:54:00:12:34:56")
            #expect(interface.addresses.first?.type == .ipv4)
            #expect(interface.addresses.first?.prefix == 24)
            #expect(interface.addresses.first?.address.hasPrefix("192.168.122.") == true)
            await host.close()
        }
    }

    @Test func aViewerDoesNotReachTheGuestsAgent() async throws {
        try await withRunningBox { box in
            let error = await #expect(throws: LibvirtError.self) {
                _ = try await box.readOnly.interfaceAddresses(from: .agent)
            }
            #expect(error?.code == .operationDenied)
        }
    }

    @Test func memoryIsReadFromTheGuest() async throws {
        try await withRunningBox { box in
            let bytes = try await box.readMemory(at: 0, length: .bytes(8))
            #expect(bytes.count == 8)
            let error = await #expect(throws: LibvirtError.self) {
                _ = try await box.readMemory(at: 0, length: .gibibytes(8))
            }
            #expect(error?.code == .invalidArgument)
        }
    }
}
