import Testing

@testable import StrataLayers

@Suite("The rule emulated-adapter") struct EmulatedAdapterTests {
    private let e1000 = ["<model type='virtio'/>": "<model type='e1000'/>"]

    @Test func anEmulatedAdapterIsNamedByItsHardwareAddress() throws {
        let finding = try #require(
            AdvisedExample.findings(.emulatedAdapter, try AdvisedExample.guest(e1000, drivers: true)).first)
        #expect(finding.command == "strata set web --network-model 52:54:00:00:00:01=virtio")
        #expect(AdvisedExample.findings(.emulatedAdapter, try AdvisedExample.guest(drivers: true)).isEmpty)
        #expect(AdvisedExample.findings(.emulatedAdapter, try AdvisedExample.guest(e1000, drivers: false)).isEmpty)
    }
}
