/// What happened between two samples: where the host's time and memory went, and what each guest did.
public struct Usage: Codable, Sendable, Equatable {
    /// How long it was.
    public var seconds: Double
    /// The host; `nil` where it is not this machine.
    public var host: HostUsage?
    /// The guests, by name.
    public var guests: [GuestUsage]
    /// Why a fact is missing, by the fact's JSON key.
    public var unavailable: [String: String]

    /// The difference of two samples of one meter.
    public init(from begin: Sample, to end: Sample) {
        seconds = max(end.time - begin.time, 0)
        let before = Dictionary(begin.guests.map { ($0.uuid, $0) }) { first, _ in first }
        let interval = Interval(kernel: seconds, libvirt: max(end.statisticsTime - begin.statisticsTime, 0))
        guests = end.guests.map { GuestUsage(from: before[$0.uuid], to: $0, interval) }
        let present = Set(end.guests.map(\.uuid))
        guests += begin.guests.filter { !present.contains($0.uuid) }.map { GuestUsage(gone: $0) }
        guests.sort { $0.name < $1.name }
        unavailable = end.unavailable
        if let first = begin.host, let last = end.host {
            host = HostUsage(from: first, to: last, guests: guests, since: begin.time, seconds: seconds)
        }
    }

    /// The usage with the guests of those names only; the host stays as it was, with all of them.
    public func showing(only names: Set<String>) -> Usage {
        var result = self
        result.guests = guests.filter { names.contains($0.name) }
        return result
    }

    /// What has to be known to read the numbers rightly.
    public var notes: [String] {
        var notes: [String] = []
        if guests.contains(where: { $0.isEmulated == true }) {
            notes.append(
                "emulation: no processor runs the guest's code, the VMM translates it. What counts as the guest's code is "
                    + "all that its vCPU threads do outside the kernel: translating, running what comes of it, and "
                    + "playing the devices that the guest touches. What counts as the VMM are its other threads.")
        }
        if let host, host.cpu.excess > 0.02 {
            notes.append(
                "the guests and daemons used more than the kernel's own total says: it counts in ticks, and a longer "
                    + "--interval evens that out")
        }
        return notes
    }
}

/// How much time passed for each of the two sources.
struct Interval {
    let kernel: Double
    let libvirt: Double
}

/// Counters that grow, and begin anew with their guest.
enum Growth {
    static func of(_ begin: UInt64, _ end: UInt64) -> Double { Double(end >= begin ? end - begin : end) }
    static func of(_ begin: Double, _ end: Double) -> Double { end >= begin ? end - begin : end }
}
