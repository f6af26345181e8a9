internal import LibvirtXML

extension AdviceRule {
    /// A busy disk that shares the emulator's main loop with everything else that this does.
    static let noIOThread = AdviceRule("no-iothread") { guest, _ in
        let disks = guest.disks.filter { disk in
            disk.bus == "virtio" && disk.node.value("driver/@iothread") == nil && (disk.usage?.requests ?? 0) >= 500
        }
        guard let disk = disks.max(by: { ($0.usage?.requests ?? 0) < ($1.usage?.requests ?? 0) }) else { return [] }
        let emulator = guest.usage?.cpu?.threads.map {
            "the emulator's threads take \(CompactNumber.tenths($0.emulator * 100)) % of a processor"
        }
        let threads = guest.kept["iothreads"].flatMap { Int($0) } ?? 0
        let makes: [AdvisedChange] = threads == 0 ? [.set(field: "iothreads", value: "1")] : []
        return [
            Suggestion(
                "no-iothread", "busy disk \(disk.target) has no thread of its own",
                evidence: [disk.words, emulator].compactMap(\.self),
                gain: "requests no longer wait for the monitor, the display and the other devices",
                risk: "none known; it takes a thread of the host",
                changes: makes + [.diskDriver(target: disk.target, option: "iothread", value: "1")], isSafe: true)
        ]
    }
}
