/// What is mounted where, as `/proc/self/mountinfo` has it.
struct MountTable {
    /// One mounted filesystem.
    struct Mount: Equatable {
        /// Where it is mounted.
        var folder: String
        /// Such as `ext4`.
        var type: String
        /// What it stands on, such as `/dev/sda1` or `server:/export`.
        var source: String
        /// The kernel's number of the device, such as `8:1`.
        var device: String
        /// What its driver was told, such as `rw` and `errors=remount-ro`.
        var options: [String] = []
    }

    private(set) var mounts: [Mount] = []

    /// Reads the lines `id parent major:minor root folder options [optional…] - type source options`.
    init(_ text: String) {
        mounts = text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let mark = words.firstIndex(of: "-"), mark >= 6, words.count > mark + 2 else { return nil }
            return Mount(
                folder: Self.unescaped(words[4]), type: String(words[mark + 1]),
                source: Self.unescaped(words[mark + 2]), device: String(words[2]),
                options: words.dropFirst(mark + 3).joined().split(separator: ",").map(String.init))
        }
    }

    /// The filesystem that a file is on: of the longest folder above it, the one mounted last.
    func mount(of path: String) -> Mount? {
        mounts.filter { mount in
            mount.folder == "/" || path == mount.folder || path.hasPrefix(mount.folder + "/")
        }.enumerated().max { ($0.element.folder.utf8.count, $0.offset) < ($1.element.folder.utf8.count, $1.offset) }?
        .element
    }

    /// The kernel writes a blank as `\040`.
    private static func unescaped(_ word: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(word.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(3), as: UTF8.self)
            if byte == UInt8(ascii: "\\"), digits.utf8.count == 3, let code = UInt8(digits, radix: 8) {
                bytes.append(code)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
