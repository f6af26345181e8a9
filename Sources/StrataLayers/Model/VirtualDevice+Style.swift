extension VirtualDevice {
    /// The style of a device of this kind and model.
    ///
    /// - Parameters:
    ///   - kind: What kind of device it is.
    ///   - model: Its model or bus, as the definition names it.
    ///   - controller: The model of the controller it hangs on, where the bus alone does not decide.
    /// - Returns: `nil` when neither kind nor model is known.
    public static func style(kind: Kind, model: String?, controller: String? = nil) -> DeviceStyle? {
        if let fixed = fixedKinds[kind] { return fixed }
        let name = model?.lowercased()
        if kind == .disk, name == "scsi", let controller {
            return style(kind: .controller, model: controller) ?? .emulated
        }
        if let name {
            if paravirtualFamilies.contains(where: { name == $0 || name.hasPrefix($0 + "-") }) { return .paravirtual }
            if let style = models[kind]?[name] { return style }
        }
        return usualStyles[kind]
    }

    /// Kinds that have one style whatever their model.
    private static let fixedKinds: [Kind: DeviceStyle] = [
        .hostdev: .passthrough, .redirdev: .passthrough, .vsock: .paravirtual, .rng: .paravirtual,
        .memballoon: .paravirtual, .panic: .paravirtual, .shmem: .paravirtual, .filesystem: .paravirtual,
    ]

    /// Families whose every member was made for guests, whatever the kind: virtio, Xen, the PowerVM and s390 sets.
    private static let paravirtualFamilies = [
        "virtio", "xen", "xenbus", "spapr", "sclp", "sclpconsole", "sclplmconsole",
    ]

    /// Models that decide, where neither the family nor the kind does.
    private static let models: [Kind: [String: DeviceStyle]] = [
        .interface: table(
            paravirtual: "vmxnet vmxnet2 vmxnet3 netfront netvsc",
            emulated: """
                e1000 e1000e e1000-82544gc e1000-82545em igb rtl8139 pcnet pcnet32 vlance ne2k_pci ne2k_isa tulip i82550 \
                i82551 i82557a i82557b i82557c i82558a i82558b i82559a i82559b i82559c i82559er i82562 i82801 usb-net \
                lan9118 smc91c111 xgmac am79c970a am79c973 82540em 82545em 82543gc
                """),
        .disk: table(paravirtual: "", emulated: "ide sata scsi fdc usb sd nvme"),
        .controller: table(
            paravirtual: "vmpvscsi pvscsi ibmvscsi",
            emulated: """
                auto buslogic lsilogic lsisas1068 lsisas1078 am53c974 dc390 ncr53c90 ide sata scsi fdc usb pci ccid isa \
                pci-root pcie-root pci-bridge dmi-to-pci-bridge pcie-root-port pcie-to-pci-bridge \
                pcie-switch-upstream-port pcie-switch-downstream-port pci-expander-bus pcie-expander-bus \
                piix3 piix4 ich6 ich9 piix3-uhci piix4-uhci ehci ich9-ehci1 ich9-uhci1 ich9-uhci2 ich9-uhci3 \
                vt82c686b-uhci pci-ohci nec-xhci qemu-xhci
                """),
        .video: table(paravirtual: "qxl", emulated: "vga cirrus vmvga bochs ramfb vbox gop"),
        .console: table(paravirtual: "", emulated: "serial"),
    ]

    /// The style of a kind when the model says nothing else; kinds that come in both styles are left out.
    private static let usualStyles: [Kind: DeviceStyle] = [
        .serial: .emulated, .parallel: .emulated, .sound: .emulated, .input: .emulated, .tpm: .emulated,
        .watchdog: .emulated, .memory: .emulated, .iommu: .emulated, .hub: .emulated,
    ]

    private static func table(paravirtual: String, emulated: String) -> [String: DeviceStyle] {
        var result: [String: DeviceStyle] = [:]
        for name in paravirtual.split(separator: " ") { result[String(name)] = .paravirtual }
        for name in emulated.split(separator: " ") { result[String(name)] = .emulated }
        return result
    }
}
