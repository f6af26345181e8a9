import Foundation
import Testing
import TestSupport

/// What changes something cannot be written on what only looks: the compiler itself is asked.
@Suite("Read-only by type") struct ReadOnlyCompileTests {
    /// One call of every family; each compiles where things may be changed.
    private static let changes = [
        "_ = try await host.define(\"<domain/>\")",
        "_ = try await host.createTransient(\"<domain/>\")",
        "_ = try await host.restore(from: \"/x\")",
        "_ = try await host.defineNetwork(\"<network/>\")",
        "_ = try await host.defineStoragePool(\"<pool/>\")",
        "_ = try await host.defineHostInterface(\"<interface/>\")",
        "_ = try await host.defineSecret(\"<secret/>\")",
        "_ = try await host.defineNWFilter(\"<filter/>\")",
        "_ = try await host.domainCapabilities(type: \"kvm\")",
        "_ = try await host.sevInfo()",
        "try await host.domain(named: \"x\").start()",
        "try await host.domain(named: \"x\").forceOff()",
        "try await host.domain(named: \"x\").setAutostart(true)",
        "try await host.domain(named: \"x\").migrate(toURI: nil)",
        "_ = try await host.domain(named: \"x\").xml(.secure)",
        "_ = try await host.domain(named: \"x\").openConsole()",
        "_ = try await host.domain(named: \"x\").createSnapshot(\"<domainsnapshot/>\")",
        "try await host.domain(named: \"x\").snapshot(named: \"y\").revert()",
        "try await host.domain(named: \"x\").checkpoint(named: \"y\").delete()",
        "try await host.network(named: \"x\").stop()",
        "try await host.network(named: \"x\").port(uuid: id).delete()",
        "try await host.storagePool(named: \"x\").refresh()",
        "_ = try await host.storagePool(named: \"x\").createVolume(\"<volume/>\")",
        "try await host.storageVolume(key: \"x\").wipe()",
        "_ = try await host.storageVolume(key: \"x\").upload()",
        "_ = try await host.storageVolume(key: \"x\").download()",
        "try await host.hostInterface(named: \"x\").start()",
        "try await host.nodeDevice(named: \"x\").detach()",
        "_ = try await host.secret(uuid: id).value()",
        "try await host.nwFilter(named: \"x\").undefine()",
        "try await host.nwFilterBinding(portDevice: \"x\").delete()",
    ]

    @Test func whatChangesSomethingCompilesOnAConnectionThatMayDoSo() async throws {
        let outcome = try await check(on: "Connection")
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
    }

    @Test func nothingOfItCompilesOnOneThatOnlyLooks() async throws {
        let outcome = try await check(on: "ReadOnlyConnection")
        #expect(outcome.status != 0)
        let complaints = outcome.errors.split(separator: "\n").filter { $0.contains(": error: ") }
        for (index, change) in Self.changes.enumerated() {
            let here = complaints.filter { $0.contains("source.swift:\(Self.line(of: index)):") }
            let isTheOne = here.count == 1 && here[0].contains("'ReadOnly'") && here[0].contains("'ReadWrite'")
            #expect(isTheOne, "\(change): \(here)")
        }
        #expect(complaints.count == Self.changes.count, "\(outcome.errors)")
    }

    @Test func aViewThatOnlyLooksDoesNotLeadBack() async throws {
        let outcome = try await check("func f(_ host: ReadOnlyConnection) -> Connection { host }")
        #expect(outcome.errors.contains("error: cannot convert return expression of type 'ReadOnlyConnection'"))
    }

    /// Each change is a function of its own, on a line of its own, so that none hides another's error.
    private static func line(of index: Int) -> Int { index + 3 }

    private func check(on connection: String) async throws -> Tool.Outcome {
        try await check(
            Self.changes.enumerated().map { index, change in
                "func f\(index)(_ host: \(connection), _ id: UUID) async throws { \(change) }"
            }.joined(separator: "\n"))
    }

    private func check(_ code: String) async throws -> Tool.Outcome {
        try await withTemporaryFolder { folder in
            let file = try folder.file("source.swift", "import FoundationEssentials\nimport Libvirt\n" + code + "\n")
            return try await Toolchain.run(
                "swiftc", ["-typecheck", "-parse-as-library", "-swift-version", "6", "-diagnostic-style=llvm", file])
        }
    }
}
