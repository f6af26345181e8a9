internal import Glibc

extension [String] {
    /// Lends the texts as a C array of C strings, refusing those that C would read only up to an interior NUL.
    func withCheckedCStrings<Result>(
        _ body: (UnsafeMutablePointer<UnsafePointer<CChar>?>) throws -> Result
    ) throws -> Result {
        var copies: [UnsafeMutablePointer<CChar>?] = []
        defer { copies.forEach { free($0) } }
        for text in self { copies.append(try text.withCheckedCString { strdup($0) }) }
        // One more, so that an empty array is no NULL.
        var pointers = copies.map { UnsafePointer($0) } + [nil]
        return try pointers.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { throw LibvirtError(code: .noMemory, message: "out of memory") }
            return try body(start)
        }
    }
}
