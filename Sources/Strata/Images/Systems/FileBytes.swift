internal import FoundationEssentials
internal import Glibc

/// The text of a file, to look for something in it without taking it apart.
struct FileBytes {
    private let text: [UInt8]

    /// `nil` when the file cannot be read.
    static func read(_ path: String) -> FileBytes? {
        FileManager.default.contents(atPath: path).map { FileBytes(text: Array($0) + [0]) }
    }

    /// Whether some text is in it, as far as to its first zero.
    func contains(_ word: String) -> Bool {
        text.withUnsafeBytes { bytes in
            guard let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return false }
            return strstr(start, word) != nil
        }
    }
}
