extension DefinitionApply {
    /// What came of one thing.
    public struct Outcome: Sendable, Encodable {
        /// What it is about.
        public var name: DefinedName
        /// What was planned.
        public var action: PlannedAction
        /// What was done, in words.
        public var done: String
        /// Whether there was nothing to do but to wait: it has its definition at its next start.
        public var isWaiting = false
        /// Whether its next start goes on with a saved state, and with another definition than its file.
        public var isSavedOtherwise = false
        /// Why it was not done.
        public var failure: Failure?
        /// Where the host keeps something else than was defined: libvirt passes over what it has no use for.
        public var unkept: [String] = []

        private enum CodingKeys: String, CodingKey {
            case kind, name, action, outcome, unkept, isSavedOtherwise, reason, hint
        }

        /// Encodes the kind, the name, what was planned and what was done, or why it was not.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name.kind, forKey: .kind)
            try container.encode(name.name, forKey: .name)
            try container.encode(action, forKey: .action)
            try container.encode(done, forKey: .outcome)
            if !unkept.isEmpty { try container.encode(unkept, forKey: .unkept) }
            if isSavedOtherwise { try container.encode(true, forKey: .isSavedOtherwise) }
            try container.encodeIfPresent(failure?.why, forKey: .reason)
            try container.encodeIfPresent(failure?.hint, forKey: .hint)
        }
    }
}

extension ObjectPlan {
    func failed(_ failure: Failure) -> DefinitionApply.Outcome {
        var failure = failure.refusing(name, from: file)
        // libvirt's own subject is the connection, which tells nobody which of many it was.
        if !failure.what.contains(name.name), definition.map({ failure.what.contains($0.path) }) != true {
            failure.what = "\(name)"
        }
        return DefinitionApply.Outcome(name: name, action: action, done: "failed", failure: failure)
    }

    /// What comes of it when these steps are done.
    func outcome(_ options: ApplyOptions, _ steps: [HostChange]) -> DefinitionApply.Outcome {
        let changes = steps.filter { if case .mark = $0 { false } else { true } }
        var done = words(changes)
        if changes.count < steps.count, let definition { done += ", belongs to \(definition.folder) from now on" }
        var outcome = DefinitionApply.Outcome(name: name, action: action, done: done)
        outcome.isWaiting = [.changeLive, .changeAtNextBoot].contains(action) && changes.isEmpty
        outcome.isSavedOtherwise = isSavedOtherwise
        return outcome
    }

    /// What has been done, in words for the user.
    private func words(_ steps: [HostChange]) -> String {
        if steps.contains(where: { if case .start = $0 { true } else { false } }) { return "changed and restarted" }
        switch action {
        case .nothing: return "unchanged"
        case .create: return steps.count > 1 ? "created and started" : "created"
        case .remove: return isActive ? "removed; it runs on until it stops" : "removed"
        case .recreate: return "failed"
        case .changeLive, .changeAtNextBoot: break
        }
        if name.kind == .volume || name.kind == .domain && !isActive { return "changed" }
        let isLive = steps.count > (verdict.stored.isEmpty ? 0 : 1)
        let waits = verdict.waitsForBoot && (!isLive || changes.contains { $0.effect == .nextBoot })
        switch (isLive, steps.isEmpty, waits) {
        case (true, _, true): return "changed now, the rest takes effect at its next start"
        case (true, _, false): return "changed now"
        case (false, true, _): return "waits for its next start"
        case (false, false, true): return "changed, takes effect at its next start"
        case (false, false, false): return "changed"
        }
    }
}
