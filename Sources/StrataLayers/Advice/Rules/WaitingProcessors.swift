internal import LibvirtXML

extension AdviceRule {
    /// Virtual processors that are ready and have to wait for one of the host's.
    static let waitingProcessors = AdviceRule("waiting-vcpus") { guest, host in
        let vcpus = guest.usage?.vcpus ?? 0
        guard vcpus > 0, let cpu = guest.usage?.cpu, let waiting = cpu.waiting, waiting / Double(vcpus) >= 0.1
        else { return [] }
        let threads = host.usage?.processors ?? host.hardware.processor.threads
        let evidence = [
            "\(vcpus) vCPU\(vcpus == 1 ? "" : "s") waited \(CompactNumber.tenths(waiting / Double(vcpus) * 100)) % of the time for a processor",
            "the guest used \(CompactNumber.tenths(cpu.total * 100)) % of one",
            threads.map { "the host has \($0) processors" },
            host.usage.map { "idle: \(CompactNumber.tenths($0.cpu[.idle] / max($0.cpu.total, 1e-9) * 100)) %" },
        ]
        // Half as much again as it had, for what it would have done while it waited.
        let needed = max(Int(((cpu.total + waiting) * 1.5).rounded(.up)), 1)
        let configured = guest.kept.vcpus ?? vcpus
        // Its next boot has fewer already.
        guard configured >= vcpus else { return [] }
        return [
            Suggestion(
                "waiting-vcpus", "its virtual processors wait for real ones", evidence: evidence.compactMap(\.self),
                gain: "less waiting, for this guest and for its neighbours",
                risk: needed < configured
                    ? "with fewer processors the guest computes less at once" : "it is away for the time of its move",
                changes: needed < configured ? [.set(field: "vcpus", value: "\(needed)")] : [],
                remedy: needed < configured ? nil : "the host has too few processors for its guests: move one away")
        ]
    }
}
