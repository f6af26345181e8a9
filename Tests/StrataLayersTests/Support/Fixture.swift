import Glibc

/// A file of the tests that could not be read or written.
struct FileFailure: Error {
    let path: String
    let code: Int32
}

/// The content of a file in the folder of fixtures.
func fixture(_ name: String) throws -> String {
    let here = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let path = "/\(here)/Fixtures/\(name)"
    guard let file = fopen(path, "r") else { throw FileFailure(path: path, code: errno) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
}
