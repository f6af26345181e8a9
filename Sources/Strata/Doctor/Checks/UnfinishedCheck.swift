internal import Libvirt

/// What processes of strata had begun when they died.
struct UnfinishedCheck: HealthCheck {
    static let name = "journal"

    /// How each kind of operation is brought to its end.
    private static let endings: [String: @Sendable (HostConnection) async throws -> [Failure]] = [
        HostChange.operation: {
            try failures(of: await DefinitionApply.finishEarlier(on: $0.connection, uri: $0.uri))
        },
        RenamingStep.operation: { try failures(of: await GuestRenaming.finishEarlier(on: $0)) },
        CreationStep.operation: { await GuestCreation.clearEarlier(on: $0).failures },
        DeletionStep.operation: { await GuestDeletion.finishEarlier(on: $0.connection, uri: $0.uri).failures },
    ]

    /// What could not be brought to an end; what is given up is mended by that, but is to be said.
    private static func failures(of works: [EarlierWork]) throws -> [Failure] {
        let left = works.compactMap { if case .leftAlone = $0.outcome { $0.note } else { nil } }
        if works.failures.isEmpty, !left.isEmpty { throw LeftAlone(left.joined(separator: "; ")) }
        return works.failures
    }

    func diagnoses(of patient: Patient) async throws -> [Diagnosis] {
        // The lock on a journal is given back at once: whoever mends takes it anew.
        let left = Leftover.all().map { left in
            (left.operation, left.host, left.subjects.joined(separator: ", "), left.hasFailed)
        }
        if left.isEmpty { return [.fine("nothing was left half-done")] }
        return left.map { operation, uri, subjects, hasFailed in
            let end = hasFailed ? "failed, and could not be taken back" : "was begun, and its process died"
            let what = "\(operation) of \(subjects) \(end)"
            let why = "it is half-done on \(uri)"
            guard let host = patient.host, host.uri == uri, let end = Self.endings[operation] else {
                return Diagnosis(.problem, what, why: why, remedy: "strata doctor --fix -c '\(uri)'")
            }
            return Diagnosis(.problem, what, why: why, remedy: "strata doctor --fix") {
                if let failure = try await end(host).first { throw failure }
            }
        }
    }
}
