internal import CLibvirt

/// A moment of a domain's disks since which the hypervisor knows what has changed, and which may be deleted.
///
/// Unlike a snapshot it holds no data: it lets the next backup hold only the difference.
///
/// ```swift
/// let monday = try await guest.createCheckpoint("<domaincheckpoint><name>monday</name></domaincheckpoint>")
/// print(try await monday.xml(sizes: true))
/// try await monday.delete()
/// ```
public typealias DomainCheckpoint = DomainCheckpointReference<ReadWrite>

/// A moment of a domain's disks that may only be looked at.
public typealias ReadOnlyDomainCheckpoint = DomainCheckpointReference<ReadOnly>

/// A moment of a domain's disks: see ``DomainCheckpoint`` and ``ReadOnlyDomainCheckpoint``.
public struct DomainCheckpointReference<Mode: Access>: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<DomainCheckpointKind>
    let registrations: Registrations

    init(_ handle: Handle<DomainCheckpointKind>, _ registrations: Registrations) {
        self.handle = handle
        self.registrations = registrations
    }

    /// The same checkpoint as seen by somebody who may only look.
    public var readOnly: ReadOnlyDomainCheckpoint { ReadOnlyDomainCheckpoint(handle, registrations) }

    /// The name, which is unique in its domain.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virDomainCheckpointGetName`](https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointGetName)
    public var name: String {
        (try? handle.withUnsafePointer { String(borrowing: virDomainCheckpointGetName($0)) }) ?? ""
    }

    /// The domain whose disks they are.
    ///
    /// Does not leave the process.
    /// - Throws: ``LibvirtError`` with code `invalidConnection` when the handle was closed.
    ///
    /// libvirt: [`virDomainCheckpointGetDomain`](https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointGetDomain)
    public var domain: DomainReference<Mode> {
        get throws {
            try handle.withUnsafePointer { checkpoint in
                // Borrowed: it is the checkpoint that owns this reference.
                let domain = try check(
                    virDomainCheckpointGetDomain(checkpoint), "virDomainCheckpointGetDomain",
                    DomainCheckpointKind.describe(checkpoint))
                guard let handle = Handle<DomainKind>(retaining: domain) else { throw LibvirtError.closed }
                return DomainReference(handle, registrations)
            }
        }
    }
}

extension DomainCheckpointReference: Hashable {
    /// Whether both are the same checkpoint: of the same domain, with the same name.
    public static func == (left: Self, right: Self) -> Bool {
        left.name == right.name && (try? left.domain) == (try? right.domain)
    }
    /// Feeds the name to the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
