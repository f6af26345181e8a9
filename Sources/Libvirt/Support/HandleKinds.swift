internal import CLibvirt

/// A connection to a hypervisor.
public enum ConnectionKind: HandleKind {
    /// Takes one more reference on the connection (`virConnectRef`).
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virConnectRef(pointer) }
    /// Gives one reference on the connection back (`virConnectClose`); the last one closes it.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virConnectClose(pointer) }
    /// The word `connection`.
    public static func describe(_ pointer: OpaquePointer) -> String { "connection" }
}

/// A virtual machine or container.
public enum DomainKind: HandleKind {
    /// Takes one more reference on the domain (`virDomainRef`).
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virDomainRef(pointer) }
    /// Gives one reference on the domain back (`virDomainFree`), which leaves the domain itself as it is.
    public static func release(_ pointer: OpaquePointer) -> Int32 { virDomainFree(pointer) }
    /// The domain with its name, such as `domain 'web'`.
    public static func describe(_ pointer: OpaquePointer) -> String {
        "domain '\(String(borrowing: virDomainGetName(pointer)))'"
    }
}

/// A stream of bytes between this process and the hypervisor.
public enum StreamKind: HandleKind {
    /// Takes one more reference on the stream (`virStreamRef`).
    public static func retain(_ pointer: OpaquePointer) -> Int32 { virStreamRef(pointer) }
    /// Gives one reference on the stream back (`virStreamFree`).
    public static func release(_ pointer: OpaquePointer) -> Int32 { virStreamFree(pointer) }
    /// The word `stream`.
    public static func describe(_ pointer: OpaquePointer) -> String { "stream" }
}
