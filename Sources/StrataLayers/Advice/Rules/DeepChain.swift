internal import LibvirtXML

extension AdviceRule {
    /// Images behind images: a read may have to look into each of them.
    static let deepChain = AdviceRule("deep-chain") { guest, _ in
        (guest.live ?? guest.kept).node.all("devices/disk").compactMap { disk in
            var depth = 1
            var node = disk
            while let next = node.first("backingStore"), next.first("source") != nil {
                depth += 1
                node = next
            }
            guard depth > 3, let target = disk.value("target/@dev") else { return nil }
            let used = guest.usage?.disks.first { $0.name == target }
            return Suggestion(
                "deep-chain", "disk \(target) is a chain of \(depth) images",
                evidence: [
                    "\(depth) images, the last one \(node.value("source/@file") ?? "elsewhere")",
                    used?.latency.map { "a request takes \(CompactNumber.tenths($0 * 1000)) ms" },
                ].compactMap(\.self),
                gain: "a read looks into fewer images, and fewer files can be lost",
                risk: "snapshots that stand on these images can not be gone back to",
                remedy: "virsh blockcommit '\(guest.name)' \(target) --active --pivot --wait merges the chain, live")
        }
    }
}
