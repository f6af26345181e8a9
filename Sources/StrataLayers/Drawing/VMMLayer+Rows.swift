extension VMMLayer {
    /// The VMM's box.
    func rows(glyphs: Glyphs) -> [FactRow] {
        [
            FactRow("software", [StyledLine(software), StyledLine(modeInWords)]),
            FactRow("reached by", connection),
            acceleratorRow,
            uses.isEmpty ? nil : FactRow("uses", uses.map { StyledLine($0.summary) }),
        ].compactMap { $0 }
    }

    private var software: String {
        let library = libvirtVersion.map { "libvirt \($0)" } ?? "libvirt of unknown version"
        guard let hypervisor else { return library }
        return "\([hypervisor, hypervisorVersion].compactMap { $0 }.joined(separator: " ")) through \(library)"
    }

    private var modeInWords: String {
        switch mode {
        case .system: "system daemon"
        case .session: "the user's own daemon"
        case .embedded: "inside this program"
        case .remote: "on another host"
        case .test: "test driver, imaginary guests"
        }
    }

    private var acceleratorRow: FactRow {
        guard let accelerator else {
            return FactRow("guest code", absent: unavailable["accelerator"] ?? "not read")
        }
        var fact = StyledLine()
        switch accelerator.kind {
        case .kvm: fact.append("run by the processor (KVM)", .good)
        case .emulation: fact.append("emulated (TCG)", .caution)
        case .sharedKernel: fact.append("run by the host's kernel (containers)", .good)
        }
        if let reason = accelerator.reason { fact.append(": \(reason)") }
        return FactRow("guest code", [fact])
    }
}
