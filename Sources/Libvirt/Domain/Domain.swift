internal import CLibvirt
public import FoundationEssentials

/// A virtual machine or container that may be changed.
///
/// ```swift
/// let web = try await host.domain(named: "web")
/// try await web.start()
/// print(try await web.state())
/// ```
public typealias Domain = DomainReference<ReadWrite>

/// A virtual machine or container that may only be looked at.
public typealias ReadOnlyDomain = DomainReference<ReadOnly>

/// A virtual machine or container: see ``Domain`` and ``ReadOnlyDomain``.
public struct DomainReference<Mode: Access>: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<DomainKind>
    let registrations: Registrations

    init(_ handle: consuming Handle<DomainKind>, _ registrations: Registrations) {
        self.handle = handle
        self.registrations = registrations
    }

    /// The same domain as seen by somebody who may only look.
    public var readOnly: ReadOnlyDomain { ReadOnlyDomain(handle, registrations) }

    /// The name.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virDomainGetName`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetName)
    public var name: String {
        (try? handle.withUnsafePointer { String(borrowing: virDomainGetName($0)) }) ?? ""
    }

    /// The UUID.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virDomainGetUUID`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetUUID)
    public var uuid: UUID {
        var bytes: uuid_t = UUID_NULL
        _ = try? handle.withUnsafePointer { domain in
            withUnsafeMutableBytes(of: &bytes) { buffer in
                virDomainGetUUID(domain, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self))
            }
        }
        return UUID(uuid: bytes)
    }

    /// The number of the running domain; `nil` when it was not running as this value was made.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virDomainGetID`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetID)
    public var id: Int32? {
        let number = (try? handle.withUnsafePointer { virDomainGetID($0) }) ?? .max
        return Int32(exactly: number)
    }
}

private let UUID_NULL: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)

extension DomainReference: Hashable {
    /// Whether both are the same domain: two with one UUID are, over whichever connection.
    public static func == (left: Self, right: Self) -> Bool { left.uuid == right.uuid }
    /// Feeds the UUID to the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(uuid) }
}
