/// What needs something that failed is left alone: it would be half of what was meant, or could not start.
extension DefinitionPlan {
    /// Takes out what needs things whose files cannot be used, and what needs these in turn.
    mutating func holdBack(whatNeeds refused: [DefinedName: Failure]) {
        var refused = refused
        // What others need comes before them.
        for object in objects where object.action != .nothing {
            guard let failure = object.failure(of: refused) else { continue }
            failures.append(failure)
            refused[object.name] = failure
        }
        let left = Set(objects.map(\.name)).intersection(refused.keys)
        objects.removeAll { left.contains($0.name) }
    }
}

extension ObjectPlan {
    /// Why nothing is done for it, where something that it needs has failed.
    func failure(of failed: [DefinedName: Failure]) -> Failure? {
        guard let definition, let need = definition.references.first(where: { failed[$0.name] != nil }),
            let cause = failed[need.name]
        else { return nil }
        return Failure(
            cause.kind, "\(definition.path):\(need.line)", "\(name) needs \(need.name), and that failed",
            hint: "nothing was done for it; mend \(cause.what) first, and apply again")
    }
}
