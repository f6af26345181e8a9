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
        let verdict = try ThreeWay(file: definition.document, host).verdict
        if verdict.action == .nothing { known.insert(known.key(definition, host)) }
        return verdict.changes.map(\.path)
    }
}
