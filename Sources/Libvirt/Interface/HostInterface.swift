internal import CLibvirt

/// A network interface of the host that may be changed.
///
/// ```swift
/// let bridge = try await host.withInterfaceChange { try await host.defineHostInterface(xml) }
/// try await bridge.start()
/// ```
public typealias HostInterface = HostInterfaceReference<ReadWrite>

/// A network interface of the host that may only be looked at.
public typealias ReadOnlyHostInterface = HostInterfaceReference<ReadOnly>

/// A network interface of the host: see ``HostInterface`` and ``ReadOnlyHostInterface``.
public struct HostInterfaceReference<Mode: Access>: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<HostInterfaceKind>
    let registrations: Registrations

    init(_ handle: Handle<HostInterfaceKind>, _ registrations: Registrations) {
        self.handle = handle
        self.registrations = registrations
    }

    /// The same interface as seen by somebody who may only look.
    public var readOnly: ReadOnlyHostInterface { ReadOnlyHostInterface(handle, registrations) }

    /// The name, such as `eth0`.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virInterfaceGetName`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceGetName)
    public var name: String {
        (try? handle.withUnsafePointer { String(borrowing: virInterfaceGetName($0)) }) ?? ""
    }

    /// The hardware address; empty for an interface without one.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virInterfaceGetMACString`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceGetMACString)
    public var mac: String {
        (try? handle.withUnsafePointer { String(borrowing: virInterfaceGetMACString($0)) }) ?? ""
    }

    /// The interface's definition: of the running interface, or the stored one when it does not run.
    ///
    /// - Parameter options: `.inactive` for the stored definition of a running interface.
    /// - Returns: An `<interface>` document.
    /// - Throws: ``LibvirtError`` with code `noInterface` when it is gone.
    ///
    /// libvirt: [`virInterfaceGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceGetXMLDesc)
    public func xml(_ options: HostInterfaceXMLOptions = []) async throws -> String {
        try await handle.string("virInterfaceGetXMLDesc") { virInterfaceGetXMLDesc($0, options.rawValue) }
    }

    /// Whether the interface is up.
    ///
    /// libvirt: [`virInterfaceIsActive`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceIsActive)
    public var isActive: Bool {
        get async throws { try await handle.status("virInterfaceIsActive") { virInterfaceIsActive($0) } == 1 }
    }
}

extension HostInterfaceReference: Hashable {
    /// Whether both have one name and one hardware address.
    public static func == (left: Self, right: Self) -> Bool { left.name == right.name && left.mac == right.mac }
    /// Feeds the name to the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension HostInterfaceReference where Mode == ReadWrite {
    /// Brings the interface up, as `ifup` does.
    ///
    /// - Throws: ``LibvirtError`` with code `noSupport` where the host's driver can only read, `operationInvalid` when it
    ///   is up already.
    ///
    /// libvirt: [`virInterfaceCreate`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceCreate)
    public func start() async throws {
        try await handle.status("virInterfaceCreate") { virInterfaceCreate($0, 0) }
    }

    /// Takes the interface down, as `ifdown` does; its definition stays.
    ///
    /// Nothing asks whether this connection itself runs over it.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the host's driver can only read, `operationInvalid` when it
    ///   is down already.
    ///
    /// libvirt: [`virInterfaceDestroy`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceDestroy)
    public func stop() async throws {
        try await handle.status("virInterfaceDestroy") { virInterfaceDestroy($0, 0) }
    }

    /// Removes the definition from the host's configuration; the interface itself is not taken down.
    ///
    /// - Throws: ``LibvirtError`` with code `noSupport` where the host's driver can only read.
    ///
    /// libvirt: [`virInterfaceUndefine`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceUndefine)
    public func undefine() async throws {
        try await handle.status("virInterfaceUndefine") { virInterfaceUndefine($0) }
    }
}
