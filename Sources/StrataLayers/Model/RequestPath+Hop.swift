extension RequestPath {
    /// One place that a request comes through.
    public struct Hop: Codable, Sendable, Equatable {
        /// What it is.
        public var kind: Kind
        /// Its name: of a driver, a thread, a file, a bridge.
        public var name: String
        /// Who runs it.
        public var runner: Runner
        /// What else is known of it, in words.
        public var details: [String]
        /// What a request costs here on its way down.
        public var request: [Cost]
        /// What an answer costs here on its way up.
        public var answer: [Cost]
        /// Where somebody counts here; `nil` where nobody does.
        public var counter: Counter?
        /// What was counted in the last interval.
        public var measured: HopMeasurement?
        /// Why a fact is missing, by the fact's JSON key.
        public var unavailable: [String: String]

        /// A hop with what is known of it.
        public init(
            _ kind: Kind, _ name: String, by runner: Runner, details: [String] = [], request: [Cost] = [],
            answer: [Cost] = [], counter: Counter? = nil, measured: HopMeasurement? = nil,
            unavailable: [String: String] = [:]
        ) {
            self.kind = kind
            self.name = name
            self.runner = runner
            self.details = details
            self.request = request
            self.answer = answer
            self.counter = counter
            self.measured = measured
            self.unavailable = unavailable
        }
    }

    /// Who runs a hop.
    public enum Runner: String, Codable, Sendable, CaseIterable {
        /// The guest's own system.
        case guest
        /// The hypervisor's process.
        case vmm
        /// The kernel of the host.
        case hostKernel
        /// No program.
        case hardware
        /// Another machine.
        case elsewhere
    }

    /// What a hop costs, beside the work itself.
    public struct Cost: Codable, Sendable, Equatable {
        /// The costs there are.
        public enum Kind: String, Codable, Sendable {
            /// A processor moves the data from one place in memory to another.
            case copy
            /// A processor leaves what it does for something else: another thread, the kernel, the VMM.
            case contextSwitch
        }

        /// Which one.
        public var kind: Kind
        /// Why, in words.
        public var reason: String

        /// A copy of the data.
        public static func copy(_ reason: String) -> Cost { Cost(kind: .copy, reason: reason) }

        /// A change of what the processor does.
        public static func contextSwitch(_ reason: String) -> Cost { Cost(kind: .contextSwitch, reason: reason) }
    }

    /// Where a hop is counted.
    public struct Counter: Codable, Sendable, Equatable {
        /// Who counts.
        public enum Origin: String, Codable, Sendable {
            /// The hypervisor, a disk of the guest.
            case guestDisk
            /// The hypervisor, an adapter of the guest.
            case guestInterface
            /// The host's kernel, a thread of the hypervisor.
            case thread
            /// The host's kernel, a disk.
            case blockDevice
            /// The host's kernel, an adapter.
            case networkDevice
        }

        /// Who counts.
        public var origin: Origin
        /// The name of what is counted.
        public var name: String

        /// A counter of that name.
        public init(_ origin: Origin, _ name: String) {
            self.origin = origin
            self.name = name
        }
    }
}

extension RequestPath.Hop {
    /// What a hop is.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// The driver in the guest.
        case guestDriver
        /// The device that the guest sees.
        case virtualDevice
        /// The thread that serves the device.
        case thread
        /// A file with a disk's content, or with what lies below it.
        case image
        /// Storage that another machine serves.
        case remoteStorage
        /// What holds the files.
        case filesystem
        /// The host's end of a cable into the guest.
        case tap
        /// The VMM's own network, without the host's kernel.
        case userNetwork
        /// A filter on the adapter.
        case filter
        /// A switch in the host's kernel.
        case bridge
        /// The host's kernel as a router.
        case route
        /// A device made of others: a partition, a volume, a mirror.
        case blockLayer
        /// The driver of the host.
        case hostDriver
        /// The device itself.
        case hardware
    }
}

/// What was counted at one hop, per second.
///
/// A number that its counter does not have is `nil`.
public struct HopMeasurement: Codable, Sendable, Equatable {
    /// Requests or packets.
    public var requests: Double?
    /// Bytes on their way from the guest: written, sent.
    public var bytesDown: Double?
    /// Bytes on their way to the guest: read, received.
    public var bytesUp: Double?
    /// How long a request took on average, in seconds, with all hops below; `nil` when there was none.
    public var latency: Double?
    /// The time on processors, in processors.
    public var processor: Double?
    /// How often the guest's code was left, for whatever reason; only KVM counts that.
    public var exits: Double?

    /// A measurement of nothing yet.
    public init(
        requests: Double? = nil, bytesDown: Double? = nil, bytesUp: Double? = nil, latency: Double? = nil,
        processor: Double? = nil, exits: Double? = nil
    ) {
        self.requests = requests
        self.bytesDown = bytesDown
        self.bytesUp = bytesUp
        self.latency = latency
        self.processor = processor
        self.exits = exits
    }
}
