internal import Glibc

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
    public static let strata: Tool = {
        let tests = realpath("/proc/self/exe", nil)
        defer { free(tests) }
        return Tool(path: tests.map { String(cString: $0) } ?? "").sibling("strata")
    }()

    /// Another program of the package, built beside this one.
    public func sibling(_ name: String) -> Tool {
        Tool(path: path[...(path.lastIndex(of: "/") ?? path.startIndex)] + name)
    }

    /// Where the program is.
    public let path: String

    /// A program at `path`.
    public init(path: some StringProtocol) { self.path = String(path) }

    /// Starts the program without waiting for it.
    ///
    /// - Parameters:
    ///   - arguments: Its arguments.
    ///   - environment: What is added to the environment of the tests.
    ///   - input: What it reads on standard input; when it is empty, standard input has ended.
    /// - Returns: The running program.
    /// - Throws: The system's error when the program cannot be started.
    public func start(
        _ arguments: [String], environment: [String: String] = [:], input: String = ""
    ) throws -> Running {
        let running = try Running(path, arguments, environment: environment)
        try running.type(input)
        if input.isEmpty { running.endInput() }
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
