internal import CLibvirt
internal import FoundationEssentials

/// Something that happened to a domain.
public struct DomainEvent<Mode: Access, Change: Sendable>: LibvirtEvent {
    /// The domain that it happened to.
    public let domain: DomainReference<Mode>
    /// What happened.
    public let change: Change
    /// How many events were lost just before this one, because the consumer was too slow for the buffer.
    public var missed = 0
}

/// A kind of domain event, and what comes with it.
public struct DomainEventKind<Change: Sendable>: Sendable {
    let id: Int32
    let callback: DomainEventCallback

    /// What the C callback of this kind delivers: the domain as a reference of our own, and what happened.
    typealias Payload = (domain: Handle<DomainKind>, change: Change)
}

/// The C callback of one event kind, cast as libvirt's own macro `VIR_DOMAIN_EVENT_CALLBACK` does it.
///
/// Sound: a C function pointer, which libvirt casts back to the signature of the event id that it is registered for.
struct DomainEventCallback: @unchecked Sendable {
    let pointer: virConnectDomainEventGenericCallback
}

extension ConnectionReference {
    /// The events of one kind, of one domain or of all.
    ///
    /// ```swift
    /// for try await event in host.domainEvents(.lifecycle) { print(event.domain.name, event.kind) }
    /// ```
    /// - Parameters:
    ///   - kind: Which events.
    ///   - domain: Only of this domain; `nil` for all, also those that are defined later.
    ///   - buffer: How many events wait for a slow consumer before the oldest is dropped and counted in `missed`.
    /// - Returns: The events; libvirt is asked for them only when an iterator begins to read, or on
    ///   ``EventSequence/subscribe()``.
    ///
    /// libvirt: [`virConnectDomainEventRegisterAny`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventRegisterAny)
    public func domainEvents<Change>(
        _ kind: DomainEventKind<Change>, of domain: DomainReference<Mode>? = nil, buffer: Int = 1024
    ) -> EventSequence<DomainEvent<Mode, Change>> {
        registrations.domainEvents(kind, of: domain, buffer: buffer)
    }
}

extension Registrations {
    func domainEvents<Mode, Change>(
        _ kind: DomainEventKind<Change>, of domain: DomainReference<Mode>?, buffer capacity: Int
    ) -> EventSequence<DomainEvent<Mode, Change>> {
        EventSequence {
            let buffer = EventBuffer<DomainEvent<Mode, Change>>(capacity: capacity)
            let receiver = EventReceiver<DomainEventKind<Change>.Payload> { payload in
                buffer.push(DomainEvent(domain: DomainReference(payload.domain, self), change: payload.change))
            } finish: { error in
                buffer.finish(throwing: error)
            }
            let key = Key(family: .domain, event: kind.id, subject: domain?.uuid.uuidString ?? "")
            let place = try await self.add(key, "virConnectDomainEventRegisterAny", receiver) { connection, opaque in
                func register(_ domain: OpaquePointer?) -> Int32 {
                    virConnectDomainEventRegisterAny(
                        connection, domain, kind.id, kind.callback.pointer, opaque, giveBackLent)
                }
                return try domain.map { try $0.handle.withUnsafePointer(register) } ?? register(nil)
            }
            return EventSubscription(buffer: buffer, place: place, registrations: self)
        }
    }
}
