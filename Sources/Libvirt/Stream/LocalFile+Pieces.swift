internal import Glibc

/// Reads a local file as what an upload sends: bytes and, where it is asked for, holes.
struct LocalFilePieces {
    let file: LocalFile
    /// How many bytes are still wanted.
    var remaining: UInt64
    var seesHoles: Bool
    /// How many bytes of data follow before the next hole; only where holes are seen.
    private var dataLeft: UInt64 = 0

    init(of file: LocalFile, length: UInt64?, seesHoles: Bool) {
        self.file = file
        remaining = length ?? .max
        self.seesHoles = seesHoles
    }

    /// The next piece; its bytes are in `buffer`.
    mutating func next(into buffer: UnsafeMutableRawBufferPointer) throws -> OpenStream.Received {
        guard remaining > 0 else { return .end }
        if seesHoles, dataLeft == 0, let hole = try findHole() { return hole }
        let wanted = min(UInt64(buffer.count), remaining, seesHoles ? dataLeft : .max)
        let count = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(Int(wanted))))
        remaining -= UInt64(count)
        dataLeft -= min(dataLeft, UInt64(count))
        return count == 0 ? .end : .bytes(count)
    }

    /// Whether a hole comes next; if not, how much data.
    private mutating func findHole() throws -> OpenStream.Received? {
        let here = lseek(file.descriptor, 0, SEEK_CUR)
        let data = here < 0 ? -1 : lseek(file.descriptor, here, seekData)
        if data < 0 {
            // ENXIO: no data from here to the end. Anything else: the file system knows no holes, or it is a pipe.
            guard here >= 0, errno == ENXIO else {
                seesHoles = false
                return nil
            }
            let end = lseek(file.descriptor, 0, SEEK_END)
            return end > here ? skip(UInt64(end - here)) : .end
        }
        if data > here { return skip(UInt64(data - here)) }
        let hole = lseek(file.descriptor, here, seekHole)
        dataLeft = hole > here ? UInt64(hole - here) : .max
        lseek(file.descriptor, here, SEEK_SET)
        return nil
    }

    private mutating func skip(_ length: UInt64) -> OpenStream.Received {
        let length = min(length, remaining)
        remaining -= length
        return .hole(length)
    }
}

// Linux's numbers; the C library shows the names only to those who ask for GNU extensions.
private let seekData: Int32 = 3
private let seekHole: Int32 = 4
