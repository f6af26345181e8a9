internal import LibvirtXML

extension AdviceRule {
    /// Code that is translated although the processor could run it.
    static let noAcceleration = AdviceRule("no-kvm") { guest, host in
        guard guest.isEmulated, host.accelerator?.kind == .kvm, let architecture = host.layer.architecture,
            guest.kept["os/type/@arch"] ?? architecture == architecture
        else { return [] }
        let code = guest.usage?.cpu?.guest.map { "its code takes \(CompactNumber.tenths($0 * 100)) % of a processor" }
        return [
            Suggestion(
                "no-kvm", "it is emulated, though this host has KVM",
                evidence: ["<domain type='qemu'>", code].compactMap(\.self),
                gain: "its code runs on the processor itself, often ten times as fast",
                risk: "it sees another processor; saved states of it can not be restored",
                changes: [.set(field: "type", value: "kvm")])
        ]
    }
}
