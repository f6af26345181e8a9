internal import LibvirtXML
internal import Quantities

extension AdviceRule {
    /// Memory that was given and is not used.
    static let unusedMemory = AdviceRule("unused-memory") { guest, _ in
        guard let memory = guest.usage?.memory, let given = memory.given, given >= .gibibytes(1),
            let used = memory.usedInside, used.bytes < given.bytes / 3,
            let next = guest.kept.currentMemory ?? guest.kept.memory, next >= given
        else { return [] }
        // Twice what it uses now, in whole 256 MiB.
        let step = ByteCount.mebibytes(256).bytes
        let wanted = ByteCount(bytes: (used.bytes * 2 / step + 1) * step)
        guard wanted.bytes < given.bytes / 4 * 3 else { return [] }
        return [
            Suggestion(
                "unused-memory", "it uses \(used) of the \(given) that it was given",
                evidence: ["its own system could give \(ByteCount(bytes: given.bytes - used.bytes)) back"],
                gain: "\(ByteCount(bytes: given.bytes - wanted.bytes)) for other guests and for the host's page cache",
                risk: "it was looked at only now: what it needs at its busiest is not known",
                changes: [.set(field: "current-memory", value: "\(wanted.mebibytes)MiB")])
        ]
    }
}
