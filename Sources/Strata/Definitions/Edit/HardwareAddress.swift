internal import Libvirt
internal import LibvirtXML

/// The hardware addresses of network adapters, as strings in lower case.
enum HardwareAddress {
    /// One as libvirt makes them, by its own prefix, that nobody has.
    static func random(avoiding taken: Set<String>) -> String {
        while true {
            let bytes = [0x52, 0x54, 0x00] + (1...3).map { _ in UInt8.random(in: .min ... .max) }
            let address = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined(separator: ":")
            if !taken.contains(address) { return address }
        }
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// The addresses of all guests' adapters, those that run and those that are kept.
    func takenAddresses() async throws -> Set<String> {
        let all = try await concurrently(try await HostEntry.domains(self)) { guest in
            let texts = try await guest.texts()
            return try [texts.persistent, texts.live].compactMap(\.self).flatMap {
                try XMLDocument(bytes: $0).addresses
            }
        }
        return Set(all.joined())
    }

    /// The edits, with an address for each new adapter that has none: what runs and what is kept shall have the same.
    func choosingAddresses(for edits: [DefinitionEdit]) async throws -> [DefinitionEdit] {
        let adapters = try edits.map { edit -> AdapterDescription? in
            guard case .addNetwork(let text) = edit else { return nil }
            return try AdapterDescription(text, option: "add-network")
        }
        guard adapters.contains(where: { $0 != nil && $0?.mac == nil }) else { return edits }
        var taken = try await takenAddresses().union(adapters.compactMap { $0?.mac })
        return zip(edits, adapters).map { edit, adapter in
            guard case .addNetwork(let text) = edit, let adapter, adapter.mac == nil else { return edit }
            let address = HardwareAddress.random(avoiding: taken)
            taken.insert(address)
            return .addNetwork(text + ",mac=" + address)
        }
    }
}

extension XMLNode {
    /// The hardware address of an adapter.
    var address: String? { value("mac/@address")?.trimmed.lowercased() }
}

extension XMLDocument {
    private var adapters: [XMLNode] { root.all("devices/interface") }

    /// The hardware addresses of a guest's adapters.
    var addresses: [String] { adapters.compactMap(\.address) }

    /// How many adapters have no address of their own.
    var countWithoutAddress: Int { adapters.count { $0.address == nil } }

    /// The addresses that its adapters have in `other`, of those that have none here.
    func lackingAddresses(in other: XMLDocument) -> [String?] {
        zip(adapters, other.adapters).filter { $0.0.address == nil }.map(\.1.address)
    }

    /// The document with addresses for the adapters that have none, in their order; `nil` leaves one as it is.
    func giving(_ addresses: [String?]) -> XMLDocument {
        var copy = self
        for (adapter, address) in zip(adapters.filter { $0.address == nil }, addresses) {
            guard let address else { continue }
            if let mac = adapter.first("mac") {
                copy.setAttribute("address", to: address, of: mac.id)
            } else {
                copy.insert(NewElement("mac", ["address": address]), into: adapter.id)
            }
        }
        return copy
    }

    /// The document with the addresses that its adapters have on a host.
    ///
    /// What is kept counts more than what runs: that is where the others are found again after the next start.
    func keepingAddresses(of hosts: [XMLDocument?]) -> XMLDocument {
        hosts.compactMap(\.self).reduce(self) { document, host in
            document.countWithoutAddress == 0 ? document : document.giving(document.addresses(from: host))
        }
    }

    /// For each adapter without an address the one of the host's adapter that it is or has become.
    private func addresses(from host: XMLDocument) -> [String?] {
        let own = Set(addresses)
        let free = host.adapters.enumerated().filter { $0.element.address.map { !own.contains($0) } ?? false }
        guard !free.isEmpty else { return [] }
        // What differs in nothing that matters, or in little, is found by comparing.
        let merged = host.becoming(self)?.adapters.filter { $0.address.map { !own.contains($0) } ?? true }
        let open = adapters.enumerated().filter { $0.element.address == nil }
        var found = open.indices.map { index in merged.flatMap { index < $0.count ? $0[index].address : nil } }
        // What was connected otherwise is the one that is left, or the one at its place.
        let rest = free.filter { !found.contains($0.element.address) }
        let lost = open.indices.filter { found[$0] == nil }
        for (number, index) in lost.enumerated() {
            let partner = rest.count == lost.count ? rest[number] : rest.first { $0.offset == open[index].offset }
            found[index] = partner?.element.address
        }
        return found
    }
}

extension DefinitionPlan {
    /// The plan with addresses for what running guests are given: the next boot shall find the same.
    func choosingAddresses(_ options: ApplyOptions, on connection: Connection) async throws -> DefinitionPlan {
        let counts = objects.map { $0.unknownAddresses(options) }
        guard counts.contains(where: { $0 > 0 }) else { return self }
        var taken = try await connection.takenAddresses()
        for object in objects { taken.formUnion(object.definition?.document.addresses ?? []) }
        var plan = self
        for (place, count) in counts.enumerated() {
            for _ in 0..<count {
                let address = HardwareAddress.random(avoiding: taken)
                taken.insert(address)
                plan.objects[place].newAddresses.append(address)
            }
        }
        return plan
    }
}
