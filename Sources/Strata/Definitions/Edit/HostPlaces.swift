internal import Libvirt
internal import LibvirtXML

extension ConnectionReference where Mode == ReadWrite {
    /// Refuses an edited definition that names what the host does not have, or asks for what it cannot give.
    ///
    /// libvirt keeps most of that, and says so only when the guest does not start. What was so before the edit stays
    /// as it is.
    ///
    /// - Throws: ``Failure`` with the first thing that is wrong since the edit, and what to do about it.
    func checkFits(_ edited: DomainDocument, after original: DomainDocument, at place: String) async throws {
        let host = try await HostFacts.read(for: edited, on: self)
        let known = Set(original.check(on: host).map(\.sort))
        if let new = edited.check(on: host).first(where: { !known.contains($0.sort) }) {
            throw Failure(.badDefinition, place, new.message, hint: new.remedy)
        }
    }

    /// Refuses processors and NUMA nodes that the host does not have.
    ///
    /// libvirt keeps them, and says so only when the guest does not start.
    ///
    /// - Throws: ``InvalidValue`` with what there is.
    func checkPlaces(in edits: [DefinitionEdit]) async throws {
        let paths = ["host-processors": "host/topology/cells/cell/cpus/cpu", "host-nodes": "host/topology/cells/cell"]
        for case .set(let field, let value) in edits {
            guard let path = paths[field], let wanted = NumberSet(text: value) else { continue }
            let host = try XMLDocument(xml: try await capabilities)
            let there = NumberSet(host.root.all(path).compactMap { $0.attribute("id").flatMap { Int($0) } })
            // A host that does not tell its topology has them or not.
            guard !there.numbers.isEmpty, !Set(wanted.numbers).isSubset(of: there.numbers) else { continue }
            throw InvalidValue(field, value, "the host has only \(there.text)")
        }
    }
}
