internal import LibvirtXML
internal import Quantities

extension AdviceRule {
    /// Guests that one node of the host could hold, and that nothing keeps there.
    static let splitNodes = AdviceRule(
        "split-nodes",
        host: { evidence in
            var nodes = evidence.host.hardware.numaNodes.compactMap { NodeRoom($0, besides: evidence.guests) }
            guard nodes.count > 1 else { return [] }
            return evidence.guests.compactMap { guest in
                guard !guest.isKeptSomewhere, let vcpus = guest.kept.vcpus, vcpus >= 4,
                    let memory = guest.kept.memory,
                    let best = nodes.indices.filter({ nodes[$0].holds(vcpus, memory) })
                        .max(by: { nodes[$0].free < nodes[$1].free })
                else { return nil }
                let node = nodes[best]
                nodes[best].free -= memory.bytes
                return Suggestion(splitGuest: guest.name, vcpus, memory, to: node, of: nodes.count)
            }
        })
}

extension Suggestion {
    fileprivate init(splitGuest guest: String, _ vcpus: Int, _ memory: ByteCount, to node: NodeRoom, of count: Int) {
        self.init(
            "split-nodes", "nothing keeps its processors and its memory on one node of the host",
            evidence: [
                "the host has \(count) nodes, node \(node.id) with \(node.count) processors and \(node.size)",
                "the guest's \(vcpus) vCPUs and \(memory) fit",
            ],
            gain: "no access to memory crosses the link between nodes",
            risk: "the guest can not use idle processors of other nodes",
            changes: [
                .set(field: "host-processors", value: node.processors), .set(field: "host-nodes", value: "\(node.id)"),
            ])
        self.guest = guest
    }
}

extension AdvisedGuest {
    fileprivate var isKeptSomewhere: Bool {
        kept.node.first("numatune") != nil || kept["vcpu/@cpuset"] != nil || kept.node.first("cputune/vcpupin") != nil
    }
}

/// A node of the host, and the memory in it that no guest has been told to take.
private struct NodeRoom {
    let id: Int
    let processors: String
    let count: Int
    let size: ByteCount
    var free: UInt64

    init?(_ node: NUMANode, besides guests: [AdvisedGuest]) {
        guard let processors = node.processors, let count = NumberList(processors)?.numbers.count,
            let size = node.memory
        else { return nil }
        (id, self.processors, self.count, self.size) = (node.id, processors, count, size)
        let taken = guests.filter { guest in
            guest.kept["numatune/memory/@nodeset"].flatMap { NumberList($0) }?.numbers.contains(node.id) == true
        }
        free = size.bytes - min(size.bytes, taken.reduce(0) { $0 &+ ($1.kept.memory?.bytes ?? 0) })
    }

    func holds(_ vcpus: Int, _ memory: ByteCount) -> Bool { vcpus <= count && memory.bytes <= free }
}
