internal import CLibvirt
public import FoundationEssentials

/// A network filter that may be changed: rules for the traffic of the guest interfaces that name it.
///
/// ```swift
/// let filter = try await host.nwFilter(named: "clean-traffic")
/// print(try await filter.xml())
/// ```
public typealias NWFilter = NWFilterReference<ReadWrite>

/// A network filter that may only be looked at.
public typealias ReadOnlyNWFilter = NWFilterReference<ReadOnly>

/// A network filter: see ``NWFilter`` and ``ReadOnlyNWFilter``.
public struct NWFilterReference<Mode: Access>: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<NWFilterKind>
    let registrations: Registrations

    init(_ handle: Handle<NWFilterKind>, _ registrations: Registrations) {
        self.handle = handle
        self.registrations = registrations
    }

    /// The same filter as seen by somebody who may only look.
    public var readOnly: ReadOnlyNWFilter { ReadOnlyNWFilter(handle, registrations) }

    /// The name.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virNWFilterGetName`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterGetName)
    public var name: String {
        (try? handle.withUnsafePointer { String(borrowing: virNWFilterGetName($0)) }) ?? ""
    }

    /// The UUID.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virNWFilterGetUUID`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterGetUUID)
    public var uuid: UUID {
        UUID(writtenBy: { bytes in _ = try? handle.withUnsafePointer { virNWFilterGetUUID($0, bytes) } })
    }

    /// The filter's definition.
    ///
    /// - Returns: A `<filter>` document.
    /// - Throws: ``LibvirtError`` with code `noNWFilter` when it is gone.
    ///
    /// libvirt: [`virNWFilterGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterGetXMLDesc)
    public func xml() async throws -> String {
        try await handle.string("virNWFilterGetXMLDesc") { virNWFilterGetXMLDesc($0, 0) }
    }
}

extension NWFilterReference: Hashable {
    /// Whether both are the same filter: two with one UUID are, over whichever connection.
    public static func == (left: Self, right: Self) -> Bool { left.uuid == right.uuid }
    /// Feeds the UUID to the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(uuid) }
}

extension NWFilterReference where Mode == ReadWrite {
    /// Removes the filter from the host.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` while it is in use on an interface.
    ///
    /// libvirt: [`virNWFilterUndefine`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterUndefine)
    public func undefine() async throws {
        try await handle.status("virNWFilterUndefine") { virNWFilterUndefine($0) }
    }
}
