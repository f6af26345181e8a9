internal import Foundation
internal import Glibc

extension Running {
    /// Ends the program if it still runs.
    ///
    /// - Parameter words: A piece of its command line, by which it is told from another process with its number.
    public func end(ifStill words: String) {
        let line = FileManager.default.contents(atPath: "/proc/\(processID)/cmdline") ?? Data()
        if String(decoding: line, as: UTF8.self).contains(words) { signal(SIGKILL) }
    }
}
