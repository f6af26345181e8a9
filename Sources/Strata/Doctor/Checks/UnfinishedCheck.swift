internal import Libvirt

/// What processes of strata had begun when they died.
struct UnfinishedCheck: HealthCheck {
    static let name = "journal"

    /// How each kind of operation is brought to its end.
    private static let endings: [String: @Sendable (HostConnection) async -> [Failure]] = [
        HostChange.operation: { await DefinitionApply.finishEarlier(on: $0.connection, uri: $0.uri).failures },
        CreationStep.operation: { await GuestCreation.clearEarlier(on: $0).failures },
        RenamingStep.operation: { await GuestRenaming.finishEarlier(on: $0).failures },
        DeletionStep.operation: { await GuestDeletion.finishEarlier(on: $0.connection, uri: $0.uri).failures },
    ]

    func diagnoses(of patient: Patient) async throws -> [Diagnosis] {
        // The lock on a journal is given back at once: whoever mends takes it anew.
        let left = Leftover.all().map { (operation: $0.operation, host: $0.host, subjects: $0.subjects) }
        if left.isEmpty { return [.fine("nothing was left half-done")] }
        return left.map { work in
            let what = "\(work.operation) of \(work.subjects.joined(separator: ", ")) was begun, and its process died"
            let why = "it is half-done on \(work.host)"
            guard let host = patient.host, host.uri == work.host, let end = Self.endings[work.operation] else {
                return Diagnosis(.problem, what, why: why, remedy: "strata doctor --fix -c '\(work.host)'")
            }
            return Diagnosis(.problem, what, why: why, remedy: "strata doctor --fix") {
                if let failure = await end(host).first { throw failure }
            }
        }
    }
}
