import Testing

@testable import LibvirtXML

@Suite("Reading nodes") struct ReadingTests {
    @Test(arguments: [
        ("<a b='1&amp;&lt;&gt;&quot;&apos;'/>", "1&<>\"'"), ("<a b='x\ty\nz'/>", "x y z"),
        ("<a b='&#10;&#x9;'/>", "\n\t"),
        ("<a b='x\r\ny'/>", "x y"), ("<a b='&#x1F600;'/>", "😀"), ("<a b=''/>", ""),
    ])
    func attributeValuesAreDecoded(xml: String, value: String) throws {
        #expect(try XMLDocument(xml: xml).root.attribute("b") == value)
    }

    @Test(arguments: [
        ("<a>1 &lt; 2\r\n3</a>", "1 < 2\n3"), ("<a><![CDATA[&amp;<b>]]></a>", "&amp;<b>"), ("<a>x<b>y</b>z</a>", "xyz"),
        ("<a>x<!-- no -->y<?no no?></a>", "xy"), ("<a/>", ""), ("<a><!-- only --></a>", ""),
    ])
    func textIsDecoded(xml: String, text: String) throws { #expect(try XMLDocument(xml: xml).root.text == text) }

    @Test func namesHaveNamespaces() throws {
        let xml = "<d xmlns='urn:d' xmlns:q='urn:q'><q:e/><f xmlns=''/><g/></d>"
        let children = try XMLDocument(xml: xml).root.elements
        #expect(children.map(\.namespace) == ["urn:q", nil, "urn:d"])
        #expect(children.map(\.prefix) == ["q", nil, nil])
        #expect(children.map(\.localName) == ["e", "f", "g"])
    }

    @Test func valuesAreFoundAtPaths() throws {
        let root = try XMLDocument(xml: TestDocuments.web).root
        #expect(root.value("os/kernel") == "/boot/vmlinuz")
        #expect(root.value("os/type/@machine") == "q35")
        #expect(root.value("@type") == "kvm")
        #expect(root.value("os/loader") == nil)
        #expect(root.value("os/type/@none") == nil)
        #expect(root.all("devices/disk").count == 1)
    }

    @Test func aPathIsFollowedIntoTheSecondOfTwoParents() throws {
        #expect(try XMLDocument(xml: "<a><b/><b><c>x</c></b></a>").root.value("b/c") == "x")
    }

    @Test func equalSiblingsAreNumberedInPaths() throws {
        let root = try XMLDocument(xml: "<a><b/><c/><b><d/></b></a>").root
        #expect(root.all("b/d").map(\.path) == ["/a/b[2]/d"])
        #expect(root.first("c")?.path == "/a/c")
    }

    @Test func aColumnCountsCharactersAndNotBytes() throws {
        let root = try XMLDocument(xml: "<a>\n<b x='üüü'/><c/></a>").root
        #expect(root.first("c")?.line == 2)
        #expect(root.first("c")?.column == 13)
    }
}
