/// One rule: what it looks at, and what it has to say.
///
/// Rules are pure: everything that they know stands in the evidence.
struct AdviceRule: Sendable {
    /// The rule's name, which its findings carry.
    let name: String
    private let find: @Sendable (AdviceEvidence) -> [Suggestion]

    /// A rule about each guest on its own.
    init(_ name: String, guest find: @escaping @Sendable (AdvisedGuest, AdvisedHost) -> [Suggestion]) {
        self.name = name
        self.find = { evidence in
            evidence.guests.flatMap { guest in
                find(guest, evidence.host).map { finding in
                    var finding = finding
                    finding.guest = guest.name
                    return finding
                }
            }
        }
    }

    /// A rule about the host with all its guests.
    init(_ name: String, host find: @escaping @Sendable (AdviceEvidence) -> [Suggestion]) {
        self.name = name
        self.find = find
    }

    func findings(in evidence: AdviceEvidence) -> [Suggestion] { find(evidence) }

    /// All rules, what is gained most by first.
    static let all: [AdviceRule] = [
        .noHostAcceleration, .noAcceleration, .unsafeCache, .waitingProcessors, .swappedGuest, .emulatedDisk,
        .emulatedAdapter, .slowCache, .deepChain, .noIOThread, .oldProcessorModel, .slowClock, .splitNodes,
        .noHugePages, .unusedMemory, .noPageMerging, .wrongClock,
    ]
}
