internal import Faults
internal import Foundation
internal import Libvirt
internal import TestSupport

/// Does an operation again and again, each time with another of its calls failing.
enum Faults {
    /// Which call is to fail now, for operations that begin to count late.
    nonisolated(unsafe) private(set) static var target: Int32 = 0

    /// What must never happen.
    struct Violation: Error, CustomStringConvertible {
        let description: String
        init(_ operation: Operation, _ what: String) {
            let failed = faults_failed().map { String(cString: $0) } ?? "nothing"
            description = "\(operation.name), where \(failed) fails: \(what)"
        }
    }

    /// Answers how many calls the operation takes, each of which has failed once.
    static func run(_ operation: Operation, on makeURI: (URL) throws -> String) async throws -> Int32 {
        // Without a fault first, so that what happens once in a process has happened.
        try await attempt(operation, 0, makeURI)
        var number: Int32 = 1
        while try await attempt(operation, number, makeURI) { number += 1 }
        return number - 1
    }

    /// Answers whether there was a call of that number.
    @discardableResult
    private static func attempt(
        _ operation: Operation, _ number: Int32, _ makeURI: (URL) throws -> String
    ) async throws -> Bool {
        try await withTemporaryFolder { folder in
            let before = (LiveHandles.count, Lent.count)
            let uri = try makeURI(folder)
            let world = Operation.World(host: try await Connection.open(uri), uri: uri, folder: folder)
            try await operation.prepare(world)
            target = number
            faults_arm(number)
            let outcome = await outcome { try await operation.body(world) }
            faults_disarm()
            try judge(operation, outcome)
            let isLetGo = await eventually { LiveHandles.count == before.0 + 1 }
            guard isLetGo else { throw Violation(operation, "\(LiveHandles.count - before.0 - 1) handles stay") }
            let left = await world.host.close()
            guard left == 0 else { throw Violation(operation, "\(left) references keep the connection open") }
            let isGivenBack = await eventually { (LiveHandles.count, Lent.count) == before }
            guard isGivenBack else { throw Violation(operation, "libvirt keeps \(Lent.count - before.1) objects") }
            return faults_failed() != nil
        }
    }

    /// Whether the outcome is what the failed call, if any, must lead to.
    private static func judge(_ operation: Operation, _ outcome: Result<Void, any Error>) throws {
        if let name = faults_misplaced() {
            throw Violation(operation, "\(String(cString: name)) may block, and was called where nothing may")
        }
        let failed = faults_failed().map { String(cString: $0) }
        let isSurvived = failed.map(operation.survives.contains) ?? true
        switch outcome {
        case .success where !isSurvived || operation.endsWith != nil:
            throw Violation(operation, "nobody heard of it")
        case .success: break
        case .failure(let error):
            let expected = isSurvived ? operation.endsWith : failed
            guard let error = error as? LibvirtError, let call = error.call, call == expected, error.subject != nil
            else { throw Violation(operation, "the error is \(error)") }
        }
    }

    private static func outcome(of body: () async throws -> Void) async -> Result<Void, any Error> {
        do { return .success(try await body()) } catch { return .failure(error) }
    }
}
