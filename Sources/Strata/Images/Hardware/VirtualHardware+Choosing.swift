internal import LibvirtXML

extension VirtualHardware {
    /// The hardware for a system: of what it has drivers for, the best.
    ///
    /// - Parameters:
    ///   - system: The system; one that is not known is taken for a Linux of today.
    ///   - style: Whether devices that are made for guests may be among it.
    public init(for system: OSProfile?, style: Style = .paravirtual) {
        func has(_ device: String) -> Bool {
            guard style == .paravirtual || !device.hasPrefix("virtio-") else { return false }
            return system?.drives(device) ?? true
        }
        firmware = system?.firmware == [.uefi] ? .uefi : .bios
        // What is to look like hardware looks like the PC that every system knows, where that has the firmware.
        let isModern = firmware == .uefi || (style == .paravirtual && has("qemu-x86-q35"))
        machine = isModern ? "q35" : "pc"
        opticalBus = isModern ? .sata : .ide
        diskBus = has("virtio-block") ? .virtio : opticalBus
        networkModel = Self.networkModel(of: system, isModern: isModern, has)
        video = has("virtio-gpu") ? .virtio : .vga
        pointer = has("tablet") ? .usb : .ps2
        // A Windows that refuses the BIOS is one that asks for a TPM, too.
        hasTPM = system?.isWindows == true && firmware == .uefi
        hasRandomGenerator = has("virtio-rng")
        hasBalloon = has("virtio-balloon")
        hasAgentChannel = has("virtio-console")
        clockIsLocal = system?.isWindows == true
    }

    private static func networkModel(of system: OSProfile?, isModern: Bool, _ has: (String) -> Bool) -> String {
        if has("virtio-net") { return "virtio" }
        // The database names an adapter for XP whose driver is not on all of its media.
        if system?.isOldWindows == true { return "rtl8139" }
        if isModern, has("e1000e") { return "e1000e" }
        return ["e1000", "rtl8139", "pcnet", "ne2k_pci"].first { system?.drives($0) == true } ?? "e1000"
    }
}

extension OSProfile {
    /// Whether it is a Windows of any age.
    var isWindows: Bool { family?.hasPrefix("win") == true }

    /// Whether it is older than Windows Vista, or a DOS.
    fileprivate var isOldWindows: Bool {
        let major = version?.split(separator: ".").first.flatMap { Int($0) }
        return switch family {
        case "winnt": (major ?? 6) < 6
        case "win9x", "win16", "msdos": true
        default: false
        }
    }
}
