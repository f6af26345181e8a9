import Foundation
import Libvirt
import Testing
import TestSupport

@testable import Strata

/// Guests of others come and go while all of them are looked at.
@Suite("Guests that come and go") struct ComingAndGoingTests {
    /// Runs `body` again and again while other guests are defined and forgotten.
    private func amidPassers(_ body: @escaping @Sendable (Connection) async throws -> Void) async throws {
        try await withTestHost(domains: []) { host in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    while !Task.isCancelled {
                        let definitions = (0..<20).map { TestDomain.shutOff("passer-\($0)").definition }
                        let guests = try await concurrently(definitions) { try await host.define($0) }
                        _ = try await concurrently(guests) { try await $0.undefine() }
                    }
                }
                defer { group.cancelAll() }
                for _ in 0..<100 { try await body(host) }
            }
        }
    }

    @Test func aPlanThatPrunesDoesNotMindThem() async throws {
        try await withTemporaryFolder { folder in
            _ = try folder.file("web.xml", DefinitionSetTests.guest("web"))
            let set = try await DefinitionSet.read([folder.path])
            try await amidPassers { host in
                let plan = try await DefinitionPlan.make(set, on: host, prunes: true)
                #expect(plan.objects.map(\.name.name) == ["web"])
                #expect(plan.failures.isEmpty)
            }
        }
    }

    @Test func whatGuestsHaveIsReadWithoutThem() async throws {
        try await amidPassers { host in
            let guests = try await host.keptGuests()
            #expect(guests.allSatisfy { $0.definition.name == $0.name && $0.name.hasPrefix("passer-") })
        }
    }
}
