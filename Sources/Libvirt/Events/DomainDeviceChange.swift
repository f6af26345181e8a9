internal import CLibvirt
public import Quantities

/// A device that came into a running guest, went, or would not go.
public enum DomainDeviceChange: Hashable, Sendable {
    /// The device of this alias was added.
    case added(String)
    /// The device of this alias is gone.
    case removed(String)
    /// The guest did not let go of the device of this alias.
    case removalFailed(String)

    /// The device's alias, such as `net1`.
    public var device: String {
        switch self {
        case .added(let device), .removed(let device), .removalFailed(let device): device
        }
    }
}

/// A memory device whose size in use the guest changed.
public struct DomainMemoryDeviceSize: Hashable, Sendable {
    /// The device's alias, such as `virtiomem0`.
    public var device: String
    /// How much of it the guest uses now.
    public var size: ByteCount
}

extension DomainEventKind where Change == DomainDeviceChange {
    /// A device was added to the running guest.
    ///
    /// libvirt:
    /// [`virConnectDomainEventDeviceAddedCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventDeviceAddedCallback)
    public static var deviceAdded: DomainEventKind {
        DomainEventKind(.deviceAdded, calling: added as virConnectDomainEventDeviceAddedCallback)
    }

    /// A device is gone from the running guest: detaching only asks the guest, this is when it has let go.
    ///
    /// libvirt:
    /// [`virConnectDomainEventDeviceRemovedCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventDeviceRemovedCallback)
    public static var deviceRemoved: DomainEventKind {
        DomainEventKind(.deviceRemoved, calling: removed as virConnectDomainEventDeviceRemovedCallback)
    }

    /// The guest did not let go of a device that was to be removed.
    ///
    /// libvirt:
    /// [`virConnectDomainEventDeviceRemovalFailedCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventDeviceRemovalFailedCallback)
    public static var deviceRemovalFailed: DomainEventKind {
        DomainEventKind(
            .deviceRemovalFailed, calling: removalFailed as virConnectDomainEventDeviceRemovalFailedCallback)
    }
}

extension DomainEventKind where Change == DomainMemoryDeviceSize {
    /// The guest changed how much of a memory device it uses.
    ///
    /// libvirt:
    /// [`virConnectDomainEventMemoryDeviceSizeChangeCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventMemoryDeviceSizeChangeCallback)
    public static var memoryDeviceSizeChange: DomainEventKind {
        DomainEventKind(
            .memoryDeviceSizeChange, calling: sizeChanged as virConnectDomainEventMemoryDeviceSizeChangeCallback)
    }
}

private func added(
    _: OpaquePointer?, domain: OpaquePointer?, device: UnsafePointer<CChar>?, opaque: UnsafeMutableRawPointer?
) {
    DomainEventKind.deliver(domain, DomainDeviceChange.added(String(borrowing: device)), to: opaque)
}

private func removed(
    _: OpaquePointer?, domain: OpaquePointer?, device: UnsafePointer<CChar>?, opaque: UnsafeMutableRawPointer?
) {
    DomainEventKind.deliver(domain, DomainDeviceChange.removed(String(borrowing: device)), to: opaque)
}

private func removalFailed(
    _: OpaquePointer?, domain: OpaquePointer?, device: UnsafePointer<CChar>?, opaque: UnsafeMutableRawPointer?
) {
    DomainEventKind.deliver(domain, DomainDeviceChange.removalFailed(String(borrowing: device)), to: opaque)
}

private func sizeChanged(
    _: OpaquePointer?, domain: OpaquePointer?, device: UnsafePointer<CChar>?, size: UInt64,
    opaque: UnsafeMutableRawPointer?
) {
    let change = DomainMemoryDeviceSize(device: String(borrowing: device), size: .kibibytes(size))
    DomainEventKind.deliver(domain, change, to: opaque)
}
