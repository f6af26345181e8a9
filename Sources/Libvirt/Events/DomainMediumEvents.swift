internal import CLibvirt

/// A disk whose source libvirt itself changed, because the one in the definition was not there.
public struct DomainDiskChange: Hashable, Sendable {
    /// The source before; `nil` where there was none.
    public var oldPath: String?
    /// The source now; `nil` where there is none.
    public var newPath: String?
    /// The alias of the guest's device, such as `ide0-1-0`.
    public var device: String
    /// Why it was changed.
    public var reason: DomainDiskChangeReason
}

/// A guest's removable drive whose tray was opened or closed.
public struct DomainTrayChange: Hashable, Sendable {
    /// The alias of the guest's device, such as `ide0-1-0`.
    public var device: String
    /// Whether it was opened or closed.
    public var reason: DomainTrayChangeReason
}

extension DomainEventKind where Change == DomainDiskChange {
    /// libvirt changed a disk's source, because the one in the definition was not there.
    ///
    /// libvirt:
    /// [`virConnectDomainEventDiskChangeCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventDiskChangeCallback)
    public static var diskChange: DomainEventKind {
        DomainEventKind(.diskChange, calling: diskChanged as virConnectDomainEventDiskChangeCallback)
    }
}

extension DomainEventKind where Change == DomainTrayChange {
    /// The tray of a removable drive was opened or closed.
    ///
    /// libvirt:
    /// [`virConnectDomainEventTrayChangeCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventTrayChangeCallback)
    public static var trayChange: DomainEventKind {
        DomainEventKind(.trayChange, calling: trayChanged as virConnectDomainEventTrayChangeCallback)
    }
}

private func diskChanged(
    _: OpaquePointer?, domain: OpaquePointer?, oldPath: UnsafePointer<CChar>?, newPath: UnsafePointer<CChar>?,
    device: UnsafePointer<CChar>?, reason: Int32, opaque: UnsafeMutableRawPointer?
) {
    let change = DomainDiskChange(
        oldPath: oldPath.map { String(cString: $0) }, newPath: newPath.map { String(cString: $0) },
        device: String(borrowing: device), reason: DomainDiskChangeReason(rawValue: reason))
    DomainEventKind.deliver(domain, change, to: opaque)
}

private func trayChanged(
    _: OpaquePointer?, domain: OpaquePointer?, device: UnsafePointer<CChar>?, reason: Int32,
    opaque: UnsafeMutableRawPointer?
) {
    let change = DomainTrayChange(
        device: String(borrowing: device), reason: DomainTrayChangeReason(rawValue: reason))
    DomainEventKind.deliver(domain, change, to: opaque)
}
