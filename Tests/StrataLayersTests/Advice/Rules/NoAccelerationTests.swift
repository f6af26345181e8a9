import Testing

@testable import StrataLayers

@Suite("The rule no-kvm") struct NoAccelerationTests {
    @Test func anEmulatedGuestIsToldOfKVMOnlyWhereThereIsOne() throws {
        let emulated = try AdvisedExample.guest(["type='kvm'": "type='qemu'"])
        #expect(AdvisedExample.findings(.noAcceleration, emulated).first?.command == "strata set web --type kvm")
        var host = AdvisedExample.host
        host.accelerator = Accelerator(.emulation, reason: "no vmx")
        #expect(AdvisedExample.findings(.noAcceleration, emulated, host).isEmpty)
        #expect(AdvisedExample.findings(.noAcceleration, try AdvisedExample.guest()).isEmpty)
        let foreign = try AdvisedExample.guest(["type='kvm'": "type='qemu'", "arch='x86_64'": "arch='aarch64'"])
        #expect(AdvisedExample.findings(.noAcceleration, foreign).isEmpty)
    }
}
