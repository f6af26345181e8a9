internal import LibvirtXML

extension DomainDocument {
    /// The system that the definition's metadata name (libosinfo's entry), as its short last part.
    var operatingSystemID: String? {
        operatingSystemEntry.map { identifier in
            identifier.drop { $0 == "/" }.split(separator: "/").suffix(2).joined(separator: " ")
        }
    }

    /// The same as it stands there, such as `http://debian.org/debian/12`.
    var operatingSystemEntry: String? {
        let entry = node.all("metadata").flatMap(\.elements).first { $0.localName == "libosinfo" }
        return entry?.elements.first { $0.localName == "os" }?.attribute("id")
    }

    /// All devices, with the style of each and what serves it on the host.
    func virtualDevices(in guest: GuestStyle?) -> [VirtualDevice] {
        devices.compactMap { device in
            guard device.isWorthShowing else { return nil }
            let kind = VirtualDevice.Kind(rawValue: device.kind)
            if device.isHandedOver {
                return VirtualDevice(
                    kind: kind, model: device.shownModel, style: .passthrough, backedBy: device.backing)
            }
            return VirtualDevice(
                kind: kind, model: device.shownModel,
                controller: device.kind == "disk" ? scsiController : nil, in: guest, backedBy: device.backing)
        }
    }

    private var scsiController: String? {
        devices.first { $0.kind == "controller" && $0.type == "scsi" }?.model
    }
}

extension Device {
    /// The wiring of the machine is left out: ports, bridges and aliases that every definition has.
    fileprivate var isWorthShowing: Bool {
        switch kind {
        case "controller": type == "scsi" || type == "virtio-serial"
        case "console": type != "pty" || self["target/@type"] == "virtio"
        case "audio", "graphics": false
        case "memballoon": model != "none"
        default: true
        }
    }

    /// A device of the host behind an element that names no model of its own.
    fileprivate var isHandedOver: Bool {
        (kind == "interface" && type == "hostdev") || (kind == "tpm" && self["backend/@type"] == "passthrough")
    }

    fileprivate var shownModel: String? {
        switch kind {
        case "input": [type, self["@bus"]].compactMap(\.self).joined(separator: " ")
        case "controller": model ?? type
        default: model
        }
    }

    /// What serves the device on the host.
    fileprivate var backing: String? {
        let places = [
            "source/@file", "source/@dev", "source/@dir", "source/@volume", "source/@network", "source/@bridge",
            "source/@path", "backend/@type", "backend",
        ]
        let source = places.lazy.compactMap { self[$0] }.first { !$0.isEmpty }
        if kind == "interface" {
            return [type, source].compactMap(\.self).joined(separator: " ")
        }
        return source ?? (kind == "serial" || kind == "channel" ? type : nil)
    }
}
