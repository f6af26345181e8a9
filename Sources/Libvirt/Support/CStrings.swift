internal import Glibc

extension String {
    /// Copies a C string that somebody else owns; empty where there is none.
    init(borrowing pointer: UnsafePointer<CChar>?) {
        guard let pointer else {
            self = ""
            return
        }
        // As String(cString:), which looks at short texts byte by byte.
        let count = strlen(pointer)
        self.init(unsafeUninitializedCapacity: count) { buffer in
            buffer.withMemoryRebound(to: CChar.self) { $0.baseAddress?.update(from: pointer, count: count) }
            return count
        }
    }

    /// Copies a C string that the caller of libvirt must free, and frees it.
    init(adopting pointer: UnsafeMutablePointer<CChar>) {
        self.init(cString: pointer)
        free(pointer)
    }

    /// Lends the text as a C string, refusing one that C would read only up to an interior NUL.
    func withCheckedCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) throws -> Result {
        try withCString { text in
            guard strlen(text) == utf8.count else {
                throw LibvirtError(
                    code: .invalidArgument, message: "the text has a NUL character inside", hint: "remove it")
            }
            return try body(text)
        }
    }
}

extension String? {
    /// Lends the text as a C string, or NULL where there is none.
    func withCheckedCString<Result>(_ body: (UnsafePointer<CChar>?) throws -> Result) throws -> Result {
        guard let self else { return try body(nil) }
        return try self.withCheckedCString { try body($0) }
    }
}

/// Copies a C array of strings that the caller must free, frees the strings and the array.
func adoptStrings(_ array: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, count: Int) -> [String] {
    guard let array else { return [] }
    defer { free(array) }
    return (0..<count).compactMap { array[$0].map(String.init(adopting:)) }
}
