internal import LibvirtXML

extension AdviceRule {
    /// Images behind images: a read may have to look into each of them.
    static let deepChain = AdviceRule("deep-chain") { guest, _ in
        (guest.live ?? guest.kept).node.all("devices/disk").compactMap { disk in
            let chain = disk.backingChain
            guard chain.count >= 3, let target = disk.value("target/@dev") else { return nil }
            let used = guest.usage?.disks.first { $0.name == target }
            return Suggestion(
                "deep-chain", "disk \(target) is a chain of \(chain.count + 1) images",
                evidence: [
                    "\(chain.count + 1) images, the last one \(chain.last?.imageSource ?? "elsewhere")",
                    used?.latency.map { "a request takes \(CompactNumber.tenths($0 * 1000)) ms" },
                ].compactMap(\.self),
                gain: "a read looks into two images, and no file between them can be lost",
                risk: "its own image grows by what those between it and the last one hold; it must run meanwhile",
                changes: [.flattenDisk(target: target)])
        }
    }
}
