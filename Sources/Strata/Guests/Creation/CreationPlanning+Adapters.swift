internal import FoundationEssentials
internal import Libvirt
internal import LibvirtXML

extension CreationPlanning {
    /// The adapters that were asked for, each with something behind it.
    mutating func findAdapters() async throws -> [AdapterDescription] {
        let adapters = try await findConnections()
        guard case .image = spec.source else { return adapters }
        // What the image is told of its adapters is said by their addresses.
        return adapters.map { adapter in
            var adapter = adapter
            adapter.mac = adapter.mac ?? Self.newAddress()
            return adapter
        }
    }

    /// An address out of the range that QEMU uses.
    private static func newAddress() -> String {
        let bytes = (0..<3).map { _ in UInt8.random(in: .min ... .max) }
        return (["52", "54", "00"] + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }).joined(separator: ":")
    }

    private mutating func findConnections() async throws -> [AdapterDescription] {
        guard let wanted = spec.adapters else { return [try await usualAdapter()] }
        for adapter in wanted {
            switch (adapter.type, adapter.source) {
            case (.network, let name?): try await take(network: name)
            case (.bridge, let name?):
                try checkDevice(name, "bridge", at: "\(name)/bridge")
            case (.direct, let name?): try checkDevice(name, "adapter", at: name)
            default: break
            }
        }
        try await refuseTakenAddresses(wanted)
        return wanted
    }

    private mutating func take(network name: String) async throws {
        guard !networks.contains(where: { $0.name == name }),
            let choice = try await NetworkChoice.find(name, on: connection)
        else { return }
        networks.append(choice)
        notes.append(choice.note)
    }

    /// libvirt's usual network where it is there; else the way that needs nothing of the host.
    private mutating func usualAdapter() async throws -> AdapterDescription {
        guard await NetworkChoice.isThere(NetworkChoice.usual, on: connection) else {
            notes.append("there is no network '\(NetworkChoice.usual)': the guest gets out by --network user")
            return AdapterDescription(.user)
        }
        try await take(network: NetworkChoice.usual)
        return AdapterDescription(.network, NetworkChoice.usual)
    }

    private func checkDevice(_ name: String, _ word: String, at place: String) throws {
        guard mode != .remote, mode != .test, !FileManager.default.fileExists(atPath: "/sys/class/net/" + place)
        else { return }
        throw Failure(
            .missingFile, "--network \(word == "bridge" ? "bridge" : "direct")=\(name)", "the host has no such \(word)",
            hint: "strata host nics shows what there is")
    }

    /// Two guests with one hardware address on one network are out of reach, both of them, now and then.
    private func refuseTakenAddresses(_ adapters: [AdapterDescription]) async throws {
        let addresses = Set(adapters.compactMap(\.mac))
        guard !addresses.isEmpty else { return }
        for (name, definition) in try await connection.keptGuests() {
            let taken = definition.interfaces.compactMap { $0.mac?.lowercased() }.first(where: addresses.contains)
            guard let taken else { continue }
            throw Failure(
                .nameTaken, "--network mac=\(taken)", "guest '\(name)' has that hardware address",
                hint: "leave mac= out, and the guest gets one of its own")
        }
    }
}
