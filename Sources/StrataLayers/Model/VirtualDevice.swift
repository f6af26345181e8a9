/// A device that a guest sees.
public struct VirtualDevice: Codable, Sendable, Equatable {
    /// What kind of device it is.
    public var kind: Kind
    /// Its model or bus, as the definition names it, such as `e1000` or `virtio`.
    public var model: String?
    /// Who plays the device, and whether the guest knows; `nil` when the model tells nothing.
    public var style: DeviceStyle?
    /// What serves it on the host: a file, a host device, a network.
    public var backedBy: String?

    /// A device whose style is already known.
    public init(kind: Kind, model: String?, style: DeviceStyle?, backedBy: String? = nil) {
        self.kind = kind
        self.model = model
        self.style = style
        self.backedBy = backedBy
    }

    /// A device whose style follows from its kind, its model, and what it hangs on.
    ///
    /// - Parameters:
    ///   - kind: What kind of device it is.
    ///   - model: Its model or bus.
    ///   - controller: The model of the controller it hangs on; a SCSI disk is as paravirtual as its controller.
    ///   - guest: The guest's style; the devices of a container are the host kernel's own.
    ///   - backedBy: What serves it on the host.
    public init(
        kind: Kind, model: String?, controller: String? = nil, in guest: GuestStyle? = nil, backedBy: String? = nil
    ) {
        let style = guest == .container ? .sharedKernel : Self.style(kind: kind, model: model, controller: controller)
        self.init(kind: kind, model: model, style: style, backedBy: backedBy)
    }
}

/// Who plays a virtual device, and whether the guest knows.
public enum DeviceStyle: String, Codable, Sendable, CaseIterable {
    /// The VMM plays hardware that exists; the guest's ordinary driver serves it.
    case emulated
    /// An interface made for guests; the guest has a driver for it.
    case paravirtual
    /// A device of the host, handed to the guest.
    case passthrough
    /// No device at all: the host's kernel serves the container directly.
    case sharedKernel
}
