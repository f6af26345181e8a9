import Quantities
import StrataLayers
import Testing

@Suite("Readings of the VMM") struct ModelTests {
    @Test(arguments: [
        ("qemu:///system", DriverMode.system), ("qemu:///session", .session), ("lxc:///system", .system),
        ("lxc:///", .system), ("qemu:///embed?root=/x/session", .embedded), ("test:///default", .test),
        ("test:///a/session", .test), ("qemu+ssh://root@host/session", .remote),
        ("qemu+tls://[::1]:16514/system", .remote), ("qemu+unix:///system?socket=/run/x", .system),
        ("test+tcp://host/default", .remote), ("", .system),
    ])
    func theModeFollowsFromTheConnection(connection: String, mode: DriverMode) {
        #expect(DriverMode(connection: connection) == mode)
    }

    @Test(arguments: [
        ("kvm", "hvm", GuestStyle?.some(.kvm)), ("qemu", "hvm", .emulation), ("lxc", "exe", .container),
        ("xen", "linux", .paravirtual), ("xen", "hvm", .hardwareAssisted), ("bhyve", "hvm", .hardwareAssisted),
        ("test", "hvm", nil),
    ])
    func theStyleFollowsFromTheTypes(domain: String, system: String, style: GuestStyle?) {
        #expect(GuestStyle(domainType: domain, osType: system) == style)
    }

    @Test func kvmServesWhereLibvirtOffersItAndTheProcessorShowsIt() {
        let accelerator = Accelerator.serving(
            offersKVM: true, hardware: SampleStack.hardware, kvm: KVMDevice(access: .openable))
        #expect(accelerator == Accelerator(.kvm))
    }

    @Test func kvmWithoutTheProcessorsFlagDoesNotServe() throws {
        let reading = try withRecordedHost("nested-vm") { $0.reading }
        let accelerator = Accelerator.serving(offersKVM: true, hardware: reading.hardware, kvm: reading.host.kvm)
        #expect(accelerator.kind == .emulation)
        #expect(
            accelerator.reason
                == "the processor shows neither vmx nor svm; /dev/kvm is not backed by hardware")
    }

    @Test func whyKVMIsNotOfferedIsSaid() {
        let hardware = SampleStack.hardware
        func reason(_ kvm: KVMDevice) -> String? {
            Accelerator.serving(offersKVM: false, hardware: hardware, kvm: kvm).reason
        }
        #expect(reason(KVMDevice(access: .absent)) == "there is no /dev/kvm")
        #expect(
            reason(KVMDevice(access: .refused, reason: "permission denied"))
                == "/dev/kvm does not open: permission denied")
        #expect(reason(KVMDevice(access: .openable)) == "libvirt offers no KVM guests")
    }

    @Test func onS390TheFlagHasAnotherName() {
        var hardware = HardwareLayer()
        hardware.processor.vendor = "IBM/S390"
        hardware.processor.virtualization = Processor.Virtualization.none
        let accelerator = Accelerator.serving(offersKVM: true, hardware: hardware, kvm: KVMDevice(access: .absent))
        #expect(accelerator == Accelerator(.emulation, reason: "the processor shows no sie"))
    }

    @Test func onARMLibvirtsWordIsEnough() throws {
        let hardware = try withRecordedHost("arm-board") { $0.reading.hardware }
        let kvm = KVMDevice(access: .openable)
        #expect(Accelerator.serving(offersKVM: true, hardware: hardware, kvm: kvm).kind == .kvm)
    }

    @Test func theVMMAccountsForRunningGuestsOnly() {
        let share = SampleStack.stack().vmm.share
        #expect(share.guests == 3)
        #expect(share.running == 2)
        #expect(share.processors == 3)
        #expect(share.memory == .mebibytes(2048 + 64))
    }

    @Test func memoryBeyondCountingIsTheLargestAmount() {
        var huge = SampleStack.web
        huge.memory = ByteCount(bytes: .max)
        #expect(SampleStack.stack(guests: [huge, huge]).vmm.share.memory.bytes == .max)
    }
}
