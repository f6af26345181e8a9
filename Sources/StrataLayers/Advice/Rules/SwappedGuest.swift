internal import LibvirtXML
internal import Quantities

extension AdviceRule {
    /// Memory that went to a disk, the guest's own or the host's.
    static let swappedGuest = AdviceRule("swapped-guest") { guest, host in
        guard let memory = guest.usage?.memory else { return [] }
        let outside = memory.process?.swapped ?? .zero
        if outside >= .mebibytes(16) {
            return [
                Suggestion(
                    "swapped-guest", "the host has swapped out \(outside) of its memory",
                    evidence: ["\(outside) of its process is in the host's swap space"],
                    gain: "no access of the guest waits for the host's disk", risk: "other guests must give way",
                    remedy: "the host has too little memory for its guests: make one smaller, or move one away")
            ]
        }
        guard let inside = memory.swappedInside, inside >= .mebibytes(64), let given = memory.given,
            let used = memory.usedInside, used.bytes > given.bytes / 10 * 9,
            // Its next boot has more already, otherwise.
            guest.kept.memoryAtBoot.map({ $0 <= given }) ?? true
        else { return [] }
        let wanted = ByteCount(bytes: given.bytes + given.bytes / 2)
        let available = host.layer.memory?.available ?? .zero
        let fits = available.bytes > given.bytes
        return [
            Suggestion(
                "swapped-guest", "it swaps in its own memory",
                evidence: ["\(inside) swapped in and out since it started", "\(used) of \(given) in use"],
                gain: "its programs stay in memory", risk: "the host has \(available) available, less afterwards",
                changes: fits ? guest.kept.changes(toHave: wanted) : [],
                remedy: fits ? nil : "the host has only \(available) available: move a guest away first")
        ]
    }
}

extension DomainDocument {
    fileprivate var memoryAtBoot: ByteCount? { self.currentMemory ?? self.memory }

    /// What is possible at most grows only where it has to.
    fileprivate func changes(toHave wanted: ByteCount) -> [AdvisedChange] {
        let value = "\(wanted.mebibytes)MiB"
        let most = AdvisedChange.set(field: "memory", value: value)
        let now = AdvisedChange.set(field: "current-memory", value: value)
        if let memory = self.memory, memory >= wanted { return [now] }
        return memoryAtBoot == self.memory ? [most] : [most, now]
    }
}
