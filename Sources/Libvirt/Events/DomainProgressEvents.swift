internal import CLibvirt

/// A live migration that begins another round over the guest's memory.
public struct DomainMigrationIteration: Hashable, Sendable {
    /// Which round over the memory it is.
    public var number: Int
}

/// A job on a domain, such as a migration or a backup, that has ended.
public struct DomainJobCompletion: Hashable, Sendable {
    /// The job's final statistics, under the names that begin with `TypedParameterName.domainJob`.
    public var parameters: TypedParameters

    /// What the job did.
    public var operation: DomainJobOperation? {
        guard case .int(let number) = parameters[.domainJobOperation] else { return nil }
        return DomainJobOperation(rawValue: number)
    }

    /// Whether it succeeded; `nil` where the hypervisor does not say.
    public var succeeded: Bool? {
        guard case .boolean(let succeeded) = parameters[.domainJobSuccess] else { return nil }
        return succeeded
    }

    /// Why it failed, where it did and the hypervisor says.
    public var message: String? { parameters[.domainJobErrorMessage]?.text }
}

/// A guest's agent that can be reached from now on, or no more.
public struct DomainAgentLifecycle: Hashable, Sendable {
    /// Whether it can be reached.
    public var state: DomainAgentLifecycleState
    /// Why that changed.
    public var reason: DomainAgentLifecycleReason
}

extension DomainEventKind where Change == DomainMigrationIteration {
    /// A live migration began another round over the guest's memory.
    ///
    /// libvirt:
    /// [`virConnectDomainEventMigrationIterationCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventMigrationIterationCallback)
    public static var migrationIteration: DomainEventKind {
        DomainEventKind(
            .migrationIteration, calling: migrationIterated as virConnectDomainEventMigrationIterationCallback)
    }
}

extension DomainEventKind where Change == DomainJobCompletion {
    /// A job on the domain ended.
    ///
    /// libvirt:
    /// [`virConnectDomainEventJobCompletedCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventJobCompletedCallback)
    public static var jobCompleted: DomainEventKind {
        DomainEventKind(.jobCompleted, calling: jobEnded as virConnectDomainEventJobCompletedCallback)
    }
}

extension DomainEventKind where Change == DomainAgentLifecycle {
    /// The guest's agent can be reached, or no more.
    ///
    /// libvirt:
    /// [`virConnectDomainEventAgentLifecycleCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventAgentLifecycleCallback)
    public static var agentLifecycle: DomainEventKind {
        DomainEventKind(.agentLifecycle, calling: agentChanged as virConnectDomainEventAgentLifecycleCallback)
    }
}

private func migrationIterated(
    _: OpaquePointer?, domain: OpaquePointer?, iteration: Int32, opaque: UnsafeMutableRawPointer?
) {
    DomainEventKind.deliver(domain, DomainMigrationIteration(number: Int(iteration)), to: opaque)
}

private func jobEnded(
    _: OpaquePointer?, domain: OpaquePointer?, parameters: UnsafeMutablePointer<virTypedParameter>?, count: Int32,
    opaque: UnsafeMutableRawPointer?
) {
    let change = DomainJobCompletion(parameters: TypedParameters(borrowing: parameters, count: Int(count)))
    DomainEventKind.deliver(domain, change, to: opaque)
}

private func agentChanged(
    _: OpaquePointer?, domain: OpaquePointer?, state: Int32, reason: Int32, opaque: UnsafeMutableRawPointer?
) {
    let change = DomainAgentLifecycle(
        state: DomainAgentLifecycleState(rawValue: state), reason: DomainAgentLifecycleReason(rawValue: reason))
    DomainEventKind.deliver(domain, change, to: opaque)
}
