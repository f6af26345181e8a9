public import Libvirt

/// How a guest came to be off.
public enum StopOutcome: String, Sendable, Codable {
    /// It was off already.
    case wasOff
    /// Its own system shut down when asked.
    case shutDown
    /// It did not within the time, and was switched off.
    case forced
}

extension DomainReference where Mode == ReadWrite {
    /// Asks the guest to shut down, waits, and pulls the plug when it does not.
    ///
    /// - Parameters:
    ///   - grace: How long the guest has; zero pulls the plug at once.
    ///   - asking: Called when the guest has been asked and is being waited for.
    /// - Returns: How the guest came to be off; one that was off already is no error.
    /// - Throws: `LibvirtError` where libvirt cannot do it.
    public func stop(grace: Duration, asking: @Sendable () -> Void = {}) async throws -> StopOutcome {
        guard try await isActive else { return .wasOff }
        if grace > .zero, try await shutDown(within: grace, asking: asking) { return .shutDown }
        do {
            try await forceOff()
        } catch let error as LibvirtError where error.code == .operationInvalid || error.code == .noDomain {
            return .shutDown  // it went by itself in between
        }
        return .forced
    }

    private func shutDown(within grace: Duration, asking: @Sendable () -> Void) async throws -> Bool {
        // A suspended guest cannot hear the request.
        if try await state().state == .paused { try await resume() }
        try await requestShutdown()
        asking()
        do {
            try await waitUntilOff(within: grace)
            return true
        } catch let error as LibvirtError where error.code == .operationTimeout {
            return false
        }
    }
}
