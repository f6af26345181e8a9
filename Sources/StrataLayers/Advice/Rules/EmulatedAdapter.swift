internal import LibvirtXML

extension AdviceRule {
    /// A network adapter that the VMM plays register by register, where the guest has a driver for virtio's.
    static let emulatedAdapter = AdviceRule("emulated-adapter") { guest, _ in
        let driver = guest.virtioEvidence(
            \.network, siblings: "devices/interface", at: "model/@type", "network adapter")
        guard let driver else { return [] }
        let adapters = Array(guest.kept.node.all("devices/interface").enumerated())
        return adapters.compactMap { number, node in
            guard let model = node.value("model/@type"),
                VirtualDevice.style(kind: .interface, model: model) == .emulated
            else { return nil }
            let used = guest.usage?.interfaces.indices.contains(number) == true ? guest.usage?.interfaces[number] : nil
            let packets = used.map { "\(CompactNumber.tenths($0.packets)) packets a second" }
            return Suggestion(
                "emulated-adapter", "network adapter \(number + 1) is emulated (\(model))",
                evidence: [driver, packets, guest.usage?.cpu?.costWords].compactMap(\.self),
                gain: "several times the throughput for the same processor time",
                risk: "the guest may give the adapter another name: a fixed address in its own set-up follows the name",
                changes: [.networkModel(adapter: node.value("mac/@address") ?? "\(number + 1)", model: "virtio")])
        }
    }
}
