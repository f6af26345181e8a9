extension RuleSet {
    /// What libvirt adds to a definition that does not ask for it.
    static let automaticDevices: [String: Automatic] = [
        "cpu": { cpu, _ in
            cpu.meaning("@mode") ?? "custom" == "custom" && cpu.first("model").map(isUsual) == true
                && !cpu.has("topology") && !cpu.has("numa")
        },
        "cpu/model": { model, _ in isUsual(model) },
        "os/boot": { boot, sides in
            boot.meaning("@dev") == "hd" && sides.other.first("os")?.first("boot") == nil
                && sides.own.first("os")?.children("boot").count == 1
                && !sides.own.bootsByDevice && !sides.other.bootsByDevice
        },
        "features/smm": { smm, sides in
            smm.sayings.isSubset(of: ["@state"])
                && [sides.own, sides.other].contains {
                    $0["os", "@firmware"] != nil || $0["os", "loader", "@secure"] != nil
                }
        },
        "seclabel": { label, _ in label.meaning("@type") ?? "dynamic" == "dynamic" },
        "iothreadids": { threads, _ in threads.children.allSatisfy { $0.sayings == ["@id"] } },
        "devices/controller": { controller, sides in isAutomatic(controller, sides) },
        "devices/console": { console, _ in console.meaning("target", "@type") == "serial" },
        "devices/audio": { audio, sides in
            audio.meaning("@id") == "1" && audio.sayings.isSubset(of: ["@id", "@type"])
                && ["none", "spice", "sdl"].contains(audio.meaning("@type"))
                && sides.other.first("devices")?.first("audio") == nil
        },
        "devices/hub": { hub, _ in hub.meaning("@type") == "usb" },
        "devices/watchdog": { watchdog, sides in
            watchdog.meaning("@model") == "itco" && watchdog.sayings.isSubset(of: ["@model", "@action"])
                && sides.other.meaning("os", "type", "@machine").map(Machine.init)?.alias == "q35"
        },
    ]

    /// The processor that QEMU itself takes.
    private static func isUsual(_ model: Fact) -> Bool {
        let usual = ["qemu64", "qemu32", "kvm64", "kvm32"]
        return model.meaning("@fallback") == "forbid" && model.text.map { usual.contains($0.meaning) } == true
    }

    /// The controllers that a device on their bus brings along, of the model that libvirt chooses.
    private static func isAutomatic(_ controller: Fact, _ sides: Sides) -> Bool {
        // One that is asked for is made, whether or not anything needs it.
        if sides.isOwnAsked { return false }
        let type = controller.meaning("@type")
        if type == "pci" { return isAutomaticBus(controller) }
        guard let type, usualModels[type, default: [nil]].contains(controller.meaning("@model")) else { return false }
        guard controller.sayings.subtracting(["driver"]).isSubset(of: ["@type", "@index", "@model"]) else {
            return false
        }
        return switch type {
        case "scsi": sides.other.hasDevice(on: "scsi")
        default: true
        }
    }

    private static let usualModels: [String: [String?]] = [
        "usb": [nil, "piix3-uhci", "qemu-xhci", "nec-xhci"], "scsi": [nil, "lsilogic", "virtio-scsi"],
    ]

    /// The buses that libvirt makes as devices need them, and one to spare.
    private static func isAutomaticBus(_ controller: Fact) -> Bool {
        guard controller.sayings.isSubset(of: usualBusSayings) else { return false }
        return usualBuses.contains(controller.meaning("@model"))
    }

    private static let usualBusSayings: Set<String> = [
        "@type", "@index", "@model", "model", "model/@name", "target", "target/@chassis", "target/@chassisNr",
        "target/@port",
    ]

    private static let usualBuses = [
        nil, "pci-root", "pcie-root", "pcie-root-port", "pci-bridge", "dmi-to-pci-bridge", "pcie-to-pci-bridge",
    ]
}

extension Fact {
    /// Whether devices say themselves in which order they are booted from.
    fileprivate var bootsByDevice: Bool { first("devices")?.children.contains { $0.has("boot") } ?? false }

    /// Whether a disk or a device of the host is on such a bus.
    func hasDevice(on bus: String) -> Bool {
        first("devices")?.children.contains {
            $0.meaning("target", "@bus") == bus || ($0.key == "hostdev" && $0.meaning("@type") == bus)
        } ?? false
    }
}
