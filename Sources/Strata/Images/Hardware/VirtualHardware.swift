public import LibvirtXML

/// The virtual devices that a machine for an operating system has, by libvirt's own words.
public struct VirtualHardware: Hashable, Sendable {
    /// How much the guest knows of being one.
    public enum Style: String, Codable, Hashable, Sendable, CaseIterable {
        /// Devices made for guests, where the system has drivers for them.
        case paravirtual
        /// Only devices that exist as hardware.
        case emulated
    }

    /// The machine type: `q35` with PCI Express and SATA, or `pc` with PCI and IDE.
    public var machine: String
    /// The bus of the disks.
    public var diskBus: DiskBus
    /// The bus of the drive with an ISO image.
    public var opticalBus: DiskBus
    /// The model of the network adapters.
    public var networkModel: String
    /// The graphics adapter.
    public var video: DomainDocument.Video.Model
    /// The bus of the pointing device.
    public var pointer: DomainDocument.Input.Bus
    /// What it boots with.
    public var firmware: OSFirmware
    /// Whether it has a TPM 2.0.
    public var hasTPM: Bool
    /// Whether the host gives it random numbers.
    public var hasRandomGenerator: Bool
    /// Whether it can give memory back.
    public var hasBalloon: Bool
    /// Whether there is a channel for a guest agent.
    public var hasAgentChannel: Bool
    /// Whether its hardware clock shows local time, as Windows wants it, and not UTC.
    public var clockIsLocal: Bool
}

extension VirtualHardware: Encodable {
    private enum Key: String, CodingKey {
        case machine, firmware, diskBus, opticalBus, networkModel, video, pointer, hasTPM, hasRandomGenerator
        case hasBalloon, hasAgentChannel, clockIsLocal
    }

    /// Encodes the models by their words.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        let words: [(Key, String)] = [
            (.machine, machine), (.firmware, firmware.rawValue), (.diskBus, diskBus.rawValue),
            (.opticalBus, opticalBus.rawValue), (.networkModel, networkModel), (.video, video.rawValue),
            (.pointer, pointer.rawValue),
        ]
        for (key, word) in words { try container.encode(word, forKey: key) }
        let answers: [(Key, Bool)] = [
            (.hasTPM, hasTPM), (.hasRandomGenerator, hasRandomGenerator), (.hasBalloon, hasBalloon),
            (.hasAgentChannel, hasAgentChannel), (.clockIsLocal, clockIsLocal),
        ]
        for (key, answer) in answers { try container.encode(answer, forKey: key) }
    }
}
