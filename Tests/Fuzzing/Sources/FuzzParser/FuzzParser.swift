import Entry

@testable import Properties

@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    hold(Properties.parsing, for: UnsafeBufferPointer(start: bytes, count: count))
}
