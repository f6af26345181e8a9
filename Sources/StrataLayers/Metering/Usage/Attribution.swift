internal import Quantities

/// A whole and the parts that it went to.
///
/// The last part but one is what is left of the kernel's own total when all that was measured is taken off it, so the
/// sum is the whole; it is more only where more was measured than the kernel's total has, which ``excess`` tells.
public struct Attribution<Kind: AttributedPart>: Codable, Sendable, Equatable {
    /// One part.
    public struct Part: Codable, Sendable, Equatable {
        /// What it went to.
        public var kind: Kind
        /// How much, in the unit of the whole.
        public var amount: Double
        /// Its share of the whole, from 0 to 1.
        public var share: Double
    }

    /// The whole: seconds of all processors, or bytes of memory, by the kernel's own count.
    public var total: Double
    /// The parts, from the guests down to what is unused.
    public var parts: [Part]

    /// How much of the whole went to that.
    public subscript(_ kind: Kind) -> Double { parts.first { $0.kind == kind }?.amount ?? 0 }

    /// How far the parts exceed the whole, as a share of it.
    public var excess: Double {
        total > 0 ? max(parts.reduce(0) { $0 + $1.amount } / total - 1, 0) : 0
    }

    /// Divides a whole; the remainder goes to ``AttributedPart/remainder``, and parts that may be missing and are zero
    /// are left out.
    init(total: Double, _ amounts: [Kind: Double]) {
        self.total = total
        let rest = total - amounts.values.reduce(0, +)
        parts = Kind.allCases.compactMap { kind in
            let amount = (amounts[kind] ?? 0) + (kind == Kind.remainder ? max(rest, 0) : 0)
            guard amount > 0 || !kind.isOptional else { return nil }
            return Part(kind: kind, amount: amount, share: total > 0 ? amount / total : 0)
        }
    }
}

/// The things that a whole goes to, in the order in which they are told.
public protocol AttributedPart: Codable, Hashable, Sendable, CaseIterable {
    /// Where what nobody was found to use goes.
    static var remainder: Self { get }
    /// Whether it is told of only when there is some.
    var isOptional: Bool { get }
}

/// What the time of the host's processors goes to.
public enum CPUPart: String, AttributedPart {
    /// The code of guests.
    case guestCode
    /// The VMM on behalf of guests.
    case vmm
    /// The host's kernel on behalf of guests and their VMM.
    case kernelForGuests
    /// Guests of which only the total is known.
    case undividedGuests
    /// The VMM's own programs: libvirt's daemons, those that serve its networks and devices, strata.
    case daemons
    /// Interrupts, and what the kernel puts off from them; for whom is not known.
    case interrupts
    /// All other work of the host.
    case otherWork
    /// What the hypervisor below gave to others.
    case stolen
    /// Nothing.
    case idle

    /// Other work: the programs that have nothing to do with guests are not looked at.
    public static var remainder: CPUPart { .otherWork }

    /// Whether it is told of only when there is some.
    public var isOptional: Bool { self == .undividedGuests }
}

/// What the memory of the host goes to.
public enum MemoryPart: String, AttributedPart {
    /// The memory of guests, as far as it is there.
    case guestMemory
    /// What the VMM needs for itself beside that.
    case vmm
    /// Guests and their VMM where the two cannot be told apart.
    case undividedGuests
    /// The tables by which processors find the guests' memory.
    case pageTables
    /// The VMM's own programs.
    case daemons
    /// Huge pages that are reserved and not in use.
    case reservedHugePages
    /// Files that are kept in memory.
    case pageCache
    /// All other programs, and the kernel itself.
    case other
    /// Nothing.
    case free

    /// Everything else: programs that have nothing to do with guests are not looked at.
    public static var remainder: MemoryPart { .other }

    /// Whether it is told of only when there is some.
    public var isOptional: Bool { self == .undividedGuests || self == .reservedHugePages }
}

extension Attribution where Kind == CPUPart {
    init(cpu begin: HostCounters, _ end: HostCounters, _ guests: [GuestUsage], since start: Double, seconds: Double) {
        var amounts: [CPUPart: Double] = [:]
        for cpu in guests.compactMap(\.cpu) {
            if let guest = cpu.guest, let vmm = cpu.vmm, let kernel = cpu.kernel {
                amounts[.guestCode, default: 0] += guest * seconds
                amounts[.vmm, default: 0] += vmm * seconds
                amounts[.kernelForGuests, default: 0] += kernel * seconds
            } else {
                amounts[.undividedGuests, default: 0] += cpu.total * seconds
            }
        }
        let before = Dictionary(begin.daemons.map { ($0.processID, $0.cpuSeconds) }) { first, _ in first }
        amounts[.daemons] = end.daemons.reduce(0) { sum, daemon in
            if let known = before[daemon.processID] { return sum + Growth.of(known, daemon.cpuSeconds) }
            // One that was overlooked until now: how much of its time is of this interval, nobody knows.
            return daemon.began >= start ? sum + daemon.cpuSeconds : sum
        }
        amounts[.interrupts] = Growth.of(begin.cpu.interrupts, end.cpu.interrupts)
        amounts[.stolen] = Growth.of(begin.cpu.stolen, end.cpu.stolen)
        amounts[.idle] = Growth.of(begin.cpu.idle, end.cpu.idle)
        self.init(total: Growth.of(begin.cpu.total, end.cpu.total), amounts)
    }
}

extension Attribution where Kind == MemoryPart {
    init(memory: MemoryCounters, _ guests: [GuestUsage], _ daemons: [DaemonCounters]) {
        var amounts: [MemoryPart: Double] = [:]
        for guest in guests where guest.state != "gone" {
            if let process = guest.memory.process {
                amounts[.guestMemory, default: 0] += Double(process.guest.bytes)
                amounts[.vmm, default: 0] += Double(process.own.bytes)
                amounts[.pageTables, default: 0] += Double(process.pageTables.bytes)
            } else {
                amounts[.undividedGuests, default: 0] += Double(guest.memory.resident?.bytes ?? 0)
            }
        }
        amounts[.daemons] = daemons.reduce(0) { $0 + Double($1.memory.bytes) }
        amounts[.reservedHugePages] = Double(memory.reservedHugePages.bytes)
        amounts[.pageCache] = Double(memory.pageCache.bytes)
        amounts[.free] = Double(memory.free.bytes)
        self.init(total: Double(memory.total.bytes), amounts)
    }
}
