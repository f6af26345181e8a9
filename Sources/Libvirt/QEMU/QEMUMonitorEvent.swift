internal import CLibvirt
public import FoundationEssentials

/// Something that the monitor of a domain's QEMU said on its own.
public struct QEMUMonitorEvent<Mode: Access>: LibvirtEvent {
    /// The domain.
    public let domain: DomainReference<Mode>
    /// QEMU's name of the event, such as `STOP`.
    public let name: String
    /// When QEMU said it.
    public let time: Date
    /// What else QEMU said, in JSON; `nil` where it said no more.
    public let details: String?
    /// How many events were lost just before this one, because the consumer was too slow for the buffer.
    public var missed = 0
}

/// Which events of QEMU's monitor are meant.
public struct QEMUMonitorEventFilter: Hashable, Sendable {
    /// The event's name, or a basic regular expression with ``QEMUMonitorEventOptions/regularExpression``.
    public var name: String
    /// How the name is read.
    public var options: QEMUMonitorEventOptions

    /// The events of that name.
    public init(_ name: String, _ options: QEMUMonitorEventOptions = []) {
        self.name = name
        self.options = options
    }
}

/// What the C callback delivers.
private struct MonitorPayload: Sendable {
    let domain: Handle<DomainKind>
    let name: String
    let time: Date
    let details: String?
}

extension ConnectionReference where Mode == ReadWrite {
    /// The events of the domains' QEMU monitors, as QEMU sends them.
    ///
    /// Most of them come as events of libvirt's own too, which stay the same from one QEMU to the next.
    /// - Parameters:
    ///   - filter: Which events; `nil` for all.
    ///   - domain: Only of this domain; `nil` for all.
    ///   - capacity: How many events wait for a slow consumer before the oldest is dropped and counted in `missed`.
    /// - Returns: The events. Subscribing throws ``LibvirtError`` with code `noSupport` on other drivers than QEMU's,
    ///   `invalidArgument` for a name that is no regular expression.
    ///
    /// libvirt: [`virConnectDomainQemuMonitorEventRegister`](https://libvirt.org/html/libvirt-libvirt-qemu.html#virConnectDomainQemuMonitorEventRegister)
    public func qemuMonitorEvents(
        _ filter: QEMUMonitorEventFilter? = nil, of domain: Domain? = nil, buffer capacity: Int = 1024
    ) -> EventSequence<QEMUMonitorEvent<ReadWrite>> {
        let registrations = registrations
        return EventSequence {
            let buffer = EventBuffer<QEMUMonitorEvent<ReadWrite>>(capacity: capacity)
            let receiver = EventReceiver<MonitorPayload> { payload in
                buffer.push(
                    QEMUMonitorEvent(
                        domain: Domain(payload.domain, registrations), name: payload.name, time: payload.time,
                        details: payload.details))
            } finish: { error in
                buffer.finish(throwing: error)
            }
            // One registration for every filter: the event's number is the filter's options, libvirt has no others.
            let key = Registrations.Key(
                family: .qemuMonitor, event: Int32(bitPattern: filter?.options.rawValue ?? 0),
                subject: (domain?.uuid.uuidString ?? "") + "/" + (filter?.name ?? ""))
            let place = try await registrations.add(key, "virConnectDomainQemuMonitorEventRegister", receiver) {
                connection, opaque in
                func register(_ domain: OpaquePointer?) throws -> Int32 {
                    try (filter?.name).withCheckedCString { name in
                        virConnectDomainQemuMonitorEventRegister(
                            connection, domain, name, monitorSpoke, opaque, giveBackLent,
                            filter?.options.rawValue ?? 0)
                    }
                }
                return try domain.map { try $0.handle.withUnsafePointer(register) } ?? register(nil)
            }
            return EventSubscription(buffer: buffer, place: place, registrations: registrations)
        }
    }
}

// A file-scope function: libvirt calls it on the thread of its event loop.
private func monitorSpoke(
    _: virConnectPtr?, domain: virDomainPtr?, name: UnsafePointer<CChar>?, seconds: Int64, microseconds: UInt32,
    details: UnsafePointer<CChar>?, opaque: UnsafeMutableRawPointer?
) {
    guard let domain, let domain = Handle<DomainKind>(retaining: domain) else { return }
    EventHub<MonitorPayload>.deliver(
        MonitorPayload(
            domain: domain, name: String(borrowing: name),
            time: Date(timeIntervalSince1970: Double(seconds) + Double(microseconds) / 1_000_000),
            details: details.map { String(cString: $0) }),
        to: opaque)
}
