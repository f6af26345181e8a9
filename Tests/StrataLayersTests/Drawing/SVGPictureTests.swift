import LibvirtXML
import Testing

@testable import StrataLayers

@Suite("A picture as SVG") struct SVGPictureTests {
    @Test func theStackIsExactlyTheRecordedOne() throws {
        #expect(LayerPicture(width: 100).svg(of: SampleStack.stack()) == (try fixture("picture-100.svg")))
    }

    @Test(arguments: [32, 64, 100, 160]) func noTwoBoxesOverlapAndAllTextStaysInside(width: Int) throws {
        let svg = LayerPicture(width: width).svg(of: SampleStack.stack())
        let drawing = try Drawing(svg)
        #expect(drawing.boxes.count == 6)
        for (index, box) in drawing.boxes.enumerated() {
            #expect(drawing.boxes.dropFirst(index + 1).allSatisfy { !$0.overlaps(box) })
            #expect(drawing.page.contains(box))
        }
        for text in drawing.texts {
            let around = drawing.boxes.filter { $0.overlaps(text) }
            #expect(around.count <= 1)
            #expect(around.allSatisfy { $0.contains(text) } && drawing.page.contains(text))
        }
    }

    @Test(arguments: [32, 72]) func noTwoTextsLieOnEachOther(width: Int) throws {
        let texts = try Drawing(PathPicture(width: width).svg(of: [SamplePath.disk])).texts
        #expect(texts.count > 15)
        for (index, text) in texts.enumerated() {
            #expect(texts.dropFirst(index + 1).allSatisfy { !$0.overlaps(text) })
        }
    }

    @Test func whatTextMeansToXMLIsWrittenOut() throws {
        #expect(SVGPicture.escaped("a<b> & \"c\"\u{1}\u{FFFE}é") == "a&lt;b&gt; &amp; &quot;c&quot;??é")
        var guest = SampleStack.web
        guest.name = "</text><script>&amp;\u{1B}[2J"
        let svg = LayerPicture(width: 100).svg(of: SampleStack.stack(guests: [guest]))
        #expect(!svg.contains("<script"))
        #expect(try Drawing(svg).boxes.count == 4)
    }
}

/// What a picture has drawn, read back out of its XML.
private struct Drawing {
    struct Area {
        var x, y, width, height: Int

        func overlaps(_ other: Area) -> Bool {
            x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
        }

        func contains(_ other: Area) -> Bool {
            x <= other.x && y <= other.y && other.x + other.width <= x + width && other.y + other.height <= y + height
        }
    }

    let page: Area
    let boxes: [Area]
    let texts: [Area]

    init(_ svg: String) throws {
        let root = try XMLDocument(xml: svg).root
        func number(_ node: XMLNode, _ name: String) throws -> Int {
            try #require(node.attribute(name).flatMap { Int($0) })
        }
        page = Area(x: 0, y: 0, width: try number(root, "width"), height: try number(root, "height"))
        boxes = try root.all("rect").map { node in
            Area(
                x: try number(node, "x"), y: try number(node, "y"), width: try number(node, "width"),
                height: try number(node, "height"))
        }
        // A line of 15 pixels stands on y, and reaches 4 below it.
        texts = try root.all("text").map { node in
            Area(
                x: try number(node, "x"), y: try number(node, "y") - 14, width: try number(node, "textLength"),
                height: 18)
        }
    }
}
