internal import CLibvirt

/// Objects that a host counts without listing them.
///
/// ```swift
/// print(try await host.count(.activeDomains), "guests run")
/// ```
public struct CountableObjects: Sendable {
    let call: StaticString
    let count: @Sendable (OpaquePointer) throws -> Int32

    init(_ call: StaticString, _ count: @escaping @Sendable (OpaquePointer) throws -> Int32) {
        self.call = call
        self.count = count
    }
}

extension CountableObjects {
    /// Domains that run or stand suspended.
    ///
    /// libvirt: [`virConnectNumOfDomains`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectNumOfDomains)
    public static let activeDomains = CountableObjects("virConnectNumOfDomains") { virConnectNumOfDomains($0) }

    /// Domains that are defined and shut off.
    ///
    /// libvirt: [`virConnectNumOfDefinedDomains`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectNumOfDefinedDomains)
    public static let inactiveDomains = CountableObjects("virConnectNumOfDefinedDomains") {
        virConnectNumOfDefinedDomains($0)
    }

    /// Networks that run.
    ///
    /// libvirt: [`virConnectNumOfNetworks`](https://libvirt.org/html/libvirt-libvirt-network.html#virConnectNumOfNetworks)
    public static let activeNetworks = CountableObjects("virConnectNumOfNetworks") { virConnectNumOfNetworks($0) }

    /// Networks that are defined and do not run.
    ///
    /// libvirt: [`virConnectNumOfDefinedNetworks`](https://libvirt.org/html/libvirt-libvirt-network.html#virConnectNumOfDefinedNetworks)
    public static let inactiveNetworks = CountableObjects("virConnectNumOfDefinedNetworks") {
        virConnectNumOfDefinedNetworks($0)
    }

    /// Storage pools that are started.
    ///
    /// libvirt: [`virConnectNumOfStoragePools`](https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectNumOfStoragePools)
    public static let activeStoragePools = CountableObjects("virConnectNumOfStoragePools") {
        virConnectNumOfStoragePools($0)
    }

    /// Storage pools that are defined and not started.
    ///
    /// libvirt: [`virConnectNumOfDefinedStoragePools`](https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectNumOfDefinedStoragePools)
    public static let inactiveStoragePools = CountableObjects("virConnectNumOfDefinedStoragePools") {
        virConnectNumOfDefinedStoragePools($0)
    }

    /// The host's network interfaces that are up.
    ///
    /// libvirt: [`virConnectNumOfInterfaces`](https://libvirt.org/html/libvirt-libvirt-interface.html#virConnectNumOfInterfaces)
    public static let activeHostInterfaces = CountableObjects("virConnectNumOfInterfaces") {
        virConnectNumOfInterfaces($0)
    }

    /// The host's network interfaces that are down.
    ///
    /// libvirt: [`virConnectNumOfDefinedInterfaces`](https://libvirt.org/html/libvirt-libvirt-interface.html#virConnectNumOfDefinedInterfaces)
    public static let inactiveHostInterfaces = CountableObjects("virConnectNumOfDefinedInterfaces") {
        virConnectNumOfDefinedInterfaces($0)
    }

    /// Network filters.
    ///
    /// libvirt: [`virConnectNumOfNWFilters`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virConnectNumOfNWFilters)
    public static let nwFilters = CountableObjects("virConnectNumOfNWFilters") { virConnectNumOfNWFilters($0) }

    /// Secrets.
    ///
    /// libvirt: [`virConnectNumOfSecrets`](https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectNumOfSecrets)
    public static let secrets = CountableObjects("virConnectNumOfSecrets") { virConnectNumOfSecrets($0) }

    /// Devices of the host.
    ///
    /// libvirt: [`virNodeNumOfDevices`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeNumOfDevices)
    public static let nodeDevices = CountableObjects("virNodeNumOfDevices") { virNodeNumOfDevices($0, nil, 0) }

    /// Devices of the host that are of that kind, such as `pci` or `net`.
    ///
    /// libvirt: [`virNodeNumOfDevices`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeNumOfDevices)
    public static func nodeDevices(_ capability: String) -> CountableObjects {
        CountableObjects("virNodeNumOfDevices") { connection in
            try capability.withCheckedCString { virNodeNumOfDevices(connection, $0, 0) }
        }
    }
}

extension ConnectionReference {
    /// How many of these objects the host has, without listing them: the answer is one number, however many there are.
    ///
    /// - Parameter objects: What to count.
    /// - Returns: The number.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver has no such objects.
    ///
    /// libvirt: such as
    /// [`virConnectNumOfDomains`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectNumOfDomains)
    public func count(_ objects: CountableObjects) async throws -> Int {
        Int(try await handle.status(objects.call, objects.count))
    }
}
