internal import CLibvirt

/// Calling libvirt. libvirt's error is thread-local, so call and error read always stand in one closure here,
/// on one thread of the ``BlockingExecutor``, with no `await` between them.
extension Handle {
    /// Runs `body` with the C pointer where it may block.
    ///
    /// - Parameters:
    ///   - lane: `.long` for calls that may take minutes, so that they never hold up the short ones.
    ///   - body: Makes the calls; throws what it found on the same thread.
    /// - Returns: What `body` returned.
    /// - Throws: ``LibvirtError`` with code `invalidConnection` when the handle was closed, and what `body` throws.
    @inline(__always)
    func call<Result: Sendable>(
        lane: BlockingExecutor.Lane = .short, _ body: @Sendable (OpaquePointer) throws -> Result
    ) async throws -> Result {
        try await BlockingExecutor.run(lane) { try withUnsafePointer(body) }
    }

    /// Makes a call that answers a negative number on failure.
    @discardableResult
    func status(
        _ name: StaticString, lane: BlockingExecutor.Lane = .short,
        _ body: @Sendable (OpaquePointer) throws -> Int32
    ) async throws -> Int32 {
        try await call(lane: lane) { pointer in
            try check(try body(pointer), name, Kind.describe(pointer))
        }
    }

    /// Makes a call that answers a new object, or NULL on failure.
    func object<Other>(
        _ name: StaticString, lane: BlockingExecutor.Lane = .short,
        _ body: @Sendable (OpaquePointer) throws -> OpaquePointer?
    ) async throws -> Handle<Other> {
        try await call(lane: lane) { pointer in
            Handle<Other>(adopting: try check(try body(pointer), name, Kind.describe(pointer)))
        }
    }

    /// Makes a call that answers a string which the caller must free, or NULL on failure.
    func string(
        _ name: StaticString, lane: BlockingExecutor.Lane = .short,
        _ body: @Sendable (OpaquePointer) throws -> UnsafeMutablePointer<CChar>?
    ) async throws -> String {
        try await call(lane: lane) { pointer in
            String(adopting: try check(try body(pointer), name, Kind.describe(pointer)))
        }
    }
}

/// The result of a call that answers a negative number on failure.
///
/// Most calls that are made without a handle's help ask the connection itself.
@discardableResult
func check(
    _ result: Int32, _ call: StaticString, _ subject: @autoclosure () -> String? = "connection"
) throws(LibvirtError) -> Int32 {
    guard result >= 0 else { throw .last(call: call, subject) }
    return result
}

/// The result of a call that answers NULL on failure.
func check<Pointer>(
    _ result: Pointer?, _ call: StaticString, _ subject: @autoclosure () -> String? = "connection"
) throws(LibvirtError) -> Pointer {
    guard let result else { throw .last(call: call, subject) }
    return result
}
