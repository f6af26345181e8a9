import Testing

@testable import LibvirtXML

@Suite("Layout") struct FormatTests {
    @Test(arguments: [
        ("<a><b/><c>t</c></a>", "<a>\n  <b/>\n  <c>t</c>\n</a>\n"),
        ("<a>\n\t<b x='1'\n    y='2'/></a>", "<a>\n  <b x='1'\n    y='2'/>\n</a>\n"),
        ("<a>\n<b/>  <!-- b -->\n<!-- c -->\n<c/></a>\n\n\n", "<a>\n  <b/>  <!-- b -->\n  <!-- c -->\n  <c/>\n</a>\n"),
        ("<a><b/>\n\n\n\n<c/>\n\n</a>", "<a>\n  <b/>\n\n  <c/>\n</a>\n"),
        ("<a><b>one <i>two</i> three</b></a>", "<a>\n  <b>one <i>two</i> three</b>\n</a>\n"),
        (
            "<a><b> <![CDATA[x]]> </b><c> </c><d></d></a>",
            "<a>\n  <b> <![CDATA[x]]> </b>\n  <c> </c>\n  <d></d>\n</a>\n"
        ),
        ("<a xml:space='preserve'> <b/> </a>", "<a xml:space='preserve'> <b/> </a>\n"),
        (
            "<?xml version='1.0'?><!-- x --><a><?p q?></a><!-- y -->",
            "<?xml version='1.0'?> <!-- x -->\n<a>\n  <?p q?>\n</a> <!-- y -->\n"
        ),
        ("\u{FEFF}\n<a><b/></a>", "\u{FEFF}<a>\n  <b/>\n</a>\n"),
        ("\r\n<!-- one\nline --><a>\n<b/></a>", "<!-- one\nline -->\n<a>\n  <b/>\n</a>\n"),
        ("\r\n<a>x <b/>\n<c/></a>\r\n", "<a>x <b/>\n<c/></a>\n"),
        ("<a>\r\n<b/><c/></a>", "<a>\r\n  <b/>\r\n  <c/>\r\n</a>\r\n"),
    ])
    func whiteSpaceBetweenElementsIsMadeCanonical(text: String, expected: String) throws {
        let formatted = try XMLDocument(xml: text).formatted()
        #expect(formatted.xml == expected)
        #expect(formatted.formatted().xml == expected)
    }

    @Test(arguments: UInt64(1)...150) func nothingButWhiteSpaceChanges(seed: UInt64) throws {
        var generator = RandomXML(seed: seed)
        let document = try XMLDocument(xml: generator.document())
        let formatted = document.formatted()
        func dark(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { !ByteCursor.isSpace($0) } }
        #expect(dark(formatted.bytes) == dark(document.bytes))
        #expect(formatted.formatted() == formatted)
        #expect(document.changes(to: formatted).isEmpty)
    }

    @Test func anEditedDocumentIsFormattedAsItIsNow() throws {
        var document = try XMLDocument(xml: "<a><b/></a>")
        document.insert(NewElement("c"), into: document.root.id)
        #expect(document.formatted(indent: "\t").xml == "<a>\n\t<b/>\n\t<c/>\n</a>\n")
    }
}

@Suite("XPath") struct XPathTests {
    @Test(arguments: [
        ("name", ["web"]), ("/domain/@type", ["kvm"]), ("devices/*/@type", ["file", "network", "pty"]),
        ("count(//source)", ["2"]), ("devices/interface/source", [""]), ("nothing", []), ("1 = 1", ["true"]),
        ("devices/interface[model/@type='virtio']/model", [""]), ("os/cmdline", ["console=ttyS0 a=\"b\" & c"]),
        ("//comment()", [" the web server ", " as in DNS ", " system "]),
    ])
    func valuesAreFound(path: String, values: [String]) throws {
        #expect(try XMLDocument(xml: TestDocuments.web).select(path) == values)
    }

    @Test func anElementWithElementsIsXML() throws {
        let found = try XMLDocument(xml: "<a><b x='1'><c/></b></a>").select("b")
        #expect(found == ["<b x=\"1\"><c/></b>"])
    }

    @Test func prefixesAreThoseOfTheDocument() throws {
        let document = try XMLDocument(xml: "<a><m xmlns:q='urn:q'><q:x v='1'/></m></a>")
        #expect(try document.select("m/q:x/@v") == ["1"])
    }

    @Test(arguments: ["//", "a[", "unknown()", "z:a", "$x", ""]) func whatIsNoXPathIsRefused(path: String) throws {
        let document = try XMLDocument(xml: "<a/>")
        let error = #expect(throws: XMLError.self) { try document.select(path) }
        #expect(error?.code == .invalidPath)
    }

    @Test func aSearchWithoutEndIsStopped() throws {
        let many = String(repeating: "<b/>", count: 3000)
        let document = try XMLDocument(xml: "<a>\(many)</a>")
        #expect(throws: XMLError.self) {
            try document.select("count(//b[count(//b[count(//b[count(//b) > 1]) > 1]) > 1])")
        }
    }

    @Test func everyChangesPathIsAnXPathThatFindsIt() throws {
        for seed in UInt64(1)...30 {
            var generator = RandomDomain(seed: seed)
            let (first, second) = (
                try XMLDocument(xml: generator.document()), try XMLDocument(xml: generator.document())
            )
            for change in first.changes(to: second) {
                // A prefix may be declared in one of them only.
                let places = [first, second].compactMap { try? $0.select(change.path).count }.reduce(0, +)
                // What goes without saying has a path, too, and stands nowhere.
                #expect(places > 0 || change.before == nil || change.after == nil || change.path.contains("current"))
            }
        }
    }
}
