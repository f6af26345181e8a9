import Testing

@testable import LibvirtXML

@Suite("Lossless documents") struct LosslessTests {
    @Test(arguments: UInt64(1)...150)
    func anUntouchedDocumentGivesItsBytesBack(seed: UInt64) throws {
        var generator = RandomXML(seed: seed)
        let text = generator.document()
        let document = try XMLDocument(xml: text)
        #expect(document.xml == text)
        #expect(!document.isEdited)
    }

    @Test(arguments: UInt64(1)...150)
    func aDocumentPutTogetherFromItsPartsIsTheSame(seed: UInt64) throws {
        var generator = RandomXML(seed: seed)
        let text = generator.document()
        var document = try XMLDocument(xml: text)
        // Claims an edit of every tag, so that the writer may copy nothing in one piece.
        for index in document.nodes.indices where document.nodes[index].kind == .element {
            document.markEdited(Int32(index), .tagEdited)
        }
        #expect(document.isEdited)
        #expect(document.xml == text)
    }

    @Test(arguments: UInt64(1)...150)
    func anEditedAttributeChangesNothingElse(seed: UInt64) throws {
        var generator = RandomXML(seed: seed)
        let text = generator.document()
        var document = try XMLDocument(xml: text)
        let element = generator.pick(document.allElements)
        let range = element.record.range.bounds
        let tag = Int(element.record.openEnd)
        document.setAttribute("type", to: "a<'\"&\n€", of: element.id)
        let before = Array(text.utf8), after = document.bytes
        #expect(after.starts(with: before[..<range.lowerBound]))
        #expect(after.suffix(before.count - tag).elementsEqual(before[tag...]))
        let again = try XMLDocument(bytes: after)
        #expect(again.allElements.map(\.path) == document.allElements.map(\.path))
        #expect(try #require(again.allElements.first { $0.path == element.path }).attribute("type") == "a<'\"&\n€")
    }

    @Test(arguments: UInt64(1)...150)
    func aNewTextIsReadBackAndChangesNothingElse(seed: UInt64) throws {
        var generator = RandomXML(seed: seed)
        let text = generator.document()
        var document = try XMLDocument(xml: text)
        let element = generator.pick(document.allElements)
        let range = element.record.range.bounds
        document.setText("new & <text>\r\n ]]>", of: element.id)
        let before = Array(text.utf8), after = document.bytes
        #expect(after.starts(with: before[..<range.lowerBound]))
        #expect(after.suffix(before.count - range.upperBound).elementsEqual(before[range.upperBound...]))
        let again = try XMLDocument(bytes: after)
        #expect(document.node(element.id).text == "new & <text>\r\n ]]>")
        #expect(again.allElements.map(\.text) == document.allElements.map(\.text))
    }

    @Test(arguments: UInt64(1)...150)
    func insertingAndRemovingAgainRestoresTheLines(seed: UInt64) throws {
        var generator = RandomXML(seed: seed)
        let text = generator.document()
        var document = try XMLDocument(xml: text)
        let parents = document.allElements.filter { node in
            !node.elements.isEmpty
                && node.children.allSatisfy { $0.kind != .text || $0.text.allSatisfy(\.isWhitespace) }
        }
        guard let parent = parents.first else { return }
        let new = document.insert(NewElement("new", ["a": "<&>"]) { NewElement("b", text: "t") }, into: parent.id)
        let inserted = try XMLDocument(bytes: document.bytes)
        #expect(inserted.allElements.count == (try XMLDocument(xml: text)).allElements.count + 2)
        #expect(document.node(new).first("b")?.text == "t")
        document.remove(new)
        #expect(document.xml == text)
        #expect(!document.contains(new))
    }

    @Test(arguments: UInt64(1)...100)
    func manyEditsInARowStillReadBackTheSame(seed: UInt64) throws {
        var generator = RandomXML(seed: seed)
        var document = try XMLDocument(xml: generator.document())
        for step in 0..<12 {
            let element = generator.pick(document.allElements)
            switch step % 6 {
            case 0: document.setAttribute("type", to: "\(step)", of: element.id)
            case 1: document.insert(NewElement("step\(step)") { NewElement("in") }, into: element.id)
            case 2: document.rename(element.id, to: "renamed")
            case 3: document.removeAttribute("dev", of: element.id)
            case 4: try document.insert(xml: "<given x='1'>\n</given>", into: element.id, at: .first)
            default: if element.id != document.root.id { document.remove(element.id) }
            }
        }
        let again = try XMLDocument(bytes: document.bytes)
        #expect(again.allElements.map(\.path) == document.allElements.map(\.path))
        #expect(again.allElements.map { "\($0.attributes)" } == document.allElements.map { "\($0.attributes)" })
        #expect(again.root.text == document.root.text)
    }
}

extension XMLDocument {
    /// Every element that stands in the tree, in the order of the text.
    var allElements: [XMLNode] {
        func below(_ node: XMLNode) -> [XMLNode] { [node] + node.elements.flatMap(below) }
        return below(root)
    }
}
