internal import CLibvirt

/// Whether the hypervisor's control interface to a domain is free.
public struct DomainControlInfo: Hashable, Sendable {
    /// Whether it is free, busy, or broken.
    public var state: DomainControlState
    /// Why it is broken.
    public var errorReason: DomainControlErrorReason
    /// For how long it has been busy.
    public var duration: Duration
}

extension DomainReference {
    /// Whether the hypervisor's control interface to the domain is free for the next call.
    ///
    /// Never waits for what keeps it busy.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it does not run.
    ///
    /// libvirt: [`virDomainGetControlInfo`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetControlInfo)
    public func controlInfo() async throws -> DomainControlInfo {
        try await handle.call { domain in
            var info = virDomainControlInfo()
            try check(virDomainGetControlInfo(domain, &info, 0), "virDomainGetControlInfo", DomainKind.describe(domain))
            return DomainControlInfo(
                state: DomainControlState(rawValue: Int32(bitPattern: info.state)),
                errorReason: DomainControlErrorReason(rawValue: Int32(bitPattern: info.details)),
                duration: .milliseconds(Int64(clamping: info.stateTime)))
        }
    }

    /// What libvirt has to say about the domain: deprecated features that it uses, and what taints it.
    ///
    /// - Parameter types: Which kinds of messages; the default is all.
    /// - Returns: The messages, for people; none is the best answer.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver keeps none.
    ///
    /// libvirt: [`virDomainGetMessages`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMessages)
    public func messages(_ types: DomainMessageTypes = []) async throws -> [String] {
        try await handle.call { domain in
            var messages: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
            let count = try check(
                virDomainGetMessages(domain, &messages, types.rawValue), "virDomainGetMessages",
                DomainKind.describe(domain))
            return adoptStrings(messages, count: Int(count))
        }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Chooses what libvirt does when the guest powers off, reboots or crashes.
    ///
    /// - Parameters:
    ///   - action: What to do.
    ///   - trigger: When to do it.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for an action that does not go with the trigger.
    ///
    /// libvirt: [`virDomainSetLifecycleAction`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetLifecycleAction)
    public func setLifecycleAction(
        _ action: DomainLifecycleAction, on trigger: DomainLifecycleTrigger, _ impact: DomainModificationImpact = []
    ) async throws {
        let trigger = UInt32(bitPattern: trigger.rawValue), action = UInt32(bitPattern: action.rawValue)
        try await handle.status("virDomainSetLifecycleAction") {
            virDomainSetLifecycleAction($0, trigger, action, impact.rawValue)
        }
    }
}
