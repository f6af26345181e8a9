internal import CLibvirt
public import Quantities

/// What a domain has and has used so far.
public struct DomainInfo: Hashable, Sendable {
    /// Whether it runs.
    public var state: DomainState
    /// The most memory it may have.
    public var maximumMemory: ByteCount
    /// The memory it has now.
    public var memory: ByteCount
    /// How many virtual processors it has.
    public var virtualCPUs: Int
    /// The processor time it has used.
    public var cpuTime: Duration
}

extension DomainReference {
    /// Whether the domain runs, and why it is in that state.
    ///
    /// Never waits for a job that keeps the domain busy.
    ///
    /// libvirt: [`virDomainGetState`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetState)
    public func state() async throws -> DomainCondition {
        try await handle.call { domain in
            var state: Int32 = 0
            var reason: Int32 = 0
            try check(virDomainGetState(domain, &state, &reason, 0), "virDomainGetState", DomainKind.describe(domain))
            return DomainCondition(rawState: state, rawReason: reason)
        }
    }

    /// What the domain has and has used so far.
    ///
    /// libvirt: [`virDomainGetInfo`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetInfo)
    public func info() async throws -> DomainInfo {
        try await handle.call { domain in
            var info = virDomainInfo()
            try check(virDomainGetInfo(domain, &info), "virDomainGetInfo", DomainKind.describe(domain))
            return DomainInfo(
                state: DomainState(rawValue: numericCast(info.state)), maximumMemory: .kibibytes(UInt64(info.maxMem)),
                memory: .kibibytes(UInt64(info.memory)), virtualCPUs: Int(info.nrVirtCpu),
                cpuTime: .nanoseconds(Int64(clamping: info.cpuTime)))
        }
    }

    /// The domain's definition as libvirt writes it, without its secrets.
    ///
    /// - Parameters:
    ///   - inactive: The stored definition also of a running domain; else that of the running one.
    ///   - updatesCPU: Whether the CPU stands there as the guest will see it on this host.
    /// - Returns: A `<domain>` document.
    /// - Throws: ``LibvirtError`` with code `noDomain` when it is gone.
    ///
    /// libvirt: [`virDomainGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetXMLDesc)
    public func xml(inactive: Bool = false, updatesCPU: Bool = false) async throws -> String {
        var options: DomainXMLOptions = []
        if inactive { options.insert(.inactive) }
        if updatesCPU { options.insert(.updateCPU) }
        return try await describe(options)
    }

    /// The definition with those options, `.secure` and `.migratable` only from where they are allowed.
    fileprivate func describe(_ options: DomainXMLOptions) async throws -> String {
        try await handle.string("virDomainGetXMLDesc") { virDomainGetXMLDesc($0, options.rawValue) }
    }

    /// Whether the domain starts with the host.
    ///
    /// libvirt: [`virDomainGetAutostart`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetAutostart)
    public var isAutostarted: Bool {
        get async throws {
            try await handle.call { domain in
                var isOn: Int32 = 0
                try check(virDomainGetAutostart(domain, &isOn), "virDomainGetAutostart", DomainKind.describe(domain))
                return isOn != 0
            }
        }
    }

    /// Whether the domain runs (or stands suspended).
    ///
    /// libvirt: [`virDomainIsActive`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainIsActive)
    public var isActive: Bool {
        get async throws { try await handle.status("virDomainIsActive") { virDomainIsActive($0) } == 1 }
    }

    /// Whether the host keeps the definition when the domain stops.
    ///
    /// libvirt: [`virDomainIsPersistent`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainIsPersistent)
    public var isPersistent: Bool {
        get async throws { try await handle.status("virDomainIsPersistent") { virDomainIsPersistent($0) } == 1 }
    }

    /// Whether the running domain differs from its stored definition since it was started.
    ///
    /// libvirt: [`virDomainIsUpdated`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainIsUpdated)
    public var isUpdated: Bool {
        get async throws { try await handle.status("virDomainIsUpdated") { virDomainIsUpdated($0) } == 1 }
    }

    /// Whether a saved state waits for the next start.
    ///
    /// libvirt: [`virDomainHasManagedSaveImage`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainHasManagedSaveImage)
    public var hasManagedSave: Bool {
        get async throws {
            try await handle.status("virDomainHasManagedSaveImage") { virDomainHasManagedSaveImage($0, 0) } == 1
        }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// The domain's definition as libvirt writes it, with secrets if asked for.
    ///
    /// - Parameter options: `.secure` for the secrets as well, `.migratable` for what another host takes, and the rest
    ///   of ``DomainReference/xml(inactive:updatesCPU:)``.
    /// - Returns: A `<domain>` document.
    /// - Throws: ``LibvirtError`` with code `noDomain` when it is gone.
    ///
    /// libvirt: [`virDomainGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetXMLDesc)
    public func xml(_ options: DomainXMLOptions) async throws -> String { try await describe(options) }
}
