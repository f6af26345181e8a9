internal import Libvirt
internal import LibvirtXML

extension ConnectionReference where Mode == ReadWrite {
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
