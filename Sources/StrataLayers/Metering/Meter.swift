public import Libvirt

/// Takes samples of the guests behind a connection and of the host they run on.
///
/// One bulk call asks libvirt about all guests; the rest comes from `/proc`, for the host and for each hypervisor's
/// process. Nothing waits for a guest that is busy or hangs, and nothing needs root: what only root may read is left
/// out with its reason.
///
/// ```swift
/// var meter = Meter(host.readOnly)
/// let begin = try await meter.sample()
/// try await Task.sleep(for: .seconds(1))
/// let usage = Usage(from: begin, to: try await meter.sample())
/// ```
public struct Meter: Sendable {
    private let connection: ReadOnlyConnection
    private var host = HostMeter(files: HostFiles(root: "/"))
    private var mode: DriverMode?

    /// How many guests there were last time: libvirt asks one after the other.
    private var guests: Int?

    /// A meter of what is behind a connection.
    public init(_ connection: ReadOnlyConnection) { self.connection = connection }

    /// Takes a sample.
    ///
    /// - Parameter detail: What it is to hold beside the cheap counters.
    /// - Returns: The sample; a guest that went meanwhile is not in it.
    /// - Throws: `LibvirtError` when libvirt cannot be asked at all.
    public mutating func sample(_ detail: Sample.Detail = []) async throws -> Sample {
        let mode = try await driverMode()
        let statistics = try await statistics()
        let isHere = mode != .remote && mode != .test
        var sample = Sample(
            time: HostMeter.now,
            guests: statistics.map { GuestCounters($0, hasHypervisor: mode != .test) }.sorted { $0.name < $1.name })
        if isHere {
            host.read(into: &sample, detail)
        } else {
            sample.unavailable["host"] = "the guests' host is not this machine"
        }
        return sample
    }

    private mutating func driverMode() async throws -> DriverMode {
        if let mode { return mode }
        let known = DriverMode(connection: try await connection.uri)
        mode = known
        return known
    }

    /// Asks about the active guests, with one call.
    ///
    /// libvirt steps over guests that somebody else is busy with, but not over one whose hypervisor does not answer:
    /// it waits for that. The call is left alone then and another one made, which steps over that guest as well, for
    /// the first one is busy with it.
    private mutating func statistics() async throws -> [DomainStatistics<ReadOnly>] {
        let count: Int = if let guests { guests } else { try await connection.count(.activeDomains) }
        // A guest that answers takes a few milliseconds, on a busy host some ten.
        let statistics = try await ask(within: .seconds(2) + .milliseconds(50) * count, attempts: Self.attempts)
        guests = statistics.count
        return statistics
    }

    private func ask(within patience: Duration, attempts: Int) async throws -> [DomainStatistics<ReadOnly>] {
        let connection = connection
        do {
            return try await withDeadline(patience, waitingFor: "libvirt's statistics") {
                try await connection.domainStatistics(
                    [.state, .cpuTotal, .balloon, .vcpu, .interface, .block], [.active, .noWait])
            }
        } catch let error as LibvirtError where error.code == .operationTimeout && attempts > 1 {
            return try await ask(within: patience, attempts: attempts - 1)
        }
    }

    /// Each steps over one more hypervisor that hangs; libvirt serves five calls of a client at once.
    private static let attempts = 4
}
