/// What has been observed of a guest so far.
struct ReadinessRecord: Sendable {
    /// The proofs, one for each stage at most, in the order in which they came.
    private(set) var proofs: [ReadinessProof] = []
    private var proven: Set<ReadinessStage> = []

    /// Takes a proof down; answers whether it is news: what a later stage has proven already is not.
    mutating func add(_ proof: ReadinessProof) -> Bool {
        guard !proves(proof.stage) else { return false }
        proofs.append(proof)
        proven.formUnion(proof.stage.implied.union([proof.stage]))
        return true
    }

    /// Forgets what was observed of the boot before; the hypervisor still runs the guest.
    mutating func beginAnew() {
        proofs.removeAll { $0.stage != .poweredOn }
        proven = Set(proofs.map(\.stage))
    }

    /// Whether something that was observed proves the stage, itself or by a later one.
    func proves(_ stage: ReadinessStage) -> Bool { proven.contains(stage) }

    /// The proof of the last stage that was reached.
    var last: ReadinessProof? { proofs.max { $0.stage < $1.stage } }
}
