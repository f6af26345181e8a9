internal import CLibvirt

extension DomainEventKind {
    /// The kind of an event id, with the C callback that decodes it.
    ///
    /// - Parameters:
    ///   - id: libvirt's event id.
    ///   - callback: The callback as the type that libvirt's header names for that id, so that the compiler compares
    ///     the signatures.
    init<Callback>(_ id: DomainEventID, calling callback: Callback) {
        // Sound: libvirt casts the pointer back to this signature for this event id.
        self.init(
            id: id.rawValue,
            callback: DomainEventCallback(
                pointer: unsafeBitCast(callback, to: virConnectDomainEventGenericCallback.self)))
    }

    /// Hands an event from a C callback of this kind to the hub behind its opaque pointer.
    ///
    /// Called on the event loop.
    /// - Parameters:
    ///   - domain: The domain, which stays libvirt's.
    ///   - change: What happened to it.
    ///   - opaque: What the callback was registered with.
    static func deliver(_ domain: OpaquePointer?, _ change: Change, to opaque: UnsafeMutableRawPointer?) {
        guard let domain, let handle = Handle<DomainKind>(retaining: domain) else { return }
        EventHub<Payload>.deliver((handle, change), to: opaque)
    }
}
