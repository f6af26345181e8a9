internal import LibvirtXML

extension AdviceRule {
    /// A disk whose flushes are thrown away.
    static let unsafeCache = AdviceRule("unsafe-cache") { guest, _ in
        guest.disks.filter { $0.node.value("driver/@cache") == "unsafe" }.map { disk in
            Suggestion(
                "unsafe-cache", "disk \(disk.target) ignores the guest's flushes (cache 'unsafe')",
                evidence: ["<driver cache='unsafe'>", disk.words].compactMap(\.self),
                gain: "what the guest was told is written survives a crash of the host",
                risk: "each flush takes as long as the host's disk needs for it",
                changes: [.diskDriver(target: disk.target, option: "cache", value: "none")], isSafe: true)
        }
    }
}
