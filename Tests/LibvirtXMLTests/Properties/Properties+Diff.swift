@testable import LibvirtXML

extension Properties {
    /// Nothing differs from itself, there is a difference in one direction when there is one in the other, and making
    /// the changes leaves none.
    static func comparing(_ input: [UInt8]) throws(BrokenProperty) {
        let (bytes, rest) = parts(of: input)
        guard let document = try? XMLDocument(bytes: bytes, limits: .init(nodes: 3000)) else { return }
        try require(document.changes(to: document).isEmpty, "a document differs from itself")
        if let other = try? XMLDocument(bytes: rest, limits: .init(nodes: 3000)) {
            try bothWays(document, other)
        } else {
            var edited = document
            var script = Script(Array(rest.prefix(48)))
            while script.perform(on: &edited) != nil {}
            try bothWays(document, edited)
        }
    }

    private static func bothWays(_ one: XMLDocument, _ other: XMLDocument) throws(BrokenProperty) {
        let forth = one.changes(to: other), back = other.changes(to: one)
        try require(forth.isEmpty == back.isEmpty, "a difference in one direction only")
        try require(one.bytes != other.bytes || forth.isEmpty, "the same text differs")
        if let merged = one.becoming(other) {
            try require(merged.changes(to: other).isEmpty, "the changes were made, and still there are some")
            try require(Outline(merged) == Outline(reparsing: merged.bytes), "the text is not the tree")
        }
        for change in forth {
            try require(change.path.hasPrefix("/") && change.before != change.after, "a change of nothing")
        }
    }
}
