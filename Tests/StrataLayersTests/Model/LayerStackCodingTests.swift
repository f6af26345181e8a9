import FoundationEssentials
import StrataLayers
import Testing

@Suite("A stack as JSON") struct LayerStackCodingTests {
    private func json(_ stack: LayerStack) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(stack), as: UTF8.self) + "\n"
    }

    @Test func theTextIsExactlyTheRecordedOne() throws {
        #expect(try json(SampleStack.stack()) == fixture("stack.json"))
    }

    @Test func whatIsWrittenIsReadBackUnchanged() throws {
        let stack = SampleStack.stack()
        let decoded = try JSONDecoder().decode(LayerStack.self, from: Data(try json(stack).utf8))
        #expect(decoded == stack)
    }

    @Test func recordedHostsAreReadBackUnchanged() throws {
        for name in ["intel-kvm", "arm-board", "nested-vm"] {
            let reading = try withRecordedHost(name) { $0.reading }
            let stack = LayerStack(
                hardware: reading.hardware, host: reading.host, vmm: VMMLayer(connection: "test:///default"), guests: []
            )
            let decoded = try JSONDecoder().decode(LayerStack.self, from: Data(try json(stack).utf8))
            #expect(decoded == stack)
        }
    }
}
