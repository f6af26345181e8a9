import Quantities
import StrataLayers
import Testing

@Suite("What layers provide and use") struct ResourceUseTests {
    @Test func hardwareProvidesWhatWasRead() {
        #expect(
            SampleStack.hardware.provides.map(\.summary) == [
                "48 processors", "128 GiB memory", "2 disks", "2 network adapters", "vmx virtualization",
            ])
        #expect(SampleStack.hardware.uses.isEmpty)
    }

    @Test func oneOfAThingIsSingular() {
        #expect(ResourceUse.count(1, of: .network).summary == "1 network adapter")
        #expect(ResourceUse.count(1, of: .processor, "promised").summary == "1 processor promised")
    }

    @Test func aGuestThatIsOffUsesNoProcessorAndNoMemory() {
        #expect(SampleStack.old.uses == [.named("/srv/old/ledger.img", .storage), .named("default", .network)])
        #expect(SampleStack.old.provides.isEmpty)
    }

    @Test func aRunningGuestUsesWhatItsDevicesStandOn() {
        #expect(
            SampleStack.web.uses == [
                .count(2, of: .processor), .bytes(.gibibytes(2), of: .memory),
                .named("/var/lib/libvirt/images/web.qcow2", .storage), .named("br0", .network),
                .named("0000:3b:00.0", .device),
            ])
        #expect(SampleStack.web.devicesByStyle == [.paravirtual: 3, .emulated: 1, .passthrough: 1])
    }

    @Test func aVMMWithoutRunningGuestsProvidesNothing() {
        let vmm = SampleStack.stack(guests: [SampleStack.old]).vmm
        #expect(vmm.provides.isEmpty)
        #expect(vmm.uses == [.named("/dev/kvm", .device)])
    }
}
