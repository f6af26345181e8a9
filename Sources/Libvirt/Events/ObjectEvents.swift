internal import CLibvirt

extension Registrations {
    /// What the C callback of an event delivers: the object as a reference of our own, and what happened.
    typealias ObjectPayload<Kind: HandleKind, Change> = (object: Handle<Kind>, change: Change)

    /// The events of objects other than domains, which all register in the same way.
    ///
    /// - Parameters:
    ///   - key: The events, and of which object.
    ///   - call: The name of the C call, for the error.
    ///   - object: The one object that they are about; `nil` for all.
    ///   - capacity: How many events wait for a slow consumer.
    ///   - makeEvent: Makes the element of the sequence.
    ///   - register: The C call, with the connection, the object, and what the callback gets.
    /// - Returns: The events.
    func objectEvents<Kind, Change: Sendable, Event>(
        _ key: Key, _ call: StaticString, of object: Handle<Kind>?, buffer capacity: Int,
        makeEvent: @escaping @Sendable (Handle<Kind>, Change) -> Event,
        register: @escaping @Sendable (OpaquePointer, OpaquePointer?, UnsafeMutableRawPointer) -> Int32
    ) -> EventSequence<Event> {
        EventSequence {
            let buffer = EventBuffer<Event>(capacity: capacity)
            let receiver = EventReceiver<ObjectPayload<Kind, Change>> { payload in
                buffer.push(makeEvent(payload.object, payload.change))
            } finish: { error in
                buffer.finish(throwing: error)
            }
            let place = try await self.add(key, call, receiver) { connection, opaque in
                guard let object else { return register(connection, nil, opaque) }
                return try object.withUnsafePointer { register(connection, $0, opaque) }
            }
            return EventSubscription(buffer: buffer, place: place, registrations: self)
        }
    }

    /// Hands an event from a C callback to the hub behind its opaque pointer.
    ///
    /// Called on the event loop.
    /// - Parameters:
    ///   - pointer: The object, which stays libvirt's.
    ///   - kind: The kind of object.
    ///   - change: What happened to it.
    ///   - opaque: What the callback was registered with.
    static func deliver<Kind: HandleKind, Change: Sendable>(
        _ pointer: OpaquePointer?, _ kind: Kind.Type, _ change: Change, to opaque: UnsafeMutableRawPointer?
    ) {
        guard let pointer, let object = Handle<Kind>(retaining: pointer) else { return }
        EventHub<ObjectPayload<Kind, Change>>.deliver((object, change), to: opaque)
    }
}
