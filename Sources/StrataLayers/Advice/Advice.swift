internal import Glibc
public import Libvirt
internal import LibvirtXML

/// What could be better with guests and their host: findings of rules, each with its evidence.
///
/// ```swift
/// let advice = try await Advice.read(host.readOnly, over: .seconds(5))
/// for finding in advice.findings { print(finding.problem, finding.command ?? finding.remedy ?? "") }
/// ```
public struct Advice: Codable, Sendable, Equatable {
    /// The findings, what is gained most by first.
    public var findings: [Suggestion]
    /// The guests that were looked at, running or not.
    public var guests: [String]
    /// How long was measured, in seconds.
    public var seconds: Double

    /// Measures, reads the definitions, and asks every rule.
    ///
    /// - Parameters:
    ///   - connection: Where the guests are. Only looks.
    ///   - time: How long to measure; what guests do at other times is not known.
    ///   - names: Only these guests; all of them when empty.
    ///   - drivers: Tells what drivers a system has, by the id in the guest's definition; `nil` when it does not know.
    /// - Returns: What was found.
    /// - Throws: `LibvirtError`, with code `noDomain` when there is no guest of one of the names.
    public static func read(
        _ connection: ReadOnlyConnection, over time: Duration = .seconds(5), about names: Set<String> = [],
        drivers: (_ system: String) -> SystemDrivers? = { _ in nil }
    ) async throws -> Advice {
        var guests: [AdvisedGuest] = []
        for domain in try await domains(connection, names) {
            do {
                guests.append(try await AdvisedGuest(domain, drivers))
            } catch let error as LibvirtError where error.code == .noDomain && names.isEmpty {
                continue  // it went while we looked
            }
        }
        var meter = Meter(connection)
        let begin = try await meter.sample()
        try await Task.sleep(for: time)
        let usage = Usage(from: begin, to: try await meter.sample(.memoryMaps))
        for index in guests.indices { guests[index].usage = usage.guests.first { $0.name == guests[index].name } }
        let host = try await AdvisedHost(connection, usage)
        let evidence = AdviceEvidence(host: host, guests: guests)
        return Advice(
            findings: AdviceRule.all.flatMap { $0.findings(in: evidence) }, guests: guests.map(\.name),
            seconds: usage.seconds)
    }

    private static func domains(
        _ connection: ReadOnlyConnection, _ names: Set<String>
    ) async throws -> [ReadOnlyDomain] {
        if names.isEmpty { return try await connection.domains().sorted { $0.name < $1.name } }
        var found: [ReadOnlyDomain] = []
        for name in names.sorted() { found.append(try await connection.domain(named: name)) }
        return found
    }
}

extension AdvisedGuest {
    fileprivate init(_ domain: ReadOnlyDomain, _ drivers: (String) -> SystemDrivers?) async throws {
        let live = try DomainDocument(xml: try await domain.xml())
        // A transient guest has nothing else.
        let kept = try? DomainDocument(xml: try await domain.xml(inactive: true))
        self.init(name: domain.name, kept: kept ?? live, live: live)
        self.drivers = live.operatingSystemEntry.flatMap(drivers)
    }
}

extension AdvisedHost {
    fileprivate init(_ connection: ReadOnlyConnection, _ usage: Usage) async throws {
        self.init()
        // Without it the host is another machine.
        guard let used = usage.host else { return }
        let reading = HostReader().read()
        hardware = reading.hardware
        layer = reading.host
        accelerator = await connection.servingAccelerator(reading)
        self.usage = used
        localTime = Self.localTime()
    }

    private static func localTime() -> Duration {
        var now = time(nil), local = tm()
        return localtime_r(&now, &local) == nil ? .zero : .seconds(local.tm_gmtoff)
    }
}
