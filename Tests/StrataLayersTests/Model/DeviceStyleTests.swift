import StrataLayers
import Testing

@Suite("Styles of virtual devices") struct DeviceStyleTests {
    @Test(arguments: [
        (VirtualDevice.Kind.interface, "virtio"), (.interface, "virtio-net-pci"), (.interface, "vmxnet3"),
        (.interface, "spapr-vlan"), (.disk, "virtio"), (.disk, "xen"), (.controller, "virtio-scsi"),
        (.controller, "vmpvscsi"), (.video, "virtio"), (.video, "qxl"), (.input, "virtio"), (.console, "virtio"),
        (.sound, "virtio"), (.rng, "virtio"), (.memballoon, "virtio"), (.filesystem, "virtiofs"), (.vsock, "virtio"),
        (.memory, "virtio-mem"), (.iommu, "virtio"),
    ])
    func devicesMadeForGuestsAreParavirtual(kind: VirtualDevice.Kind, model: String) {
        #expect(VirtualDevice.style(kind: kind, model: model) == .paravirtual)
    }

    @Test(arguments: [
        (VirtualDevice.Kind.interface, "e1000"), (.interface, "e1000e"), (.interface, "rtl8139"),
        (.interface, "pcnet"), (.interface, "ne2k_pci"), (.interface, "E1000"), (.disk, "ide"), (.disk, "sata"),
        (.disk, "scsi"), (.disk, "usb"), (.disk, "fdc"), (.video, "vga"), (.video, "cirrus"), (.video, "bochs"),
        (.sound, "ich9"), (.serial, "isa-serial"), (.tpm, "tpm-crb"), (.watchdog, "i6300esb"), (.console, "serial"),
        (.controller, "piix3-uhci"), (.controller, "lsilogic"), (.input, "ps2"),
    ])
    func devicesThatCopyRealOnesAreEmulated(kind: VirtualDevice.Kind, model: String) {
        #expect(VirtualDevice.style(kind: kind, model: model) == .emulated)
    }

    @Test func devicesOfTheHostPassThrough() {
        #expect(VirtualDevice.style(kind: .hostdev, model: nil) == .passthrough)
        #expect(VirtualDevice.style(kind: .redirdev, model: "usb") == .passthrough)
    }

    @Test func aSCSIDiskIsAsParavirtualAsItsController() {
        #expect(VirtualDevice.style(kind: .disk, model: "scsi", controller: "virtio-scsi") == .paravirtual)
        #expect(VirtualDevice.style(kind: .disk, model: "scsi", controller: "lsilogic") == .emulated)
        #expect(VirtualDevice.style(kind: .disk, model: "sata", controller: "virtio-scsi") == .emulated)
    }

    @Test func whatIsNotKnownIsNotGuessed() {
        #expect(VirtualDevice.style(kind: .interface, model: "flux9000") == nil)
        #expect(VirtualDevice.style(kind: .interface, model: nil) == nil)
        #expect(VirtualDevice.style(kind: .interface, model: "virtionet") == nil)
        #expect(VirtualDevice.style(kind: VirtualDevice.Kind(rawValue: "teleporter"), model: "x") == nil)
    }

    @Test func devicesOfAContainerAreTheHostKernelsOwn() {
        #expect(VirtualDevice(kind: .interface, model: "virtio", in: .container).style == .sharedKernel)
        #expect(VirtualDevice(kind: .interface, model: "virtio", in: .kvm).style == .paravirtual)
    }
}
