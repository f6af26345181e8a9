internal import LibvirtXML

extension AdviceRule {
    /// A guest under KVM that is shown a processor of long ago.
    static let oldProcessorModel = AdviceRule("old-processor-model") { guest, host in
        guard guest.isAccelerated, ["x86_64", "i686"].contains(guest.kept["os/type/@arch"] ?? "x86_64") else {
            return []
        }
        let mode = guest.kept["cpu/@mode"]
        let model = guest.kept["cpu/model"]
        let isOld = model.map { ["qemu64", "kvm64", "qemu32", "kvm32"].contains($0) } ?? (mode == nil)
        guard isOld else { return [] }
        return [
            Suggestion(
                "old-processor-model",
                "it is shown the processor \(model ?? "qemu64"), which has none of the newer instructions",
                evidence: [
                    model.map { "<model>\($0)</model>" } ?? "no <cpu> in its definition",
                    host.hardware.processor.hiddenWords,
                ].compactMap(\.self),
                gain: "encryption, hashes, compression and the fixes for the processor's flaws use what is there",
                risk:
                    "it can move live only to hosts that have these instructions; some systems ask to be activated again",
                changes: [.set(field: "cpu", value: "host-model")])
        ]
    }
}

extension Processor {
    /// `the host's AMD EPYC 7702 has 7 instruction sets that it hides: aes, avx, …`.
    fileprivate var hiddenWords: String? {
        let name = model.map { "the host's \($0)" } ?? "the host's processor"
        guard !instructionSets.isEmpty else { return model.map { "the host has \($0)" } }
        return "\(name) has \(instructionSets.count) instruction sets that it hides: "
            + instructionSets.joined(separator: ", ")
    }
}
