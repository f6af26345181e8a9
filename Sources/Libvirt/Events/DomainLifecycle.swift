internal import CLibvirt

/// What happened in a domain's life.
public enum DomainLifecycle: Hashable, Sendable {
    /// A definition was stored or replaced.
    case defined(DomainDefinedDetail)
    /// The definition was removed.
    case undefined(DomainUndefinedDetail)
    /// It began to run.
    case started(DomainStartedDetail)
    /// It was suspended.
    case suspended(DomainSuspendedDetail)
    /// It goes on.
    case resumed(DomainResumedDetail)
    /// It is off.
    case stopped(DomainStoppedDetail)
    /// Its system has finished shutting down.
    case shutDown(DomainShutDownDetail)
    /// Its own power management suspended it.
    case pmSuspended(DomainPMSuspendedDetail)
    /// It crashed.
    case crashed(DomainCrashedDetail)
    /// Something that this library does not know.
    case unknown(event: Int32, detail: Int32)

    init(event: Int32, detail: Int32) {
        let raw = detail
        self =
            switch DomainLifecycleEventType(rawValue: event) {
            case .defined: .defined(DomainDefinedDetail(rawValue: raw))
            case .undefined: .undefined(DomainUndefinedDetail(rawValue: raw))
            case .started: .started(DomainStartedDetail(rawValue: raw))
            case .suspended: .suspended(DomainSuspendedDetail(rawValue: raw))
            case .resumed: .resumed(DomainResumedDetail(rawValue: raw))
            case .stopped: .stopped(DomainStoppedDetail(rawValue: raw))
            case .shutDown: .shutDown(DomainShutDownDetail(rawValue: raw))
            case .pmSuspended: .pmSuspended(DomainPMSuspendedDetail(rawValue: raw))
            case .crashed: .crashed(DomainCrashedDetail(rawValue: raw))
            case .unknown: .unknown(event: event, detail: detail)
            }
    }
}

extension DomainEventKind where Change == DomainLifecycle {
    /// Defined, started, stopped and the rest of a domain's life.
    public static var lifecycle: DomainEventKind {
        // Sound: libvirt casts the pointer back to this signature for this event id.
        DomainEventKind(
            id: numericCast(VIR_DOMAIN_EVENT_ID_LIFECYCLE.rawValue),
            callback: DomainEventCallback(
                pointer: unsafeBitCast(
                    lifecycleChanged as LifecycleCallback, to: virConnectDomainEventGenericCallback.self)))
    }
}

extension DomainEvent where Change == DomainLifecycle {
    /// What happened in the domain's life.
    public var kind: DomainLifecycle { change }
}

private typealias LifecycleCallback =
    @convention(c) (OpaquePointer?, OpaquePointer?, Int32, Int32, UnsafeMutableRawPointer?) -> Int32

private func lifecycleChanged(
    _: OpaquePointer?, domain: OpaquePointer?, event: Int32, detail: Int32, opaque: UnsafeMutableRawPointer?
) -> Int32 {
    guard let domain, let handle = Handle<DomainKind>(retaining: domain) else { return 0 }
    EventHub<DomainEventKind<DomainLifecycle>.Payload>.deliver(
        (handle, DomainLifecycle(event: event, detail: detail)), to: opaque)
    return 0
}
