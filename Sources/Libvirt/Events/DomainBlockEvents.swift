internal import CLibvirt
public import Quantities

/// A block job that ended or became ready.
public struct DomainBlockJobChange: Hashable, Sendable {
    /// The disk: its target, such as `vda`, or its path, depending on the kind of event.
    public var disk: String
    /// What the job does.
    public var type: DomainBlockJobType
    /// What became of it.
    public var status: DomainBlockJobStatus
}

/// A disk image that was written beyond the threshold that was set for it.
public struct DomainBlockThreshold: Hashable, Sendable {
    /// The disk's target, with the index of the image in its backing chain where it is not the top one: `vda[1]`.
    public var device: String
    /// The image's path; empty where it is no local file.
    public var path: String
    /// The threshold, which has been removed with this event.
    public var threshold: ByteCount
    /// By how much the write went beyond it.
    public var excess: ByteCount
}

extension DomainEventKind where Change == DomainBlockJobChange {
    /// A block job ended or became ready; the disk is named by its target, such as `vda`.
    ///
    /// libvirt:
    /// [`virConnectDomainEventBlockJobCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventBlockJobCallback)
    public static var blockJob: DomainEventKind {
        DomainEventKind(.blockJob2, calling: blockJobChanged as virConnectDomainEventBlockJobCallback)
    }

    /// A block job ended or became ready; the disk is named by the path of its source.
    ///
    /// libvirt's older form of ``blockJob``: the path changes with the job, and a network disk has none.
    ///
    /// libvirt:
    /// [`virConnectDomainEventBlockJobCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventBlockJobCallback)
    public static var blockJobByPath: DomainEventKind {
        DomainEventKind(.blockJob, calling: blockJobChanged as virConnectDomainEventBlockJobCallback)
    }
}

extension DomainEventKind where Change == DomainBlockThreshold {
    /// A disk image was written beyond the threshold that was set for it.
    ///
    /// libvirt:
    /// [`virConnectDomainEventBlockThresholdCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventBlockThresholdCallback)
    public static var blockThreshold: DomainEventKind {
        DomainEventKind(.blockThreshold, calling: thresholdExceeded as virConnectDomainEventBlockThresholdCallback)
    }
}

private func blockJobChanged(
    _: OpaquePointer?, domain: OpaquePointer?, disk: UnsafePointer<CChar>?, type: Int32, status: Int32,
    opaque: UnsafeMutableRawPointer?
) {
    let change = DomainBlockJobChange(
        disk: String(borrowing: disk), type: DomainBlockJobType(rawValue: type),
        status: DomainBlockJobStatus(rawValue: status))
    DomainEventKind.deliver(domain, change, to: opaque)
}

private func thresholdExceeded(
    _: OpaquePointer?, domain: OpaquePointer?, device: UnsafePointer<CChar>?, path: UnsafePointer<CChar>?,
    threshold: UInt64, excess: UInt64, opaque: UnsafeMutableRawPointer?
) {
    let change = DomainBlockThreshold(
        device: String(borrowing: device), path: String(borrowing: path), threshold: .bytes(threshold),
        excess: .bytes(excess))
    DomainEventKind.deliver(domain, change, to: opaque)
}
