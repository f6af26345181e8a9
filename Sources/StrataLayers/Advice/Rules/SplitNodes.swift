internal import LibvirtXML
internal import Quantities

extension AdviceRule {
    /// A guest that one node of the host could hold, and that nothing keeps there.
    static let splitNodes = AdviceRule("split-nodes") { guest, host in
        let nodes = host.hardware.numaNodes
        guard nodes.count > 1, guest.kept.node.first("numatune") == nil,
            guest.kept["vcpu/@cpuset"] == nil, guest.kept.node.first("cputune/vcpupin") == nil,
            let vcpus = guest.kept.vcpus, vcpus >= 4, let memory = guest.kept.memory,
            let node = nodes.first, let processors = node.processors.flatMap({ NumberList($0) })?.numbers.count,
            let size = node.memory, vcpus <= processors, memory <= size
        else { return [] }
        return [
            Suggestion(
                "split-nodes", "nothing keeps its processors and its memory on one node of the host",
                evidence: [
                    "the host has \(nodes.count) nodes of \(processors) processors and \(size)",
                    "the guest's \(vcpus) vCPUs and \(memory) fit one",
                ],
                gain: "no access to memory crosses the link between nodes",
                risk: "the guest can not use idle processors of other nodes",
                remedy: "<vcpu placement='auto'> and <numatune><memory mode='preferred' placement='auto'/></numatune> "
                    + "in strata edit '\(guest.name)'; needs numad")
        ]
    }
}
