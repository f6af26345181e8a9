internal import CLibvirt
internal import FoundationEssentials

/// What libvirt tells of a block job.
enum BlockJobChange: Sendable {
    /// The job on the disk with this target reached this status.
    case job(disk: String, DomainBlockJobStatus)
    /// The domain stopped, of whose block jobs libvirt then says nothing.
    case domainStopped
}

/// What happens to the block jobs of one domain, for somebody who waits for one.
struct BlockJobWatch: Sendable {
    typealias Event = DomainEvent<ReadWrite, BlockJobChange>

    /// Two registrations that fill one buffer.
    private let subscriptions: [EventSubscription<Event>]

    /// Begins to watch.
    init(_ domain: Domain) async throws {
        let buffer = EventBuffer<Event>(capacity: 64)
        var subscriptions: [EventSubscription<Event>] = []
        for kind in [DomainEventKind.blockJobEnds, .domainEnds] {
            subscriptions.append(try await domain.registrations.subscribe(to: kind, of: domain, buffer))
        }
        self.subscriptions = subscriptions
    }

    /// The next change; `nil` when the connection was closed or the task cancelled, now or before.
    func next() async throws -> BlockJobChange? { try await subscriptions.first?.next()?.change }
}

extension Registrations {
    fileprivate func subscribe(
        to kind: DomainEventKind<BlockJobChange>, of domain: Domain, _ buffer: EventBuffer<BlockJobWatch.Event>
    ) async throws -> EventSubscription<BlockJobWatch.Event> {
        let receiver = EventReceiver<DomainEventKind<BlockJobChange>.Payload> { payload in
            buffer.push(DomainEvent(domain: DomainReference(payload.domain, self), change: payload.change))
        } finish: { error in
            buffer.finish(throwing: error)
        }
        // A place of its own, beside the public sequences of these events, which deliver something else.
        let key = Key(family: .domain, event: kind.id, subject: "block jobs of \(domain.uuid.uuidString)")
        let place = try await add(key, "virConnectDomainEventRegisterAny", receiver) { connection, opaque in
            try domain.handle.withUnsafePointer { domain in
                virConnectDomainEventRegisterAny(
                    connection, domain, kind.id, kind.callback.pointer, opaque, giveBackLent)
            }
        }
        return EventSubscription(buffer: buffer, place: place, registrations: self)
    }
}

extension DomainEventKind where Change == BlockJobChange {
    fileprivate static var blockJobEnds: DomainEventKind {
        // Sound: libvirt casts the pointer back to this signature for this event id.
        DomainEventKind(
            id: numericCast(VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2.rawValue),
            callback: DomainEventCallback(
                pointer: unsafeBitCast(
                    blockJobChanged as BlockJobCallback, to: virConnectDomainEventGenericCallback.self)))
    }

    fileprivate static var domainEnds: DomainEventKind {
        // Sound: libvirt casts the pointer back to this signature for this event id.
        DomainEventKind(
            id: numericCast(VIR_DOMAIN_EVENT_ID_LIFECYCLE.rawValue),
            callback: DomainEventCallback(
                pointer: unsafeBitCast(
                    domainChanged as LifecycleCallback, to: virConnectDomainEventGenericCallback.self)))
    }
}

private typealias BlockJobCallback =
    @convention(c) (OpaquePointer?, OpaquePointer?, UnsafePointer<CChar>?, Int32, Int32, UnsafeMutableRawPointer?)
    -> Void

private func blockJobChanged(
    _: OpaquePointer?, domain: OpaquePointer?, disk: UnsafePointer<CChar>?, type: Int32, status: Int32,
    opaque: UnsafeMutableRawPointer?
) {
    deliver(.job(disk: String(borrowing: disk), DomainBlockJobStatus(rawValue: status)), of: domain, to: opaque)
}

private typealias LifecycleCallback =
    @convention(c) (OpaquePointer?, OpaquePointer?, Int32, Int32, UnsafeMutableRawPointer?) -> Int32

private func domainChanged(
    _: OpaquePointer?, domain: OpaquePointer?, event: Int32, detail: Int32, opaque: UnsafeMutableRawPointer?
) -> Int32 {
    switch DomainLifecycleEventType(rawValue: event) {
    case .stopped, .crashed: deliver(.domainStopped, of: domain, to: opaque)
    default: break
    }
    return 0
}

private func deliver(_ change: BlockJobChange, of domain: OpaquePointer?, to opaque: UnsafeMutableRawPointer?) {
    guard let domain, let handle = Handle<DomainKind>(retaining: domain) else { return }
    EventHub<DomainEventKind<BlockJobChange>.Payload>.deliver((handle, change), to: opaque)
}
