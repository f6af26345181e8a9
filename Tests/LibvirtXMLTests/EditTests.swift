import Testing

@testable import LibvirtXML

@Suite("Edits") struct EditTests {
    private func edited(_ edit: (inout XMLDocument) throws -> Void) throws -> [String] {
        var document = try XMLDocument(xml: TestDocuments.web)
        try edit(&document)
        let old = TestDocuments.web.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let new = document.xml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return new.difference(from: old).map { change in
            switch change {
            case .insert(_, let line, _): "+" + line
            case .remove(_, let line, _): "-" + line
            }
        }.sorted(by: >)
    }

    @Test func aChangedAttributeKeepsItsQuotesAndItsSpace() throws {
        let lines = try edited { document in
            let source = try #require(document.root.first("devices/disk/source"))
            document.setAttribute("file", to: "/a'b", of: source.id)
        }
        #expect(lines == ["-      <source file='/images/web.qcow2' />", "+      <source file='/a&apos;b' />"])
    }

    @Test func aNewAttributeTakesTheQuotesOfItsNeighbours() throws {
        let lines = try edited { document in
            let model = try #require(document.root.first("devices/interface/model"))
            document.setAttribute("x", to: "\"", of: model.id)
        }
        #expect(lines == ["-      <model type=\"virtio\"/>", "+      <model type=\"virtio\" x=\"&quot;\"/>"])
    }

    @Test func writingTheSameValuesChangesNothing() throws {
        let lines = try edited { document in
            let root = document.root
            document.setAttribute("type", to: "kvm", of: root.id)
            document.setText("console=ttyS0 a=\"b\" & c", of: try #require(root.first("os/cmdline")).id)
            document.rename(root.id, to: "domain")
        }
        #expect(lines.isEmpty)
    }

    @Test func aNewDiskStandsBehindTheLastOneIndentedLikeIt() throws {
        let lines = try edited { document in
            let devices = try #require(document.root.first("devices"))
            document.insert(.disk(file: "/d.raw", format: "raw", target: "vdb"), into: devices.id)
            let names = document.node(devices.id).elements.map(\.name)
            #expect(names == ["disk", "disk", "interface", "serial"])
        }
        #expect(lines.filter { $0.hasPrefix("-") }.isEmpty)
        #expect(Set(lines).contains("+      <source file='/d.raw'/>"))
        #expect(lines.count == 5)
    }

    @Test func anElementLandsWhereLibvirtWritesItAndBehindTheCommentOfItsNeighbour() throws {
        var document = try XMLDocument(xml: TestDocuments.web)
        document.insert(NewElement("uuid", text: "1"), into: document.root.id)
        document.insert(NewElement("cpu", ["mode": "custom"]), into: document.root.id)
        let names = document.root.elements.map(\.name)
        #expect(names == ["name", "uuid", "memory", "vcpu", "os", "cpu", "devices"])
        #expect(document.xml.contains("<name>web</name>  <!-- as in DNS -->\n  <uuid>1</uuid>\n  <memory"))
    }

    @Test func aRemovedElementTakesItsLinesWithIt() throws {
        let lines = try edited { document in
            document.remove(try #require(document.root.first("devices/serial")).id)
        }
        #expect(lines == ["-    <serial type='pty'/>"])
    }

    @Test func aCommentOnTheLineOfARemovedElementStays() throws {
        let lines = try edited { document in document.remove(try #require(document.root.first("name")).id) }
        #expect(lines == ["-  <name>web</name>  <!-- as in DNS -->", "+    <!-- as in DNS -->"])
    }

    @Test func theOutermostElementCannotBeRemoved() throws {
        #expect(try edited { $0.remove($0.root.id) }.isEmpty)
    }

    @Test(arguments: [
        ("<a/>", "<a>\n  <b/>\n</a>"), ("<a />", "<a>\n  <b/>\n</a>"), ("<a></a>", "<a>\n  <b/>\n</a>"),
        ("<a> </a>", "<a>\n  <b/>\n</a>"), ("<a>\n</a>", "<a>\n  <b/>\n</a>"), ("<a>text</a>", "<a>text<b/></a>"),
        ("<a><c/></a>", "<a><c/><b/></a>"), ("<a>\r\n\t<c/>\r\n</a>", "<a>\r\n\t<c/>\r\n\t<b/>\r\n</a>"),
        ("<a>\n    <c/> <!-- c -->\n</a>", "<a>\n    <c/> <!-- c -->\n    <b/>\n</a>"),
    ])
    func aNewElementFitsIn(text: String, expected: String) throws {
        var document = try XMLDocument(xml: text)
        document.insert(NewElement("b"), into: document.root.id, at: .last)
        #expect(document.xml == expected)
    }

    @Test func newTextKeepsCommentsAndDropsElements() throws {
        var document = try XMLDocument(xml: "<a>x<!-- c --><b/>y</a>")
        document.setText("z", of: document.root.id)
        #expect(document.xml == "<a>z<!-- c --></a>")
    }

    @Test func charactersThatXMLCannotHoldBecomeReplacements() throws {
        var document = try XMLDocument(xml: "<a/>")
        document.setText("a\u{1}b\u{FFFE}c", of: document.root.id)
        #expect(try XMLDocument(xml: document.xml).root.text == "a\u{FFFD}b\u{FFFD}c")
    }

    @Test func aMalformedFragmentIsRefusedAndChangesNothing() throws {
        var document = try XMLDocument(xml: "<a/>")
        #expect(throws: XMLError.self) { try document.insert(xml: "<b>", into: document.root.id) }
        #expect(throws: XMLError.self) { try document.insert(xml: "<b/><c/>", into: document.root.id) }
        #expect(document.xml == "<a/>")
    }

    @Test func aNodeTakenBeforeAnEditShowsTheOldState() throws {
        var document = try XMLDocument(xml: "<a>1</a>")
        let before = document.root
        document.setText("2", of: before.id)
        #expect(before.text == "1")
        #expect(document.root.text == "2")
    }

    @Test func linesAreThoseOfTheTextAsItIsNow() throws {
        var document = try XMLDocument(xml: TestDocuments.web)
        let serial = try #require(document.root.first("devices/serial"))
        #expect(serial.line == 23 && serial.column == 5)
        document.insert(NewElement("title", text: "t"), into: document.root.id)
        #expect(document.node(serial.id).line == 24)
        #expect(document.node(serial.id).path == "/domain/devices/serial")
    }
}
