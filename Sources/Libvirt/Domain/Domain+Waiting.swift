extension DomainReference {
    /// Waits until the domain is off, or no longer there, and returns at once when it is.
    ///
    /// Subscribes to its events first and reads the state second, so nothing is missed in between.
    /// - Parameter limit: How long to wait; `nil` waits for ever.
    /// - Throws: ``LibvirtError`` with code `operationTimeout` at the deadline.
    public func waitUntilOff(within limit: Duration? = nil) async throws {
        let events = registrations.domainEvents(.lifecycle, of: self, buffer: 64)
        try await withDeadline(limit, waitingFor: "\(handle.subject) to be off") {
            let subscription = try await events.subscribe()
            while try await !self.isOff {
                guard try await subscription.next() != nil else { return try Task.checkCancellation() }
            }
        }
    }

    private var isOff: Bool {
        get async throws {
            do {
                let state = try await state().state
                return state == .shutOff || state == .crashed
            } catch let error as LibvirtError where error.code == .noDomain {
                return true
            }
        }
    }
}
