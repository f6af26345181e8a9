internal import CLibvirt

/// Calls that libvirt has twice: first without options, and later once more with them.
///
/// Where there are no options the first form is the one to make: daemons older than the second have only that, and so
/// do some drivers.
extension Handle {
    /// Makes the call that fits the options and answers a negative number on failure.
    func status<Options: OptionSet>(
        _ options: Options, _ plainName: StaticString, _ plain: @escaping @Sendable (OpaquePointer) -> Int32,
        _ name: StaticString, _ body: @escaping @Sendable (OpaquePointer, UInt32) -> Int32
    ) async throws where Options.RawValue == UInt32 {
        let flags = options.rawValue
        if flags == 0 {
            try await status(plainName, plain)
        } else {
            try await status(name) { body($0, flags) }
        }
    }

    /// Makes the call that fits the options and answers a new object of this document, or NULL on failure.
    func object<Other, Options: OptionSet>(
        of xml: String, _ options: Options,
        _ plainName: StaticString, _ plain: @escaping @Sendable (OpaquePointer, UnsafePointer<CChar>) -> OpaquePointer?,
        _ name: StaticString,
        _ body: @escaping @Sendable (OpaquePointer, UnsafePointer<CChar>, UInt32) -> OpaquePointer?
    ) async throws -> Handle<Other> where Options.RawValue == UInt32 {
        let flags = options.rawValue
        return try await object(flags == 0 ? plainName : name) { connection in
            try xml.withCheckedCString { flags == 0 ? plain(connection, $0) : body(connection, $0, flags) }
        }
    }
}
