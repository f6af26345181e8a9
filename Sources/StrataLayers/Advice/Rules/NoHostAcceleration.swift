extension AdviceRule {
    /// A host on which every guest's code is translated.
    static let noHostAcceleration = AdviceRule(
        "no-host-kvm",
        host: { evidence in
            guard let accelerator = evidence.host.accelerator, accelerator.kind == .emulation, !evidence.guests.isEmpty
            else { return [] }
            let code = evidence.host.usage.map { usage in
                "guests' code takes \(CompactNumber.tenths(usage.cpu[.guestCode] / max(usage.cpu.total, 1e-9) * 100)) % "
                    + "of the host's processors"
            }
            let nesting = evidence.host.layer.nesting
            return [
                Suggestion(
                    "no-host-kvm", "this host runs guests in emulation only",
                    evidence: [accelerator.reason, nesting?.evidence, code].compactMap(\.self),
                    gain: "guests' code runs on the processor itself, often ten times as fast",
                    risk: "none for guests; where the host is a guest itself, its own host carries the cost",
                    remedy: nesting?.isGuest == true
                        ? "ask for nested virtualization from \(nesting?.hypervisor ?? "the hypervisor below")"
                        : "switch virtualization on in the machine's firmware, then modprobe kvm_intel or kvm_amd")
            ]
        })
}
