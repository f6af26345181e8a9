public import Libvirt

/// Watches whether a host stays as a folder of definitions says.
///
/// It is compared anew after events of the host; what came together is compared once. libvirt tells of definitions,
/// starts, ends, devices, balloons, tuning and notes, but not of every change to a kept definition: those are seen at
/// the next event, or after a fixed time where one is given.
public struct DriftWatch: Sendable {
    /// The files and folders; they are read anew each time.
    public var paths: [String]
    /// After which time it is compared also without an event.
    public var interval: Duration?

    /// A watch over files and folders.
    public init(_ paths: [String], every interval: Duration? = nil) { (self.paths, self.interval) = (paths, interval) }

    /// Reports what differs at the beginning, and then each thing whose difference is another than before.
    ///
    /// - Parameters:
    ///   - connection: The host.
    ///   - report: Gets what changed, with action `nothing` for what is as its file says again; answers whether to go on.
    /// - Throws: ``Failure`` when the host goes away, or when a file becomes unreadable; `CancellationError` ends it.
    public func follow(on connection: Connection, report: @escaping @Sendable (ObjectPlan) throws -> Bool) async throws
    {
        // One waiting event is enough: a comparison sees everything that happened before it.
        let (ticks, tick) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let sources = try await subscriptions(connection)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for source in sources {
                group.addTask {
                    while try await source() { tick.yield() }
                }
            }
            if let interval {
                group.addTask {
                    while true {
                        try await Task.sleep(for: interval)
                        tick.yield()
                    }
                }
            }
            group.addTask {
                var known: [DefinedName: String] = [:]
                tick.yield()
                for await _ in ticks where try await !compare(connection, &known, report) { return }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func compare(
        _ connection: Connection, _ known: inout [DefinedName: String], _ report: (ObjectPlan) throws -> Bool
    ) async throws -> Bool {
        let plan = try await DefinitionPlan.make(try await DefinitionSet.read(paths), on: connection)
        if let failure = plan.failures.first { throw failure }
        for object in plan.objects {
            let now = object.action == .nothing ? nil : "\(object.action) \(object.changes)"
            let isNews = known[object.name] != now
            known[object.name] = now
            if isNews, try !report(object) { return false }
        }
        return true
    }

    private typealias Source = @Sendable () async throws -> Bool

    /// Whatever the host's driver tells of; lifecycles it must.
    private func subscriptions(_ connection: Connection) async throws -> [Source] {
        var sources: [Source] = []
        func add<Event>(_ events: EventSequence<Event>) async throws {
            let subscription = try await events.subscribe()
            sources.append { try await subscription.next() != nil }
        }
        try await add(connection.domainEvents(.lifecycle))
        try? await add(connection.domainEvents(.deviceAdded))
        try? await add(connection.domainEvents(.deviceRemoved))
        try? await add(connection.domainEvents(.balloonChange))
        try? await add(connection.domainEvents(.tuning))
        try? await add(connection.domainEvents(.diskChange))
        try? await add(connection.networkEvents(.lifecycle))
        try? await add(connection.storagePoolEvents(.lifecycle))
        try? await add(connection.storagePoolEvents(.refresh))
        return sources
    }
}
