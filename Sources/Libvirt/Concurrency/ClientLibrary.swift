internal import Synchronization

/// libvirt's two client libraries, of which one process can use only one.
///
/// libvirt-admin.so contains a copy of the code by which libvirt.so names its object types to GLib, and GLib takes each
/// name once for a process: whichever library comes second crashes as it opens a connection, whether or not the first
/// one could open one.
enum ClientLibrary: Int {
    case virtualization = 1
    case administration = 2

    private static let inUse = Atomic<Int>(0)

    /// Makes this library the one that the process uses.
    ///
    /// Must come before every call that opens a connection.
    /// - Throws: ``LibvirtError`` with code `operationUnsupported` where the process uses the other one.
    func claim(for call: StaticString) throws {
        let (claimed, original) = Self.inUse.compareExchange(
            expected: 0, desired: rawValue, ordering: .acquiringAndReleasing)
        guard claimed || original == rawValue else {
            throw LibvirtError(
                code: .operationUnsupported,
                message: "libvirt cannot serve connections and administration in one process, and this one uses "
                    + (self == .administration ? "connections" : "administration"),
                call: "\(call)", hint: "use one of the two in a process of its own")
        }
    }
}
