internal import CLibvirt

/// A connection to a hypervisor.
///
/// libvirt: [`virConnectRef`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectRef),
/// [`virConnectClose`](https://libvirt.org/html/libvirt-libvirt-host.html#virConnectClose)
public enum ConnectionKind: HandleKind {
    /// It has a close call of its own.
    public static var isClosable: Bool { true }
    /// Takes one more reference on the object.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virConnectRef(pointer) }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virConnectClose(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String { "connection" }
}

/// A virtual machine or container.
///
/// libvirt: [`virDomainRef`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRef),
/// [`virDomainFree`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFree)
public enum DomainKind: HandleKind {
    /// Takes one more reference on the object.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virDomainRef(pointer) }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virDomainFree(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String {
        "domain '\(String(borrowing: virDomainGetName(pointer)))'"
    }
}

/// A snapshot of a domain.
///
/// libvirt: [`virDomainSnapshotRef`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotRef),
/// [`virDomainSnapshotFree`](https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotFree)
public enum DomainSnapshotKind: HandleKind {
    /// Takes one more reference on the object.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virDomainSnapshotRef(pointer) }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virDomainSnapshotFree(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String {
        "snapshot '\(String(borrowing: virDomainSnapshotGetName(pointer)))'"
    }
}

/// A checkpoint of a domain's disks.
///
/// libvirt: [`virDomainCheckpointRef`](https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointRef),
/// [`virDomainCheckpointFree`](https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointFree)
public enum DomainCheckpointKind: HandleKind {
    /// Takes one more reference on the object.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virDomainCheckpointRef(pointer) }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virDomainCheckpointFree(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String {
        "checkpoint '\(String(borrowing: virDomainCheckpointGetName(pointer)))'"
    }
}

/// A virtual network.
///
/// libvirt: [`virNetworkRef`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkRef),
/// [`virNetworkFree`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkFree)
public enum NetworkKind: HandleKind {
    /// Takes one more reference on the object.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virNetworkRef(pointer) }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virNetworkFree(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String {
        "network '\(String(borrowing: virNetworkGetName(pointer)))'"
    }
}

/// A port of a virtual network.
///
/// libvirt: [`virNetworkPortRef`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortRef),
/// [`virNetworkPortFree`](https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortFree)
public enum NetworkPortKind: HandleKind {
    /// Takes one more reference on the object.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virNetworkPortRef(pointer) }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virNetworkPortFree(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String {
        "network port \(String(uuidWrittenBy: { virNetworkPortGetUUIDString(pointer, $0) }))"
    }
}

/// A pool of storage volumes.
///
/// libvirt: [`virStoragePoolRef`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolRef),
/// [`virStoragePoolFree`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolFree)
public enum StoragePoolKind: HandleKind {
    /// Takes one more reference on the object.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virStoragePoolRef(pointer) }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virStoragePoolFree(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String {
        "pool '\(String(borrowing: virStoragePoolGetName(pointer)))'"
    }
}

/// A storage volume.
///
/// libvirt: [`virStorageVolRef`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolRef),
/// [`virStorageVolFree`](https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolFree)
public enum StorageVolumeKind: HandleKind {
    /// Takes one more reference on the object.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virStorageVolRef(pointer) }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virStorageVolFree(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String {
        "volume '\(String(borrowing: virStorageVolGetName(pointer)))'"
    }
}

/// A device of the host.
///
/// libvirt: [`virNodeDeviceRef`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceRef),
/// [`virNodeDeviceFree`](https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceFree)
public enum NodeDeviceKind: HandleKind {
    /// Takes one more reference on the object.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virNodeDeviceRef(pointer) }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virNodeDeviceFree(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String {
        "device '\(String(borrowing: virNodeDeviceGetName(pointer)))'"
    }
}

/// A network interface of the host.
///
/// libvirt: [`virInterfaceRef`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceRef),
/// [`virInterfaceFree`](https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceFree)
public enum HostInterfaceKind: HandleKind {
    /// Takes one more reference on the object.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virInterfaceRef(pointer) }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virInterfaceFree(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String {
        "interface '\(String(borrowing: virInterfaceGetName(pointer)))'"
    }
}

/// A secret.
///
/// libvirt: [`virSecretRef`](https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretRef),
/// [`virSecretFree`](https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretFree)
public enum SecretKind: HandleKind {
    /// Takes one more reference on the object.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virSecretRef(pointer) }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virSecretFree(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String {
        "secret \(String(uuidWrittenBy: { virSecretGetUUIDString(pointer, $0) }))"
    }
}

/// A network filter.
///
/// libvirt: [`virNWFilterRef`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterRef),
/// [`virNWFilterFree`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterFree)
public enum NWFilterKind: HandleKind {
    /// Takes one more reference on the object.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virNWFilterRef(pointer) }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virNWFilterFree(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String {
        "network filter '\(String(borrowing: virNWFilterGetName(pointer)))'"
    }
}

/// A network filter in use on a port.
///
/// libvirt: [`virNWFilterBindingRef`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingRef),
/// [`virNWFilterBindingFree`](https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingFree)
public enum NWFilterBindingKind: HandleKind {
    /// Takes one more reference on the object.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virNWFilterBindingRef(pointer) }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virNWFilterBindingFree(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String {
        "filter binding of port '\(String(borrowing: virNWFilterBindingGetPortDev(pointer)))'"
    }
}

/// A stream of bytes between this process and the hypervisor.
///
/// libvirt: [`virStreamRef`](https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamRef),
/// [`virStreamFree`](https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamFree)
public enum StreamKind: HandleKind {
    /// It has a close call of its own.
    public static var isClosable: Bool { true }
    /// Takes one more reference on the object.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virStreamRef(pointer) }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virStreamFree(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String { "stream" }
}

/// A connection to a daemon's administration.
///
/// libvirt: [`virAdmConnectRef`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmConnectRef),
/// [`virAdmConnectClose`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmConnectClose)
public enum AdminConnectionKind: HandleKind {
    /// It has a close call of its own.
    public static var isClosable: Bool { true }
    /// Takes one more reference on the object.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virAdmConnectRef(pointer) }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virAdmConnectClose(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String { "administration" }
}

/// A server inside a daemon.
///
/// libvirt: [`virAdmServerFree`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmServerFree)
public enum AdminServerKind: HandleKind {
    /// Fails: libvirt counts no references on these, one adopted handle owns each.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { -1 }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virAdmServerFree(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String {
        "server '\(String(borrowing: virAdmServerGetName(pointer)))'"
    }
}

/// A client of a daemon.
///
/// libvirt: [`virAdmClientFree`](https://libvirt.org/html/libvirt-libvirt-admin.html#virAdmClientFree)
public enum AdminClientKind: HandleKind {
    /// Fails: libvirt counts no references on these, one adopted handle owns each.
    public static func retain(_ pointer: OpaquePointer) -> Int32 { -1 }
    /// Gives one reference back.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virAdmClientFree(pointer) }
    /// What it is called in an error message.
    public static func describe(_ pointer: OpaquePointer) -> String { "client" }
}
