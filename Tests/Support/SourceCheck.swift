internal import Foundation

/// Swift sources, judged by the compiler against the modules that were built with the running tests.
public struct SourceCheck {
    /// File name to text; the files are one module together.
    public var sources: [String: String]

    /// A check of these files.
    public init(_ sources: [String: String]) { self.sources = sources }

    /// What the compiler says: status 0 when the sources compile, its complaints in `errors`.
    public func outcome() async throws -> Tool.Outcome {
        try await withTemporaryFolder { folder in
            let files = try sources.map { try folder.file($0.key, $0.value) }.sorted()
            let modules = URL(fileURLWithPath: Tool.strata.sibling("Modules").path)
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Sources")
            let folders =
                [modules] + ["CLibvirt", "CLibXML2", "CCurl", "CGnuTLS"].map { root.appending(path: $0) }
            let headers = try await Self.run("pkg-config", "--cflags-only-I", "libxml-2.0").output
            return try await Self.run(
                ["swiftc", "-typecheck", "-swift-version", "6", "-parse-as-library"]
                    + folders.flatMap { ["-I", $0.path] }
                    + headers.split(whereSeparator: \.isWhitespace).flatMap { ["-Xcc", String($0)] } + files)
        }
    }

    private static func run(_ command: String...) async throws -> Tool.Outcome { try await run(command) }

    private static func run(_ command: [String]) async throws -> Tool.Outcome {
        try await Tool(path: "/usr/bin/env").run(command)
    }
}
