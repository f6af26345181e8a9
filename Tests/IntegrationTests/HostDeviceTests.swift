import Libvirt
import Testing

extension RealGuests {
    /// The machine's own interfaces and devices, which these tests only look at: what they ask to be changed cannot be.
    @Suite("The host's devices") struct HostDeviceTests {
        @Test func theLoopbackIsAnInterfaceAndADevice() async throws {
            try await withHost { host in
                let interface = try await host.hostInterface(named: "lo")
                #expect(interface.mac == "00:00:00:00:00:00")
                #expect(try await interface.xml().contains("name='lo'"))
                let device = try await loopback(host)
                #expect(try await device.capabilities() == ["net"])
                #expect(try await device.parent == "computer")
                #expect(try await device.isActive)
                #expect(try await device.isPersistent == false)
                #expect(try await device.isAutostarted == false)
                #expect(try await device.xml().contains("<interface>lo</interface>"))
            }
        }

        @Test func theComputerHangsOnNothing() async throws {
            try await withHost { host in
                let root = try await host.nodeDevice(named: "computer")
                #expect(try await root.parent == nil)
                #expect(try await root.isAutostarted)
                #expect(try await root.isPersistent)
            }
        }

        @Test func anAdapterThatIsNotThereIsNotFound() async throws {
            try await withHost { host in
                let error = await #expect(throws: LibvirtError.self) {
                    _ = try await host.scsiHost(wwnn: "20000000aaaabbbb", wwpn: "10000000aaaabbbb")
                }
                #expect(error?.code == .internalError)
                #expect(error?.subject == "SCSI host 20000000aaaabbbb:10000000aaaabbbb")
            }
        }

        @Test func whatCannotBeChangedIsRefusedWithItsReason() async throws {
            try await withHost { host in
                let device = try await loopback(host)
                func refusal(_ body: () async throws -> Void) async -> LibvirtError? {
                    await #expect(throws: LibvirtError.self) { try await body() }
                }
                let reattach = await refusal { try await device.reattach() }
                #expect(reattach?.code == .invalidArgument)
                #expect(reattach?.call == "virNodeDeviceReAttach")
                let reset = await refusal { try await device.reset() }
                #expect(reset?.code == .invalidArgument)
                let unknown = await refusal { try await device.detach(driver: "n-driver") }
                #expect(unknown?.code == .invalidArgument)
                #expect(unknown?.subject == "device '\(device.name)'")
                let autostart = await refusal { try await device.setAutostart(true) }
                #expect(autostart?.code == .operationUnsupported)
                let start = await refusal { try await device.start() }
                #expect(start?.code == .operationInvalid)
                let undefine = await refusal { try await device.undefine() }
                #expect(undefine?.code == .operationInvalid)
                let stop = await refusal { try await device.stop() }
                #expect(stop?.code == .configUnsupported)
                let xml = try await device.xml()
                let define = await refusal { _ = try await host.defineNodeDevice(xml) }
                #expect(define?.code == .configUnsupported)
                #expect(define?.call == "virNodeDeviceDefineXML")
                let begin = await refusal { try await host.withInterfaceChange {} }
                #expect(begin?.code == .noSupport)
                #expect(begin?.call == "virInterfaceChangeBegin")
            }
        }

        private func loopback(_ host: Connection) async throws -> NodeDevice {
            try await host.nodeDevice(named: "net_lo_00_00_00_00_00_00")
        }

        private func withHost(_ body: (Connection) async throws -> Void) async throws {
            let host = try await Connection.open(RealGuests.uri)
            do {
                try await body(host)
                await host.close()
            } catch {
                await host.close()
                throw error
            }
        }
    }
}
