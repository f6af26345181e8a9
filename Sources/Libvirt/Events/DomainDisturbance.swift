internal import CLibvirt

/// A read or write of a guest's disk that failed on the host.
public struct DomainIOError: Hashable, Sendable {
    /// The file or device of the host on which it failed; empty where there is none, as for a network disk.
    public var path: String
    /// The alias of the guest's device, such as `virtio-disk0`.
    public var device: String
    /// What the hypervisor does about it.
    public var action: DomainIOErrorAction
    /// The cause, such as `enospc`; empty where the hypervisor gave none.
    public var reason: String
}

/// A fault of the host's memory that hit a guest.
public struct DomainMemoryFailure: Hashable, Sendable {
    /// Whose memory it was.
    public var recipient: DomainMemoryFailureRecipient
    /// What was done about it.
    public var action: DomainMemoryFailureAction
    /// What kind of fault it was.
    public var traits: DomainMemoryFailureTraits
}

extension DomainEventKind where Change == DomainWatchdogAction {
    /// The guest's watchdog fired; with what the hypervisor does about it.
    ///
    /// libvirt:
    /// [`virConnectDomainEventWatchdogCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventWatchdogCallback)
    public static var watchdog: DomainEventKind {
        DomainEventKind(.watchdog, calling: watchdogFired as virConnectDomainEventWatchdogCallback)
    }
}

extension DomainEventKind where Change == DomainIOError {
    /// A read or write of a disk failed on the host.
    ///
    /// libvirt:
    /// [`virConnectDomainEventIOErrorReasonCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventIOErrorReasonCallback)
    public static var ioError: DomainEventKind {
        DomainEventKind(.ioErrorReason, calling: ioFailedWithReason as virConnectDomainEventIOErrorReasonCallback)
    }

    /// A read or write of a disk failed on the host; without the reason.
    ///
    /// libvirt's older form of ``ioError``, for drivers that have only this one.
    ///
    /// libvirt:
    /// [`virConnectDomainEventIOErrorCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventIOErrorCallback)
    public static var ioErrorWithoutReason: DomainEventKind {
        DomainEventKind(.ioError, calling: ioFailed as virConnectDomainEventIOErrorCallback)
    }
}

extension DomainEventKind where Change == DomainMemoryFailure {
    /// A fault of the host's memory hit the guest.
    ///
    /// libvirt:
    /// [`virConnectDomainEventMemoryFailureCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventMemoryFailureCallback)
    public static var memoryFailure: DomainEventKind {
        DomainEventKind(.memoryFailure, calling: memoryFailed as virConnectDomainEventMemoryFailureCallback)
    }
}

private func watchdogFired(
    _: OpaquePointer?, domain: OpaquePointer?, action: Int32, opaque: UnsafeMutableRawPointer?
) {
    DomainEventKind.deliver(domain, DomainWatchdogAction(rawValue: action), to: opaque)
}

private func ioFailed(
    _: OpaquePointer?, domain: OpaquePointer?, path: UnsafePointer<CChar>?, device: UnsafePointer<CChar>?,
    action: Int32, opaque: UnsafeMutableRawPointer?
) {
    ioFailedWithReason(nil, domain: domain, path: path, device: device, action: action, reason: nil, opaque: opaque)
}

private func ioFailedWithReason(
    _: OpaquePointer?, domain: OpaquePointer?, path: UnsafePointer<CChar>?, device: UnsafePointer<CChar>?,
    action: Int32, reason: UnsafePointer<CChar>?, opaque: UnsafeMutableRawPointer?
) {
    let change = DomainIOError(
        path: String(borrowing: path), device: String(borrowing: device),
        action: DomainIOErrorAction(rawValue: action), reason: String(borrowing: reason))
    DomainEventKind.deliver(domain, change, to: opaque)
}

private func memoryFailed(
    _: OpaquePointer?, domain: OpaquePointer?, recipient: Int32, action: Int32, traits: UInt32,
    opaque: UnsafeMutableRawPointer?
) {
    let change = DomainMemoryFailure(
        recipient: DomainMemoryFailureRecipient(rawValue: recipient),
        action: DomainMemoryFailureAction(rawValue: action), traits: DomainMemoryFailureTraits(rawValue: traits))
    DomainEventKind.deliver(domain, change, to: opaque)
}
