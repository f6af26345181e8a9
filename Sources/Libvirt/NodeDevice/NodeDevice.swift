internal import CLibvirt

/// A device of the host that may be changed, such as one that is handed to a guest.
///
/// ```swift
/// for device in try await host.nodeDevices(.pciDevice) { print(device.name, try await device.capabilities()) }
/// ```
public typealias NodeDevice = NodeDeviceReference<ReadWrite>

/// A device of the host that may only be looked at.
public typealias ReadOnlyNodeDevice = NodeDeviceReference<ReadOnly>

/// A device of the host: see ``NodeDevice`` and ``ReadOnlyNodeDevice``.
public struct NodeDeviceReference<Mode: Access>: Sendable {
    /// The owner of the C object, for calls that this library does not have.
    public let handle: Handle<NodeDeviceKind>
    let registrations: Registrations

    init(_ handle: Handle<NodeDeviceKind>, _ registrations: Registrations) {
        self.handle = handle
        self.registrations = registrations
    }

    /// The same device as seen by somebody who may only look.
    public var readOnly: ReadOnlyNodeDevice { ReadOnlyNodeDevice(handle, registrations) }

    /// libvirt's name for the device, such as `pci_0000_00_1f_2`.
    ///
    /// Does not leave the process.
    ///
    /// libvirt: [`virNodeDeviceGetName`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceGetName)
    public var name: String {
        (try? handle.withUnsafePointer { String(borrowing: virNodeDeviceGetName($0)) }) ?? ""
    }
}

extension NodeDeviceReference: Hashable {
    /// Whether both have one name; a device's name is unique on its host.
    public static func == (left: Self, right: Self) -> Bool { left.name == right.name }
    /// Feeds the name to the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
