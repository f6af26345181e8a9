internal import CLibvirt

/// A state of a domain to which it can go back, and which may be deleted.
///
/// ```swift
/// let before = try await guest.createSnapshot("<domainsnapshot><name>before</name></domainsnapshot>")
/// try await before.revert()
/// try await before.delete()
/// ```
public typealias DomainSnapshot = DomainSnapshotReference<ReadWrite>

/// A state of a domain that may only be looked at.
public typealias ReadOnlyDomainSnapshot = DomainSnapshotReference<ReadOnly>

/// A state of a domain: see ``DomainSnapshot`` and ``ReadOnlyDomainSnapshot``.
public struct DomainSnapshotReference<Mode: Access>: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<DomainSnapshotKind>
    let registrations: Registrations

    init(_ handle: Handle<DomainSnapshotKind>, _ registrations: Registrations) {
        self.handle = handle
        self.registrations = registrations
    }

    /// The same snapshot as seen by somebody who may only look.
    public var readOnly: ReadOnlyDomainSnapshot { ReadOnlyDomainSnapshot(handle, registrations) }

    /// The name, which is unique in its domain.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virDomainSnapshotGetName`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotGetName)
    public var name: String {
        (try? handle.withUnsafePointer { String(borrowing: virDomainSnapshotGetName($0)) }) ?? ""
    }

    /// The domain whose state it is.
    ///
    /// Does not leave the process.
    /// - Throws: ``LibvirtError`` with code `invalidConnection` when the handle was closed.
    ///
    /// libvirt: [`virDomainSnapshotGetDomain`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotGetDomain)
    public var domain: DomainReference<Mode> {
        get throws {
            try handle.withUnsafePointer { snapshot in
                // Borrowed: it is the snapshot that owns this reference.
                let domain = try check(
                    virDomainSnapshotGetDomain(snapshot), "virDomainSnapshotGetDomain",
                    DomainSnapshotKind.describe(snapshot))
                guard let handle = Handle<DomainKind>(retaining: domain) else { throw LibvirtError.closed }
                return DomainReference(handle, registrations)
            }
        }
    }
}

extension DomainSnapshotReference: Hashable {
    /// Whether both are the same snapshot: of the same domain, with the same name.
    public static func == (left: Self, right: Self) -> Bool {
        left.name == right.name && (try? left.domain) == (try? right.domain)
    }
    /// Feeds the name to the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
