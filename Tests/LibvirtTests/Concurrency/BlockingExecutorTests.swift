import Foundation
import Testing
import TestSupport

@testable import Libvirt

@Suite("Threads and errors") struct BlockingExecutorTests {
    @Test func errorsOfManyCallsAtOnceAreNeverMixedUp() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            await withTaskGroup(of: Bool.self) { group in
                for index in 0..<5000 {
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

    /// More long calls than there are threads for short ones: all of them wait, and a short call is answered.
    @Test func aHundredLongJobsNeverDelayAShortCall() async throws {
        let gate = Gate()
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            try await withThrowingTaskGroup(of: Void.self) { group in
                defer { gate.open() }
                for _ in 0..<100 {
                    group.addTask { try await web.handle.call(lane: .long) { _ in gate.wait() } }
                }
                #expect(await eventually { gate.waiting == 100 })
                for _ in 0..<200 { #expect(try await web.state().state == .running) }
                #expect(gate.waiting == 100)
                gate.open()
                try await group.waitForAll()
            }
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

/// Where threads wait, as they do inside a call of libvirt that takes long.
///
/// Sound: all state is touched only with `condition` locked.
private final class Gate: @unchecked Sendable {
    private let condition = NSCondition()
    private var isOpen = false
    private var count = 0

    var waiting: Int { condition.withLock { count } }

    func wait() {
        condition.withLock {
            count += 1
            while !isOpen { condition.wait() }
            count -= 1
        }
    }

    func open() {
        condition.withLock {
            isOpen = true
            condition.broadcast()
        }
    }
}
