internal import CLibvirt
internal import Glibc

extension Handle {
    /// Makes one of libvirt's `ListAll` calls, which answer a new array of new objects.
    ///
    /// - Parameters:
    ///   - name: The C function.
    ///   - body: Makes the call, with the place for the array.
    ///   - wrap: Makes an element of a handle, which owns one of the objects; takes it over, so that nothing is counted twice.
    /// - Returns: The elements.
    /// - Throws: ``LibvirtError`` when the call fails.
    @inline(__always)
    func list<Other, Element: Sendable>(
        _ name: StaticString,
        _ body: @Sendable (OpaquePointer, UnsafeMutablePointer<UnsafeMutablePointer<OpaquePointer?>?>) throws -> Int32,
        as wrap: @Sendable (consuming Handle<Other>) -> Element
    ) async throws -> [Element] {
        try await call { pointer in
            var array: UnsafeMutablePointer<OpaquePointer?>?
            let count = Int(try check(try body(pointer, &array), name, Kind.describe(pointer)))
            guard let array else { return [] }
            defer { free(array) }
            // An empty one is shared by all threads, and told its length.
            guard count > 0 else { return [] }
            return [Element](unsafeUninitializedCapacity: count) { elements, initialized in
                for case let object? in UnsafeBufferPointer(start: array, count: count) {
                    elements.initializeElement(at: initialized, to: wrap(Handle<Other>(adopting: object)))
                    initialized += 1
                }
            }
        }
    }
}
