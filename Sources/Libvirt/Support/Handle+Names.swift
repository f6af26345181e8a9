extension Handle {
    /// Lists names in libvirt's older way: asks how many there are, then for them.
    ///
    /// - Parameters:
    ///   - counting: The C function that counts, and its call.
    ///   - listing: The C function that lists, and its call with the array and its length.
    /// - Returns: The names.
    /// - Throws: ``LibvirtError`` when a call fails.
    func names(
        counting: (name: StaticString, call: @Sendable (OpaquePointer) -> Int32),
        listing: (
            name: StaticString,
            call: @Sendable (OpaquePointer, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, Int32) -> Int32
        )
    ) async throws -> [String] {
        try await call { pointer in
            let expected = try check(counting.call(pointer), counting.name, Kind.describe(pointer))
            var names = [UnsafeMutablePointer<CChar>?](repeating: nil, count: Int(expected))
            let count = try check(listing.call(pointer, &names, expected), listing.name, Kind.describe(pointer))
            return names.prefix(Int(count)).compactMap { $0.map(String.init(adopting:)) }
        }
    }
}
