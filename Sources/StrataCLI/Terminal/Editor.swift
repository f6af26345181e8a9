internal import Glibc
internal import Strata

/// The user's own editor.
enum Editor {
    /// Opens a file in it and waits until the user is done.
    ///
    /// - Throws: ``Failure`` when it cannot be started, or ended with an error.
    static func open(_ file: String) async throws {
        let names: [String] = ["VISUAL", "EDITOR"]
        let command = names.compactMap { getenv($0).map { String(cString: $0) } }.first { !$0.isEmpty }
        // The shell takes the words of a command such as `code --wait` apart; the file is no part of its text.
        let words = ["/bin/sh", "-c", (command ?? "vi") + " \"$1\"", "strata-edit", file]
        let status = try Program.run(words)
        guard status == 0 else {
            throw Failure(
                .failed, command ?? "vi", "the editor ended with status \(status)",
                hint: "set VISUAL or EDITOR to the command of an editor")
        }
    }
}
