internal import CLibvirt

/// Where the bytes of a download come from, and how to ask for a part of them.
struct StreamSource: Sendable {
    /// The connection that carries the bytes.
    let connection: Handle<ConnectionKind>
    /// What is downloaded, for errors.
    let subject: String
    /// The first byte of the download.
    var offset: UInt64 = 0
    /// How many bytes at most; `nil` for all there are.
    var length: UInt64?
    /// Whether holes come as holes.
    var isSparse = false
    /// Connects a stream to so many bytes from an offset on.
    let connect: @Sendable (_ stream: OpaquePointer, _ offset: UInt64, _ length: UInt64) throws -> Void
    /// How many bytes there are; 0 where that is not known.
    let size: @Sendable () throws -> UInt64

    /// libvirt reads a connection's socket also when nobody asks for a stream's bytes, and keeps what nobody has taken,
    /// all of it.
    ///
    /// Back-pressure there is only in asking for a part at a time: so many bytes may wait in memory, and no more.
    var window: UInt64 = 32 << 20

    func open(at offset: UInt64, length: UInt64) throws -> OpenStream {
        try OpenStream(on: connection, subject) { try connect($0, offset, length) }
    }
}
