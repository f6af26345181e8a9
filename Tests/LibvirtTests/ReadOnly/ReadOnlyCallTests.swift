import Foundation
import Libvirt
import Testing
import TestSupport

/// What can be written on a read-only connection is answered on one: libvirt's own list of what it refuses there, and
/// the types, say the same.
@Suite("Read-only by libvirt") struct ReadOnlyCallTests {
    @Test func libvirtRefusesNoCallThatTheTypesAllow() async throws {
        try await LookedAtHost.with { host in
            for (type, calls) in LookedAtHost.readings {
                for (name, call) in calls {
                    do { try await call(host) } catch let error as LibvirtError {
                        #expect(error.code != .operationDenied, "\(type).\(name)")
                    }
                }
            }
        }
    }

    /// The test driver has none of these; their calls are tested on the daemon.
    private static let others: Set = [
        "NWFilterReference.xml()", "NWFilterBindingReference.xml()", "SecretReference.xml()",
        "NetworkPortReference.xml()", "NetworkPortReference.parameters()",
    ]
    /// Opens or closes, and cannot look.
    private static let connecting: Set = [
        "ConnectionReference.close()", "ConnectionReference.open(_:credentials:keepAlive:)",
        "ConnectionReference.reconnecting(backOff:open:)",
    ]

    @Test func everyCallThatTheTypesAllowIsTried() async throws {
        let tried = LookedAtHost.readings.flatMap { type, calls in calls.keys.map { "\(type).\($0)" } }
        let allowed = try await allowedCalls()
        #expect(allowed.subtracting(tried) == Self.others.union(Self.connecting))
        #expect(Set(tried).subtracting(allowed).isEmpty)
    }

    /// The asynchronous members of the objects that need no `Mode == ReadWrite`, as the compiler knows them.
    private func allowedCalls() async throws -> Set<String> {
        try await withTemporaryFolder { folder in
            let outcome = try await Toolchain.run(
                "swift-symbolgraph-extract",
                ["-module-name", "Libvirt", "-minimum-access-level", "public", "-output-dir", folder.path]
                    + ["-target", try await target()])
            #expect(outcome.status == 0, "\(outcome.errors)")
            let data = try Data(contentsOf: folder.appending(path: "Libvirt.symbols.json"))
            let calls = try JSONDecoder().decode(SymbolGraph.self, from: data).symbols.filter { symbol in
                symbol.pathComponents.count == 2 && symbol.pathComponents[0].hasSuffix("Reference")
                    && !symbol.isForWritingOnly && (symbol.declaration.contains("async ") || symbol.isEventSequence)
            }
            return Set(calls.map { $0.pathComponents.joined(separator: ".") })
        }
    }

    private func target() async throws -> String {
        struct Info: Decodable {
            struct Target: Decodable { let unversionedTriple: String }
            let target: Target
        }
        let outcome = try await Toolchain.run("swiftc", ["-print-target-info"])
        return try JSONDecoder().decode(Info.self, from: Data(outcome.output.utf8)).target.unversionedTriple
    }
}

/// The part that matters of what `swift-symbolgraph-extract` writes.
private struct SymbolGraph: Decodable {
    struct Constraint: Decodable { let rhs: String }
    struct Constraints: Decodable { let constraints: [Constraint]? }
    struct Fragment: Decodable { let spelling: String }
    struct Symbol: Decodable {
        let pathComponents: [String]
        let declarationFragments: [Fragment]
        let swiftExtension: Constraints?
        let swiftGenerics: Constraints?

        var declaration: String { declarationFragments.map(\.spelling).joined() }
        var isEventSequence: Bool { declaration.contains("EventSequence<") }
        var isForWritingOnly: Bool {
            [swiftExtension, swiftGenerics].contains { $0?.constraints?.contains { $0.rhs == "ReadWrite" } ?? false }
        }
    }
    let symbols: [Symbol]
}
