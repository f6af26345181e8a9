internal import FoundationEssentials
internal import Quantities

extension GuestAgent {
    /// Runs a command in the guest, as the user that the agent is, and hands over what it writes as it comes.
    ///
    /// The agent itself tells of output only when a command has ended, so a shell in the guest lets it go to files that
    /// are read as they grow; a guest without that shell hands its output over at the end. The command is ended when
    /// the task is cancelled, its time is up, or it writes too much.
    /// - Parameters:
    ///   - command: What to run.
    ///   - report: Called with each piece of output.
    /// - Returns: The command's exit code; 128 and the signal's number when a signal ended it.
    /// - Throws: ``Failure``: kind `unsupported` where the agent may run nothing, `timedOut`, or `failed` for too much
    ///   output. A command that fails is no error.
    public func run(_ command: GuestCommand, report: (GuestCommand.Piece) -> Void) async throws -> Int32 {
        let folder = "/tmp/.strata-" + (0..<4).map { _ in String(UInt32.random(in: .min ... .max), radix: 36) }.joined()
        guard try await prepare(folder) else { return try await runSilently(command, report) }
        do {
            let status = try await withFile(folder + "/out", mode: "r") { output in
                try await withFile(folder + "/err", mode: "r") { errors in
                    let process = try await start(
                        ["/bin/sh", "-c", Self.redirect, "sh", folder] + command.words, command)
                    return try await follow(process, command, output, errors, report)
                }
            }
            await remove(folder)
            return status
        } catch {
            await remove(folder)
            throw error
        }
    }

    /// In a session of its own where the guest can, so that it can be ended with all that it started.
    private static let redirect = #"""
        d=$1; shift; exec >"$d/out" 2>"$d/err"
        if ! command -v "$1" >/dev/null; then echo "$1: there is no such command in the guest" >&2; exit 127; fi
        if command -v setsid >/dev/null; then exec setsid "$@"; else exec "$@"; fi
        """#

    private struct Execution: Encodable {
        let path: String
        let arg: [String]
        let input: Data?
        let capture: Bool

        enum CodingKeys: String, CodingKey {
            case path, arg
            case input = "input-data"
            case capture = "capture-output"
        }
    }

    private struct Process: Codable { let pid: Int }

    private struct Status: Decodable {
        let exited: Bool
        let exitcode: Int32?
        let signal: Int32?
        let output: Data?
        let errors: Data?

        enum CodingKeys: String, CodingKey {
            case exited, exitcode, signal
            case output = "out-data"
            case errors = "err-data"
        }

        var code: Int32 { signal.map { 128 + $0 } ?? exitcode ?? 0 }
    }

    private func start(_ words: [String], _ command: GuestCommand?, captures: Bool = false) async throws -> Process {
        let input = command.flatMap { $0.input.isEmpty ? nil : Data($0.input) }
        return try await call(
            "guest-exec",
            Execution(path: words[0], arg: Array(words.dropFirst()), input: input, capture: captures))
    }

    private func status(of process: Process) async throws -> Status { try await call("guest-exec-status", process) }

    /// Makes the folder for the output, which nobody else in the guest may look into; answers whether there is a shell.
    private func prepare(_ folder: String) async throws -> Bool {
        let make = #"umask 077; mkdir "$1" && : >"$1/out" && : >"$1/err""#
        do {
            return try await finished(try await start(["/bin/sh", "-c", make, "sh", folder], nil)).code == 0
        } catch let failure as Failure where failure.why.contains("Failed to execute child process") {
            return false
        }
    }

    private func remove(_ folder: String) async {
        await Task {
            let process = try? await start(["/bin/rm", "-rf", folder], nil)
            // Asked for, so that the agent forgets it.
            if let process { _ = try? await finished(process) }
        }.value
    }

    private func finished(_ process: Process) async throws -> Status {
        var pause = Pause()
        while true {
            let status = try await status(of: process)
            if status.exited { return status }
            try await pause.take()
        }
    }

    private func follow(
        _ process: Process, _ command: GuestCommand, _ output: OpenFile, _ errors: OpenFile,
        _ report: (GuestCommand.Piece) -> Void
    ) async throws -> Int32 {
        var (pause, left) = (Pause(), command.outputLimit.bytes)
        let deadline = command.timeout.map { ContinuousClock.now + $0 }
        do {
            while true {
                let status = try await status(of: process)
                var hasCome = false
                while true {
                    let (new, complaint) = (try await output.read(), try await errors.read())
                    if new.isEmpty && complaint.isEmpty { break }
                    hasCome = true
                    let count = UInt64(new.count + complaint.count)
                    guard count <= left else { throw tooMuch(command) }
                    left -= count
                    if !new.isEmpty { report(.output(new)) }
                    if !complaint.isEmpty { report(.errors(complaint)) }
                }
                if status.exited { return status.code }
                if let deadline, deadline < .now { throw tooLate(command) }
                if hasCome { pause = Pause() } else { try await pause.take() }
            }
        } catch {
            await end(process)
            throw error
        }
    }

    /// Ends a command that nobody waits for any more.
    private func end(_ process: Process) async {
        await Task {
            let signal = #"kill -TERM "-$1" 2>/dev/null || kill -TERM "$1""#
            let kill = try? await start(["/bin/sh", "-c", signal, "sh", "\(process.pid)"], nil)
            if let kill { _ = try? await finished(kill) }
        }.value
    }

    private func runSilently(
        _ command: GuestCommand, _ report: (GuestCommand.Piece) -> Void
    ) async throws -> Int32 {
        let process = try await start(command.words, command, captures: true)
        let status = try await withDeadline(command.timeout, waitingFor: "'\(command.words[0])'") {
            try await finished(process)
        }
        let (output, errors) = (status.output ?? Data(), status.errors ?? Data())
        guard UInt64(output.count + errors.count) <= command.outputLimit.bytes else { throw tooMuch(command) }
        if !output.isEmpty { report(.output(Array(output))) }
        if !errors.isEmpty { report(.errors(Array(errors))) }
        return status.code
    }

    private func tooMuch(_ command: GuestCommand) -> Failure {
        Failure(
            .failed, "guest '\(guest.name)'",
            "'\(command.words[0])' was ended: it wrote more than \(command.outputLimit)",
            hint: "allow more with --limit, or let it write to a file in the guest and fetch that with strata cp")
    }

    private func tooLate(_ command: GuestCommand) -> Failure {
        Failure(
            .timedOut, "guest '\(guest.name)'", "'\(command.words[0])' was ended: its time was up",
            hint: "allow more with --timeout")
    }
}

/// The time between two questions: the agent tells of nothing by itself.
private struct Pause {
    private var time = Duration.milliseconds(20)

    mutating func take() async throws {
        try await Task.sleep(for: time)
        time = min(time * 2, .milliseconds(500))
    }
}
