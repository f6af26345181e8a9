import Testing

@testable import Strata

@Suite("Choosing a connection") struct ConnectingTests {
    @Test(
        arguments: [
            ("uri_default = \"qemu:///session\"\n", "qemu:///session"),
            ("  uri_default='xen:///system'  # a remark\n", "xen:///system"),
            ("uri_default = \"a:///\"\nuri_default = \"b:///\"\n", "b:///"),
            ("#uri_default = \"qemu:///session\"\n", nil),
            ("uri_aliases = [ \"x=qemu+ssh://x/system\" ]\n", nil),
            ("uri_default = qemu:///session\n", nil),
            ("", nil),
        ] as [(String, String?)])
    func theDefaultOfAConfigurationIsRead(text: String, uri: String?) {
        #expect(ClientConfiguration.defaultURI(in: text) == uri)
    }
}

@Suite("Waiting for a text") struct TextMatcherTests {
    @Test(arguments: [1, 2, 3, 5, 100]) func aTextIsFoundHoweverItIsCutUp(size: Int) {
        let bytes = Array("noise STRATA HEL STRATA HELLO more".utf8)
        var matcher = TextMatcher("STRATA HELLO")
        var found: Int?
        for start in stride(from: 0, to: bytes.count, by: size) where found == nil {
            let end = min(start + size, bytes.count)
            if matcher.feed(bytes[start..<end]) { found = end }
        }
        #expect(found.map { $0 >= 29 } == true)
    }

    @Test func anotherTextIsNotFound() {
        var matcher = TextMatcher("abc")
        let answers = ["ab", "ab", "c"].map { matcher.feed(Array($0.utf8)) }
        #expect(answers == [false, false, true])
    }
}
