internal import CLibvirt
internal import FoundationEssentials

extension UUID {
    /// The UUID that `body` writes into the 16 bytes it gets; all zero where it writes none.
    init(writtenBy body: (UnsafeMutablePointer<UInt8>?) throws -> Void) rethrows {
        var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        try withUnsafeMutableBytes(of: &bytes) { buffer in
            try body(buffer.baseAddress?.assumingMemoryBound(to: UInt8.self))
        }
        self.init(uuid: bytes)
    }

    /// Lends the UUID as the 16 bytes that libvirt takes.
    func withUnsafeBytes<Result>(_ body: (UnsafePointer<UInt8>?) throws -> Result) rethrows -> Result {
        try Swift.withUnsafeBytes(of: uuid) { try body($0.baseAddress?.assumingMemoryBound(to: UInt8.self)) }
    }
}

extension String {
    /// The UUID that `body` writes as a text into the place it gets.
    init(uuidWrittenBy body: (UnsafeMutablePointer<CChar>) -> Int32) {
        self.init(unsafeUninitializedCapacity: Int(VIR_UUID_STRING_BUFLEN)) { buffer in
            buffer.withMemoryRebound(to: CChar.self) { text in
                guard let start = text.baseAddress, body(start) == 0 else { return 0 }
                return text.firstIndex(of: 0) ?? 0
            }
        }
    }
}
