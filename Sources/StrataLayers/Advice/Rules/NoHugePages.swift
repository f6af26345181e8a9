internal import LibvirtXML
internal import Quantities

extension AdviceRule {
    /// A large guest in small pages: more tables, and more walks through them.
    static let noHugePages = AdviceRule("no-huge-pages") { guest, host in
        guard guest.isAccelerated, let given = guest.kept.memory, given >= .gibibytes(4),
            guest.kept.node.first("memoryBacking/hugepages") == nil,
            let process = guest.usage?.memory.process, process.guest >= .gibibytes(1),
            process.inHugePages.bytes < process.guest.bytes / 2
        else { return [] }
        let pool = host.layer.hugePages.first { $0.size == .mebibytes(2) }
        let free = ByteCount.mebibytes(UInt64(max(pool?.free ?? 0, 0)) * 2)
        let fits = free >= given
        return [
            Suggestion(
                "no-huge-pages", "most of its memory stands in small pages",
                evidence: [
                    "\(process.inHugePages) of \(process.guest) in huge pages", "\(process.pageTables) of page tables",
                    "\(free) of huge pages free",
                ],
                gain: "fewer misses of the processor's address cache; the guest's memory is there from the start",
                risk: "the memory is the guest's alone: it can be neither merged, swapped, nor ballooned away",
                changes: fits ? [.set(field: "huge-pages", value: "on")] : [],
                remedy: fits
                    ? nil : "reserve them first: sysctl vm.nr_hugepages=\((given.mebibytes + 1) / 2), best at boot")
        ]
    }
}
