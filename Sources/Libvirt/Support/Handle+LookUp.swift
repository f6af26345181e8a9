extension Handle {
    /// Makes a call that looks an object up, or NULL where there is none.
    ///
    /// - Parameters:
    ///   - name: The C function.
    ///   - subject: What is looked for, for the error; naming the handle that is asked would not help.
    ///     Written out only then.
    ///   - body: Makes the call.
    /// - Returns: The object.
    /// - Throws: ``LibvirtError`` when there is none.
    @inline(__always)
    func lookUp<Other>(
        _ name: StaticString, _ subject: @autoclosure @Sendable () -> String,
        _ body: @Sendable (OpaquePointer) throws -> OpaquePointer?
    ) async throws -> Handle<Other> {
        try await call { Handle<Other>(adopting: try check(try body($0), name, subject())) }
    }
}
