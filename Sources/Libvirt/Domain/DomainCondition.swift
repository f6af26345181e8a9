/// A domain's state together with the reason for it.
public struct DomainCondition: Hashable, Sendable {
    /// Whether it runs.
    public var state: DomainState
    /// Why it is in that state; which reasons there are depends on the state.
    public var reason: DomainStateReason

    /// A state and a reason.
    public init(state: DomainState, reason: DomainStateReason) {
        self.state = state
        self.reason = reason
    }

    init(rawState: Int32, rawReason: Int32) {
        state = DomainState(rawValue: rawState)
        reason = DomainStateReason(state: state, rawReason: rawReason)
    }
}

/// Why a domain is in its state, by state.
public enum DomainStateReason: Hashable, Sendable {
    /// Why there is no state.
    case noState(DomainNoStateReason)
    /// Why it runs.
    case running(DomainRunningReason)
    /// Why it is blocked on a resource.
    case blocked(DomainBlockedReason)
    /// Why it stands suspended.
    case paused(DomainPausedReason)
    /// Why it is shutting down.
    case shuttingDown(DomainShuttingDownReason)
    /// Why it is off.
    case shutOff(DomainShutOffReason)
    /// Why it crashed.
    case crashed(DomainCrashedReason)
    /// Why its own power management suspended it.
    case pmSuspended(DomainPMSuspendedReason)
    /// The reason for a state that this library does not know.
    case unknown(Int32)

    init(state: DomainState, rawReason: Int32) {
        let raw = rawReason
        self =
            switch state {
            case .noState: .noState(DomainNoStateReason(rawValue: raw))
            case .running: .running(DomainRunningReason(rawValue: raw))
            case .blocked: .blocked(DomainBlockedReason(rawValue: raw))
            case .paused: .paused(DomainPausedReason(rawValue: raw))
            case .shuttingDown: .shuttingDown(DomainShuttingDownReason(rawValue: raw))
            case .shutOff: .shutOff(DomainShutOffReason(rawValue: raw))
            case .crashed: .crashed(DomainCrashedReason(rawValue: raw))
            case .pmSuspended: .pmSuspended(DomainPMSuspendedReason(rawValue: raw))
            case .unknown: .unknown(rawReason)
            }
    }
}

extension DomainStateReason: CustomStringConvertible {
    /// The reason in words, such as `booted` or `shut down`.
    public var description: String {
        switch self {
        case .noState(let reason): reason.description
        case .running(let reason): reason.description
        case .blocked(let reason): reason.description
        case .paused(let reason): reason.description
        case .shuttingDown(let reason): reason.description
        case .shutOff(let reason): reason.description
        case .crashed(let reason): reason.description
        case .pmSuspended(let reason): reason.description
        case .unknown(let raw): "unknown (\(raw))"
        }
    }
}
