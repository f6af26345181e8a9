internal import LibvirtXML
internal import Quantities

extension AdviceRule {
    /// Guests that are alike, on a host that is short of memory and does not merge their equal pages.
    static let noPageMerging = AdviceRule(
        "no-page-merging",
        host: { evidence in
            guard let merging = evidence.host.layer.pageMerging, !merging.isRunning,
                let memory = evidence.host.layer.memory, memory.available.bytes < memory.total.bytes / 5
            else { return [] }
            let running = evidence.guests.filter {
                $0.usage != nil && $0.kept.node.first("memoryBacking/hugepages") == nil
            }
            let systems = Dictionary(grouping: running) { $0.kept.operatingSystemID ?? "" }
            guard let alike = systems.values.filter({ $0.count > 2 }).max(by: { $0.count < $1.count }) else {
                return []
            }
            return [
                Suggestion(
                    "no-page-merging", "equal pages of guests that are alike are not merged",
                    evidence: [
                        "\(alike.count) guests of one system run", "\(memory.available) of \(memory.total) available",
                        "KSM is off",
                    ],
                    gain: "pages that are equal in several guests are kept once",
                    risk: "a kernel thread looks for them all the time; guests can tell from timing what others hold",
                    remedy: "echo 1 > /sys/kernel/mm/ksm/run")
            ]
        })
}
