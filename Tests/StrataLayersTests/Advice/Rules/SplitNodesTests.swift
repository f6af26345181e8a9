import Quantities
import Testing

@testable import StrataLayers

@Suite("The rule split-nodes") struct SplitNodesTests {
    private let nodes = [
        NUMANode(id: 0, processors: "0-3", memory: .gibibytes(32)),
        NUMANode(id: 1, processors: "4-7", memory: .gibibytes(32)),
    ]

    private func findings(_ guests: AdvisedGuest..., nodes: [NUMANode]) -> [Suggestion] {
        var host = AdvisedExample.host
        host.hardware.numaNodes = nodes
        return AdviceRule.splitNodes.findings(in: AdviceEvidence(host: host, guests: guests))
    }

    @Test func aGuestThatFitsOneNodeShouldStayThere() throws {
        let guest = try AdvisedExample.guest(["<vcpu>2</vcpu>": "<vcpu>4</vcpu>"])
        let finding = try #require(findings(guest, nodes: nodes).first)
        #expect(finding.guest == "web")
        #expect(finding.command?.hasPrefix("strata set web --host-processors ") == true)
        #expect(findings(guest, nodes: [nodes[0]]).isEmpty)
        let large = try AdvisedExample.guest(["<vcpu>2</vcpu>": "<vcpu>5</vcpu>"])
        #expect(findings(large, nodes: nodes).isEmpty, "no node has as many processors")
        let small = try AdvisedExample.guest()
        #expect(findings(small, nodes: nodes).isEmpty)
    }

    @Test func aGuestThatIsKeptSomewhereStaysThere() throws {
        let pinned = try AdvisedExample.guest(["<vcpu>2</vcpu>": "<vcpu cpuset='0-3'>4</vcpu>"])
        #expect(findings(pinned, nodes: nodes).isEmpty)
        let placed = try AdvisedExample.guest([
            "<vcpu>2</vcpu>": "<vcpu>4</vcpu><numatune><memory nodeset='1'/></numatune>"
        ])
        #expect(findings(placed, nodes: nodes).isEmpty)
    }

    @Test func guestsAreDividedAmongTheNodesByTheRoomInThem() throws {
        let placed = try AdvisedExample.guest([
            "<vcpu>2</vcpu>": "<vcpu>4</vcpu><numatune><memory nodeset='1'/></numatune>"
        ])
        let free = try AdvisedExample.guest(["<vcpu>2</vcpu>": "<vcpu>4</vcpu>"])
        let commands = findings(placed, free, free, free, nodes: nodes).map(\.changes)
        #expect(commands.count == 3)
        #expect(commands.first?.last == .set(field: "host-nodes", value: "0"))
        #expect(commands.first != commands.last || commands.first != commands.dropLast().last)
        let full = nodes.map { NUMANode(id: $0.id, processors: $0.processors, memory: .gibibytes(6)) }
        #expect(findings(free, free, free, nodes: full).count == 2, "each node has room for one")
    }
}
