import Libvirt
import Testing
import TestSupport

@Suite("Threads and errors") struct BlockingExecutorTests {
    @Test func errorsOfManyCallsAtOnceAreNeverMixedUp() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            await withTaskGroup(of: Bool.self) { group in
                for index in 0..<2000 {
                    group.addTask {
                        do {
                            _ = try await host.domain(named: "ghost-\(index)")
                            return false
                        } catch {
                            let error = error as? LibvirtError
                            return error?.code == .noDomain && error?.subject == "domain 'ghost-\(index)'"
                        }
                    }
                }
                for await isRight in group { #expect(isRight) }
            }
        }
    }

    @Test func aBatchOnTheExecutorGivesTheSameAnswers() async throws {
        try await withTestHost(domains: [.running("a"), .shutOff("b")]) { host in
            let states = try await withTaskExecutorPreference(BlockingExecutor.shared) {
                var states: [String: DomainState] = [:]
                for domain in try await host.domains() { states[domain.name] = try await domain.state().state }
                return states
            }
            #expect(states == ["a": .running, "b": .shutOff])
        }
    }

    @Test func aDeadlineLeavesAnOperationThatDoesNotEnd() async throws {
        let error = await #expect(throws: LibvirtError.self) {
            try await withDeadline(.milliseconds(20), waitingFor: "nothing") { try await Task.sleep(for: .seconds(60)) }
        }
        #expect(error?.code == .operationTimeout)
        #expect(error?.subject == "waiting for nothing")
    }

    @Test func aDeadlinePassesResultsAndErrorsThrough() async throws {
        #expect(try await withDeadline(.seconds(60), waitingFor: "a number") { 42 } == 42)
        #expect(try await withDeadline(nil, waitingFor: "a number") { 42 } == 42)
        await #expect(throws: CancellationError.self) {
            try await withDeadline(.seconds(60), waitingFor: "an error") { throw CancellationError() }
        }
    }
}
