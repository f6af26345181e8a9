public import Quantities

/// A command to be run in a guest by its agent.
public struct GuestCommand: Sendable {
    /// What a running command has written.
    public enum Piece: Sendable {
        /// On its standard output.
        case output([UInt8])
        /// On its standard error.
        case errors([UInt8])
    }

    /// The program and its arguments; no shell takes them apart.
    public var words: [String]
    /// What it reads on its standard input.
    public var input: [UInt8]
    /// The most that it may write before it is ended.
    public var outputLimit: ByteCount
    /// How long it may take before it is ended; `nil` for ever.
    public var timeout: Duration?

    /// A command of those words.
    public init(
        _ words: [String], input: [UInt8] = [], outputLimit: ByteCount = .mebibytes(16), timeout: Duration? = nil
    ) {
        self.words = words
        self.input = input
        self.outputLimit = outputLimit
        self.timeout = timeout
    }
}
