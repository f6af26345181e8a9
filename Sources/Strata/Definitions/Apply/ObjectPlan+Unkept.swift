internal import Libvirt
internal import LibvirtXML

extension ObjectPlan {
    /// Where a guest that is off is kept otherwise than its file has it, although that has just been defined.
    ///
    /// libvirt passes over some things without a word, such as the time-out of a boot menu that is off: the file and the
    /// host would differ for ever. Where nothing does, the next comparison need not look.
    func unkept(_ steps: [HostChange], _ connection: Connection, _ known: KnownGood) async throws -> [String] {
        guard let definition, steps.count == 1, case .define(let name, _, _) = steps[0], name.kind == .domain,
            !isActive
        else { return [] }
        let guest = try await connection.domain(named: name.name)
        let host = HostEntry.Texts(persistent: Array(try await guest.xml([.inactive, .secure]).utf8))
        let forms = try ThreeWay(file: definition.document, host)
        // Of guests that differ in their names alone, comparing one is enough.
        let shape = forms.persistent.flatMap { ComparisonShape($0.shape, asked: definition.document.shape) }
        let isKnown = known.contains(shape), verdict = isKnown ? nil : forms.verdict
        if verdict?.action ?? .nothing == .nothing {
            let mark = forms.persistent?.mark
            if definition.mark(insteadOf: mark) == mark { known.insert(known.key(definition, host)) }
            known.insert(shape)
        }
        return verdict?.changes.map(\.path) ?? []
    }
}
