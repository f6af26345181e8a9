internal import LibvirtXML

/// What is the same for all devices of one guest: the guest, and the host that it stands on.
struct PathPlace {
    var guest: String
    var style: GuestStyle?
    var isActive: Bool
    var document: DomainDocument
    /// Where the host tells about itself; `nil` where the host is not this machine.
    var files: HostFiles?
    /// How each network of libvirt gets its guests out, by name.
    var networks: [String: NetworkWay] = [:]
    /// Whether the kernel serves adapters of the guest; `nil` where its process cannot be seen.
    var hasVhost: Bool?

    /// Why hops are missing.
    var missing: [String: String] {
        files == nil ? ["hops": "the guest's host is not this machine: what it stands on there is not seen"] : [:]
    }

    static let stopped = ["measured": "the guest does not run"]

    /// The driver in the guest, which only its own system knows for sure.
    func guestDriver(_ name: String?, style device: DeviceStyle?) -> RequestPath.Hop {
        RequestPath.Hop(
            .guestDriver, name ?? "of a name unknown", by: .guest,
            details: name == nil ? [] : ["Linux's name for it: what the guest runs, nobody here can see"],
            request: [.copy("to the guest's own cache or packet buffer, unless its program does without")],
            answer: [.contextSwitch("an interrupt wakes the program that waits")],
            unavailable: ["measured": "only the guest's own system counts here"])
    }

    /// The device as the guest sees it.
    func device(
        _ name: String, style device: DeviceStyle?, counter: RequestPath.Counter
    ) -> RequestPath.Hop {
        let words = device?.inWords ?? "of unknown style"
        var hop = RequestPath.Hop(.virtualDevice, name, by: .vmm, details: [words])
        switch (device, style) {
        case (.passthrough, _):
            hop.runner = .hardware
            hop.answer = [.contextSwitch("an interrupt of the device is handed to the guest")]
        case (.sharedKernel, _): hop.runner = .hostKernel
        case (nil, _): hop.unavailable["request"] = "the definition names no model"
        case (.paravirtual, .emulation):
            hop.request = [.contextSwitch("the translated code calls the VMM once for a batch of requests")]
            hop.answer = [.contextSwitch("the VMM stops the translated code for one interrupt")]
        case (.paravirtual, _):
            hop.request = [.contextSwitch("one write to a doorbell leaves the guest's code, for a batch of requests")]
            hop.answer = [.contextSwitch("one interrupt enters the guest")]
        case (_, .emulation):
            hop.request = [.contextSwitch("the translated code calls the VMM for each register, several to a request")]
            hop.answer = [.contextSwitch("the VMM stops the translated code for an interrupt")]
        default:
            hop.request = [.contextSwitch("each register leaves the guest's code for the VMM, several to a request")]
            hop.answer = [.contextSwitch("an interrupt enters the guest, and its handler reads registers again")]
        }
        if isActive { hop.counter = counter } else { hop.unavailable["measured"] = "the guest does not run" }
        return hop
    }

    static func diskDriver(_ bus: String?, controller: String?) -> String? {
        switch bus {
        case "virtio": "virtio_blk"
        case "scsi": controller?.hasPrefix("virtio") == true ? "virtio_scsi" : controller
        case "sata": "ahci"
        case "ide": "ata_piix"
        case "usb": "usb_storage"
        case "fdc": "floppy"
        default: bus
        }
    }

    static func adapterDriver(_ model: String?) -> String? {
        guard let model else { return nil }
        if model.hasPrefix("virtio") { return "virtio_net" }
        return ["e1000-82544gc": "e1000", "e1000-82545em": "e1000", "rtl8139": "8139cp", "pcnet": "pcnet32"][model]
            ?? model
    }
}

/// How libvirt's network gets its guests out.
struct NetworkWay: Equatable, Sendable {
    /// libvirt's word, such as `nat`; `nil` for a network that stays inside.
    var mode: String?
    var bridge: String?
    /// The adapter that it is bound to.
    var device: String?
}
