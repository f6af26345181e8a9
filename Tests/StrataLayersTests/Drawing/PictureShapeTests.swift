import Testing

@testable import StrataLayers

/// Holds for every stack and every width: nothing sticks out, every border stands under the one above it.
@Suite("The shape of pictures") struct PictureShapeTests {
    private static let names = [
        "web", "a-name-that-goes-on-and-on-and-on-for-much-longer-than-any-box-is-wide", "日本語サーバー",
        "e\u{301}\u{301}tage",
        "👩‍👩‍👧-family", "\u{1B}[31mred", "", " ", "🇩🇪🇫🇷", "\u{202E}gnihton", "x\ty\nz",
    ]

    private func guests(_ count: Int) -> [GuestLayer] {
        (0..<count).map { index in
            var guest = [SampleStack.web, SampleStack.old, SampleStack.box][index % 3]
            guest.name = Self.names[index % Self.names.count]
            guest.machine = index % 2 == 0 ? guest.machine : Self.names[(index + 1) % Self.names.count]
            guest.devices += (0..<index % 5).map { number in
                VirtualDevice(kind: .disk, model: "sata", backedBy: "/日本/\(number)/语.qcow2")
            }
            return guest
        }
    }

    @Test(arguments: [LayerPicture.Characters.unicode, .ascii])
    func noLineIsWiderThanThePicture(characters: LayerPicture.Characters) {
        for width in [1, 32, 33, 40, 47, 57, 60, 61, 80, 119, 120, 200] {
            for count in [0, 1, 2, 3, 5, 7, 8, 9, 30] {
                let picture = LayerPicture(width: width, characters: characters)
                let lines = picture.lines(of: SampleStack.stack(guests: guests(count)))
                #expect(lines.allSatisfy { $0.displayWidth <= picture.width }, "width \(width), \(count) guests")
            }
        }
    }

    @Test func everyBorderStandsUnderTheOneAboveIt() {
        for width in [32, 33, 40, 47, 57, 60, 61, 80, 119, 120, 200] {
            for count in [0, 1, 2, 3, 5, 7, 8, 9, 30] {
                var open: [Int] = []
                for line in LayerPicture(width: width).lines(of: SampleStack.stack(guests: guests(count))) {
                    let corners = columns(of: ["┌", "┐"], in: line)
                    if !corners.isEmpty { open = corners }
                    if corners.isEmpty && line.hasPrefix("│") {
                        #expect(columns(of: ["│"], in: line) == open, "width \(width): \(line)")
                    }
                    if line.hasPrefix("└") { #expect(columns(of: ["└", "┘"], in: line) == open) }
                }
            }
        }
    }

    @Test func boxesOfARowUseEveryColumn() {
        for width in [60, 61, 80, 120, 133] {
            let first = LayerPicture(width: width).lines(of: SampleStack.stack(guests: guests(2))).first
            #expect(first?.displayWidth == width)
        }
    }

    private func columns(of signs: Set<Character>, in line: String) -> [Int] {
        var column = 0
        var result: [Int] = []
        for character in line {
            if signs.contains(character) { result.append(column) }
            column += character.displayWidth
        }
        return result
    }
}
