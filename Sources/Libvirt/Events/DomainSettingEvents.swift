internal import CLibvirt
public import Quantities

/// A guest that set its clock.
public struct DomainClockChange: Hashable, Sendable {
    /// How far the guest's clock is ahead of UTC now.
    public var offset: Duration
}

/// A guest whose memory balloon has a new size.
public struct DomainBalloonChange: Hashable, Sendable {
    /// The memory that the guest has now.
    public var memory: ByteCount
}

/// Limits and weights of a running guest that were changed.
public struct DomainTuningChange: Hashable, Sendable {
    /// The new values, under the names that begin with `TypedParameterName.domainTunable`.
    public var parameters: TypedParameters
}

/// A domain's metadata that was changed.
public struct DomainMetadataChange: Hashable, Sendable {
    /// Which part of it.
    public var type: DomainMetadataType
    /// The name space of the changed element; `nil` for the title and the description.
    public var uri: String?
}

extension DomainEventKind where Change == DomainClockChange {
    /// The guest set its clock.
    ///
    /// libvirt:
    /// [`virConnectDomainEventRTCChangeCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventRTCChangeCallback)
    public static var clockChange: DomainEventKind {
        DomainEventKind(.rtcChange, calling: clockChanged as virConnectDomainEventRTCChangeCallback)
    }
}

extension DomainEventKind where Change == DomainBalloonChange {
    /// The guest's memory balloon has a new size.
    ///
    /// libvirt:
    /// [`virConnectDomainEventBalloonChangeCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventBalloonChangeCallback)
    public static var balloonChange: DomainEventKind {
        DomainEventKind(.balloonChange, calling: balloonChanged as virConnectDomainEventBalloonChangeCallback)
    }
}

extension DomainEventKind where Change == DomainTuningChange {
    /// Limits and weights of the running guest were changed.
    ///
    /// libvirt:
    /// [`virConnectDomainEventTunableCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventTunableCallback)
    public static var tuning: DomainEventKind {
        DomainEventKind(.tunable, calling: tuningChanged as virConnectDomainEventTunableCallback)
    }
}

extension DomainEventKind where Change == DomainMetadataChange {
    /// The title, the description or an element of the metadata was changed.
    ///
    /// libvirt:
    /// [`virConnectDomainEventMetadataChangeCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventMetadataChangeCallback)
    public static var metadataChange: DomainEventKind {
        DomainEventKind(.metadataChange, calling: metadataChanged as virConnectDomainEventMetadataChangeCallback)
    }
}

private func clockChanged(_: OpaquePointer?, domain: OpaquePointer?, seconds: Int64, opaque: UnsafeMutableRawPointer?) {
    DomainEventKind.deliver(domain, DomainClockChange(offset: .seconds(seconds)), to: opaque)
}

private func balloonChanged(
    _: OpaquePointer?, domain: OpaquePointer?, actual: UInt64, opaque: UnsafeMutableRawPointer?
) {
    DomainEventKind.deliver(domain, DomainBalloonChange(memory: .kibibytes(actual)), to: opaque)
}

private func tuningChanged(
    _: OpaquePointer?, domain: OpaquePointer?, parameters: UnsafeMutablePointer<virTypedParameter>?, count: Int32,
    opaque: UnsafeMutableRawPointer?
) {
    let change = DomainTuningChange(parameters: TypedParameters(borrowing: parameters, count: Int(count)))
    DomainEventKind.deliver(domain, change, to: opaque)
}

private func metadataChanged(
    _: OpaquePointer?, domain: OpaquePointer?, type: Int32, uri: UnsafePointer<CChar>?,
    opaque: UnsafeMutableRawPointer?
) {
    let change = DomainMetadataChange(
        type: DomainMetadataType(rawValue: type), uri: uri.map { String(cString: $0) })
    DomainEventKind.deliver(domain, change, to: opaque)
}
