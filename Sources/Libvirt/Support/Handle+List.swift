internal import CLibvirt
internal import Glibc

extension Handle {
    /// Makes one of libvirt's `ListAll` calls, which answer a new array of new objects.
    ///
    /// - Parameters:
    ///   - name: The C function.
    ///   - body: Makes the call, with the place for the array.
    /// - Returns: The objects, each owned by a handle of its own.
    /// - Throws: ``LibvirtError`` when the call fails.
    func list<Other>(
        _ name: StaticString,
        _ body:
            @escaping @Sendable (
                OpaquePointer, UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>
            ) throws -> Int32
    ) async throws -> [Handle<Other>] {
        try await call { pointer in
            var array: UnsafeMutablePointer<OpaquePointer?>?
            let count = try check(try body(pointer, &array), name, Kind.describe(pointer))
            guard let array else { return [] }
            defer { free(array) }
            return (0..<Int(count)).compactMap { array[$0].map(Handle<Other>.init(adopting:)) }
        }
    }
}
