import Testing

@testable import StrataLayers

@Suite("The picture of a stack") struct LayerPictureTests {
    @Test(arguments: [60, 80, 120])
    func theTextIsExactlyTheRecordedOne(width: Int) throws {
        #expect(try LayerPicture(width: width).text(of: SampleStack.stack()) == fixture("picture-\(width).txt"))
    }

    @Test func theLayersStandInTheirOrder() throws {
        let lines = LayerPicture(width: 80).lines(of: SampleStack.stack())
        let titles = ["┌ guest", "┌ VMM", "┌ host OS", "┌ hardware"]
        let places = titles.compactMap { title in lines.firstIndex { $0.hasPrefix(title) } }
        #expect(places.count == titles.count)
        #expect(places == places.sorted())
    }

    @Test func withoutGuestsTheirPlaceIsEmpty() {
        let lines = LayerPicture(width: 40).lines(of: SampleStack.stack(guests: []))
        #expect(
            Array(lines.prefix(4)) == [
                "┌ guests ──────────────────────────────┐",
                "│ no guests                            │",
                "└──────────────────────────────────────┘",
                "  ▲ provides nothing at the moment",
            ])
    }

    @Test func anASCIIPictureHasNothingElse() {
        var guest = SampleStack.web
        guest.name = "日本-café"
        let lines = LayerPicture(width: 80, characters: .ascii).lines(of: SampleStack.stack(guests: [guest]))
        #expect(lines.allSatisfy { $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } })
        #expect(lines.first?.hasPrefix("+ guest ????-caf? ----") == true)
        #expect(lines.contains { $0.hasPrefix("  ^ provides 48 processors, 128 GiB memory") })
    }

    @Test func coloursAddNothingButColours() {
        let stack = SampleStack.stack()
        let coloured = LayerPicture(width: 80, usesColour: true).text(of: stack)
        #expect(coloured.contains("\u{1B}[32mrunning\u{1B}[0m"))
        #expect(coloured.contains("\u{1B}[33memulated\u{1B}[0m"))
        #expect(withoutColours(coloured) == LayerPicture(width: 80).text(of: stack))
    }

    @Test func aReasonStandsInThePlaceOfAMissingFact() {
        let reading = HostReader(root: "/nowhere/at/all").read()
        let stack = LayerStack(
            hardware: reading.hardware, host: reading.host,
            vmm: VMMLayer(connection: "qemu:///system", unavailable: ["accelerator": "capabilities were not read"]),
            guests: [])
        let text = LayerPicture(width: 100).text(of: stack)
        #expect(text.contains("guest code n/a: capabilities were not read"))
        #expect(text.contains("memory     n/a: there is no /proc/meminfo"))
        #expect(text.contains("processor  n/a: there is no /proc/cpuinfo"))
    }

    @Test(arguments: 40...70) func wordsOfABrokenFactKeepTheirSpaces(width: Int) {
        let reason = "it is neither mounted here nor anywhere else that shows itself"
        let row = FactRow("services", absent: reason)
        let lines = row.lines(width: width, glyphs: .unicode).map { $0.pieces.map(\.text).joined() }
        let text = lines.joined(separator: " ")
        #expect(text.split(separator: " ").joined(separator: " ") == "services n/a: " + reason)
    }

    @Test func manyGuestsCountTheirDevicesInsteadOfListingThem() {
        let few = LayerPicture(width: 80).text(of: SampleStack.stack())
        let nine = SampleStack.stack(guests: Array(repeating: SampleStack.web, count: 9))
        let many = LayerPicture(width: 80).text(of: nine)
        #expect(few.contains("video virtio"))
        #expect(!many.contains("video virtio"))
        #expect(many.contains("devices 1 emulated · 3 paravirtual"))
        #expect(many.contains("1 passthrough"))
    }

    @Test func aNameCannotActOnTheTerminal() {
        var guest = SampleStack.web
        guest.name = "\u{1B}]0;owned\u{7}\u{202E}x"
        let text = LayerPicture(width: 80).text(of: SampleStack.stack(guests: [guest]))
        #expect(!text.contains("\u{1B}"))
        #expect(!text.contains("\u{7}"))
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }

    @Test func aPathThatDoesNotFitKeepsItsLastPart() {
        let text = LayerPicture(width: 80).text(of: SampleStack.stack())
        #expect(text.contains("ide emulated ← …/ledger.img "))
        let wide = LayerPicture(width: 200).text(of: SampleStack.stack(guests: [SampleStack.web]))
        #expect(wide.contains("← /var/lib/libvirt/images/web.qcow2 "))
    }
}

/// The text without its colour sequences.
private func withoutColours(_ text: String) -> String {
    var result = ""
    var isInSequence = false
    for character in text {
        if character == "\u{1B}" { isInSequence = true }
        if !isInSequence { result.append(character) }
        if isInSequence && character == "m" { isInSequence = false }
    }
    return result
}
