internal import Glibc
internal import Strata

/// Asking the user.
enum Question {
    /// Whether the user says yes.
    ///
    /// - Throws: ``Failure`` where nobody is there to be asked.
    static func ask(_ text: String) throws -> Bool {
        guard isatty(0) == 1 else {
            throw Failure(.interrupted, "strata", "nobody is there to be asked: \(text)", hint: "say it with --yes")
        }
        StandardStream.error.write(text + " [y/N] ")
        return readLine().map { ["y", "yes"].contains($0.lowercased()) } ?? false
    }
}
