internal import Glibc
internal import Strata

/// Asking the user.
enum Question {
    /// Whether the user says yes.
    ///
    /// - Throws: ``Failure`` where nobody is there to be asked.
    static func ask(_ text: String) throws -> Bool {
        guard isatty(0) == 1 else {
            throw Failure(.wrongValue, "strata", "nobody is there to be asked: \(text)", hint: "say it with --yes")
        }
        StandardStream.error.write(text + " [y/N] ")
        return readLine().map { ["y", "yes"].contains($0.lowercased()) } ?? false
    }

    /// Something that is not to be seen while it is typed.
    ///
    /// - Throws: ``Failure`` where nobody is there to be asked, or nothing is answered.
    static func askSecret(_ text: String) throws -> String {
        guard isatty(0) == 1 else {
            throw Failure(
                .wrongValue, "--password", "nobody is there to be asked", hint: "name a file with --password-file")
        }
        StandardStream.error.write(text + ": ")
        let answer = TerminalMode.unseen { readLine() } ?? ""
        StandardStream.error.write("\n")
        guard !answer.isEmpty else { throw Failure(.wrongValue, "--password", "it is empty") }
        return answer
    }
}
