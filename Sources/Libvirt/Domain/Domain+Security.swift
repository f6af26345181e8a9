internal import CLibvirt
internal import Glibc

/// The label with which the host's security system confines a running domain.
public struct SecurityLabel: Hashable, Sendable {
    /// The label; empty where the host does not confine the domain.
    public var label: String
    /// Whether the host stops what the label forbids, rather than only recording it.
    public var isEnforcing: Bool

    init(_ label: UnsafePointer<virSecurityLabel>) {
        // Sound: the text is the structure's first field, and NUL-terminated. Swift does not import a field of 4097
        // characters.
        self.label = String(cString: UnsafeRawPointer(label).assumingMemoryBound(to: CChar.self))
        isEnforcing = label.pointee.enforcing != 0
    }
}

extension DomainReference {
    /// The label of the host's first security system.
    ///
    /// libvirt: [`virDomainGetSecurityLabel`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetSecurityLabel)
    public func securityLabel() async throws -> SecurityLabel {
        try await handle.call { domain in
            // More than 4 KiB: not on a thread's stack.
            let label = UnsafeMutablePointer<virSecurityLabel>.allocate(capacity: 1)
            defer { label.deallocate() }
            memset(label, 0, MemoryLayout<virSecurityLabel>.size)
            try check(
                virDomainGetSecurityLabel(domain, label), "virDomainGetSecurityLabel", DomainKind.describe(domain))
            return SecurityLabel(label)
        }
    }

    /// The labels of all of the host's security systems, in their order.
    ///
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver knows only one; see ``securityLabel()``.
    ///
    /// libvirt: [`virDomainGetSecurityLabelList`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetSecurityLabelList)
    public func securityLabels() async throws -> [SecurityLabel] {
        try await handle.call { domain in
            var labels: UnsafeMutablePointer<virSecurityLabel>?
            let count = try check(
                virDomainGetSecurityLabelList(domain, &labels), "virDomainGetSecurityLabelList",
                DomainKind.describe(domain))
            guard let labels else { return [] }
            defer { free(labels) }
            return (0..<Int(count)).map { SecurityLabel(labels + $0) }
        }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// What the owner of a guest with encrypted memory needs to know before trusting it, such as its measurement.
    ///
    /// - Returns: Such as ``TypedParameterName/domainLaunchSecuritySEVMeasurement``; nothing for an ordinary guest.
    /// - Throws: ``LibvirtError`` with code `operationUnsupported` or `noSupport` where there is no such thing.
    ///
    /// libvirt: [`virDomainGetLaunchSecurityInfo`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetLaunchSecurityInfo)
    public func launchSecurityInfo() async throws -> TypedParameters {
        try await handle.adoptedParameters("virDomainGetLaunchSecurityInfo") {
            virDomainGetLaunchSecurityInfo($0, $1, $2, 0)
        }
    }

    /// Hands a guest with encrypted memory its owner's secret.
    ///
    /// The guest must stand paused at its start. When this fails, force it off.
    /// - Parameter parameters: Such as ``TypedParameterName/domainLaunchSecuritySEVSecret``.
    /// - Throws: ``LibvirtError`` with code `operationUnsupported` or `argumentUnsupported` for an ordinary guest.
    ///
    /// libvirt: [`virDomainSetLaunchSecurityState`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetLaunchSecurityState)
    public func setLaunchSecurityState(_ parameters: TypedParameters) async throws {
        try await handle.setParameters("virDomainSetLaunchSecurityState", parameters) {
            virDomainSetLaunchSecurityState($0, $1, $2, 0)
        }
    }
}
