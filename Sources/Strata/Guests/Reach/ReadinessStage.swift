/// How far a guest has come on its way to somebody who can log in.
public enum ReadinessStage: String, CaseIterable, Codable, Sendable {
    /// The hypervisor runs it.
    case poweredOn = "powered-on"
    /// Its firmware or its boot loader is at work.
    case firmware
    /// Its operating system's kernel is at work.
    case kernel
    /// It answers on the network, or knows its address.
    case network
    /// QEMU's agent in it answers.
    case agent
    /// cloud-init has done what it does on a boot.
    case cloudInit = "cloud-init"
    /// Its SSH server answers.
    case ssh

    /// The stages that are proven together with this one: nobody answers over SSH without a kernel.
    ///
    /// The agent needs no network, and SSH no agent: these do not prove each other.
    public var implied: Set<ReadinessStage> {
        switch self {
        case .poweredOn: []
        case .firmware: [.poweredOn]
        case .kernel: [.poweredOn, .firmware]
        case .network, .agent: [.poweredOn, .firmware, .kernel]
        case .cloudInit: [.poweredOn, .firmware, .kernel]
        case .ssh: [.poweredOn, .firmware, .kernel, .network]
        }
    }
}

extension ReadinessStage: Comparable {
    /// Whether the one stage most often comes before the other.
    public static func < (left: Self, right: Self) -> Bool { left.position < right.position }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What was observed of a guest, and what it proves.
public struct ReadinessProof: Hashable, Codable, Sendable {
    /// The stage that it proves.
    public var stage: ReadinessStage
    /// What was observed, in words, such as `QEMU's agent answers`.
    public var observation: String

    /// A proof of `stage`.
    public init(_ stage: ReadinessStage, _ observation: String) {
        self.stage = stage
        self.observation = observation
    }
}
