import Foundation
import TestSupport

/// The compiler that built the running tests, and the modules that it built for them.
enum Toolchain {
    struct Missing: Error { let what: String }

    /// Runs one of the toolchain's programs on the module `Libvirt`, as a client of the package would.
    static func run(_ program: String, _ arguments: [String]) async throws -> Tool.Outcome {
        let modules = Tool.strata.sibling("Modules").path
        let build = Tool.strata.sibling("ModuleCache").path
        let clang = ["-Xcc", "-fmodule-map-file=" + source("Sources/CLibvirt/module.modulemap")]
        return try await Tool(path: folder() + program)
            .run(arguments + ["-I", modules, "-module-cache-path", build] + clang)
    }

    /// A file of the package, by its path in there.
    static func source(_ path: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../../\(path)")
            .standardizedFileURL.path
    }

    /// Where the programs are: beside the standard library that this process runs with.
    private static func folder() throws -> String {
        // A handle reads to the end what the kernel gives out in pieces.
        let bytes = try FileHandle(forReadingFrom: URL(fileURLWithPath: "/proc/self/maps")).readToEnd() ?? Data()
        let maps = String(decoding: bytes, as: UTF8.self)
        guard let line = maps.split(separator: "\n").first(where: { $0.hasSuffix("/libswiftCore.so") }),
            let start = line.firstIndex(of: "/"), let end = line.range(of: "/lib/swift/")
        else { throw Missing(what: "toolchain") }
        return String(line[start..<end.lowerBound]) + "/bin/"
    }
}
