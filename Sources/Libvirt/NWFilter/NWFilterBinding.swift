internal import CLibvirt

/// A network filter in use on one interface of the host, which may be taken off it.
///
/// libvirt binds the filters of its own guests by itself.
///
/// ```swift
/// for binding in try await host.nwFilterBindings() { print(binding.portDevice, binding.filterName) }
/// ```
public typealias NWFilterBinding = NWFilterBindingReference<ReadWrite>

/// A network filter in use on one interface of the host, which may only be looked at.
public typealias ReadOnlyNWFilterBinding = NWFilterBindingReference<ReadOnly>

/// A network filter in use on one interface of the host: see ``NWFilterBinding`` and ``ReadOnlyNWFilterBinding``.
public struct NWFilterBindingReference<Mode: Access>: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<NWFilterBindingKind>
    let registrations: Registrations

    init(_ handle: Handle<NWFilterBindingKind>, _ registrations: Registrations) {
        self.handle = handle
        self.registrations = registrations
    }

    /// The same binding as seen by somebody who may only look.
    public var readOnly: ReadOnlyNWFilterBinding { ReadOnlyNWFilterBinding(handle, registrations) }

    /// The name of the host's interface whose traffic is filtered, such as `vnet0`.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virNWFilterBindingGetPortDev`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingGetPortDev)
    public var portDevice: String {
        (try? handle.withUnsafePointer { String(borrowing: virNWFilterBindingGetPortDev($0)) }) ?? ""
    }

    /// The name of the filter.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virNWFilterBindingGetFilterName`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingGetFilterName)
    public var filterName: String {
        (try? handle.withUnsafePointer { String(borrowing: virNWFilterBindingGetFilterName($0)) }) ?? ""
    }

    /// The binding's definition.
    ///
    /// - Returns: A `<filterbinding>` document.
    /// - Throws: ``LibvirtError`` with code `noNWFilterBinding` when it is gone.
    ///
    /// libvirt: [`virNWFilterBindingGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingGetXMLDesc)
    public func xml() async throws -> String {
        try await handle.string("virNWFilterBindingGetXMLDesc") { virNWFilterBindingGetXMLDesc($0, 0) }
    }
}

extension NWFilterBindingReference: Hashable {
    /// Whether both are for the same interface: an interface has one binding.
    public static func == (left: Self, right: Self) -> Bool { left.portDevice == right.portDevice }
    /// Feeds the interface's name to the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(portDevice) }
}

extension NWFilterBindingReference where Mode == ReadWrite {
    /// Takes the filter off the interface: its traffic goes through unfiltered.
    ///
    /// - Throws: ``LibvirtError`` with code `noNWFilterBinding` when it is gone.
    ///
    /// libvirt: [`virNWFilterBindingDelete`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingDelete)
    public func delete() async throws {
        try await handle.status("virNWFilterBindingDelete") { virNWFilterBindingDelete($0) }
    }
}

extension ConnectionReference {
    /// All network filters that are in use, with one call.
    ///
    /// - Returns: The bindings, in no particular order.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver has no filters.
    ///
    /// libvirt: [`virConnectListAllNWFilterBindings`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virConnectListAllNWFilterBindings)
    public func nwFilterBindings() async throws -> [NWFilterBindingReference<Mode>] {
        try await handle.list("virConnectListAllNWFilterBindings") {
            virConnectListAllNWFilterBindings($0, $1, 0)
        } as: {
            NWFilterBindingReference($0, registrations)
        }
    }

    /// The network filter that is in use on an interface of the host.
    ///
    /// - Parameter portDevice: The interface's name, such as `vnet0`.
    /// - Returns: The binding.
    /// - Throws: ``LibvirtError`` with code `noNWFilterBinding` when there is none.
    ///
    /// libvirt: [`virNWFilterBindingLookupByPortDev`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingLookupByPortDev)
    public func nwFilterBinding(portDevice: String) async throws -> NWFilterBindingReference<Mode> {
        let subject = "filter binding of port '\(portDevice)'"
        return NWFilterBindingReference(
            try await handle.lookUp("virNWFilterBindingLookupByPortDev", subject) { connection in
                try portDevice.withCheckedCString { virNWFilterBindingLookupByPortDev(connection, $0) }
            }, registrations)
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Puts a network filter to use on an interface of the host, for somebody who is no guest of its hypervisor.
    ///
    /// - Parameters:
    ///   - xml: The whole `<filterbinding>` document.
    ///   - options: Such as checking it against libvirt's schema first.
    /// - Returns: The binding.
    /// - Throws: ``LibvirtError``, also when the filter's rules cannot be put in force.
    ///
    /// libvirt: [`virNWFilterBindingCreateXML`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingCreateXML)
    public func createNWFilterBinding(
        _ xml: String, _ options: NWFilterBindingCreateOptions = []
    ) async throws -> NWFilterBinding {
        let handle: Handle<NWFilterBindingKind> = try await handle.object("virNWFilterBindingCreateXML") { connection in
            try xml.withCheckedCString { virNWFilterBindingCreateXML(connection, $0, options.rawValue) }
        }
        return NWFilterBinding(handle, registrations)
    }
}
