internal import Foundation

/// The built `strata`, run as a program of its own.
public struct Tool: Sendable {
    /// What a run of the program came to.
    public struct Outcome: Sendable {
        /// The exit code; 128 and the signal's number when a signal ended it.
        public var status: Int32
        /// What it wrote on standard output.
        public var output: String
        /// What it wrote on standard error.
        public var errors: String
    }

    /// The program beside the running tests.
    public static let strata = Tool(
        path: URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "strata").path)

    /// Another program of the package, built beside this one.
    public func sibling(_ name: String) -> Tool {
        Tool(path: URL(fileURLWithPath: path).deletingLastPathComponent().appending(path: name).path)
    }

    /// Where the program is.
    public let path: String

    /// A program at `path`.
    public init(path: String) { self.path = path }

    /// Starts the program without waiting for it.
    ///
    /// - Parameters:
    ///   - arguments: Its arguments.
    ///   - environment: What is added to the environment of the tests.
    ///   - input: What it reads on standard input; when it is empty, standard input has ended.
    /// - Returns: The running program.
    /// - Throws: The system's error when the program cannot be started or its input cannot be written.
    public func start(
        _ arguments: [String], environment: [String: String] = [:], input: String = ""
    ) throws -> Running {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let running = Running(process)
        process.standardOutput = running.output.pipe
        process.standardError = running.errors.pipe
        let keyboard = Pipe()
        process.standardInput = keyboard
        running.begin()
        try process.run()
        try keyboard.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        if input.isEmpty { try keyboard.fileHandleForWriting.close() } else { running.keyboard = keyboard }
        return running
    }

    /// Runs the program to its end.
    public func run(
        _ arguments: String..., environment: [String: String] = [:], input: String = ""
    ) async throws -> Outcome {
        try await start(arguments, environment: environment, input: input).outcome()
    }

    /// Runs the program to its end.
    public func run(
        _ arguments: [String], environment: [String: String] = [:], input: String = ""
    ) async throws -> Outcome {
        try await start(arguments, environment: environment, input: input).outcome()
    }
}
