@testable import LibvirtXML

extension Properties {
    /// An edit changes bytes only inside the element that it names, leaves what else is in it as it was, and the text
    /// that comes out is the tree that is held.
    static func editing(_ input: [UInt8]) throws(BrokenProperty) {
        let (bytes, rest) = parts(of: input)
        // Deep enough to be interesting, and far from the limit when elements have been added.
        guard var document = try? XMLDocument(bytes: bytes, limits: .init(depth: 60, nodes: 3000)) else { return }
        var script = Script(Array(rest.prefix(48)))
        while true {
            let before = document
            guard let step = script.perform(on: &document) else { return }
            try require(step.holds(document), "the edit was not made")
            try outsideIsKept(before, document, step)
            try require(Outline(document) == Outline(reparsing: document.bytes), "the text is not the tree")
            for node in document.standingElements.prefix(20) {
                try require(document.bytes(of: node.id).first == UInt8(ascii: "<"), "an element without its bytes")
            }
        }
    }

    private static func outsideIsKept(
        _ before: XMLDocument, _ after: XMLDocument, _ step: Script.Step
    ) throws(BrokenProperty) {
        let old = before.bytes, new = after.bytes
        let start = before.bytes(before: step.scope).count, end = start + before.bytes(of: step.scope).count
        try require(new.starts(with: old[..<start]), "bytes in front of the edit changed")
        try require(new.suffix(old.count - end).elementsEqual(old[end...]), "bytes behind the edit changed")
        guard let touched = step.touched else { return }
        for child in before.node(step.scope).elements where child.id != touched {
            try require(
                after.contains(child.id) && after.bytes(of: child.id) == before.bytes(of: child.id),
                "a neighbour of the edit changed")
        }
    }
}
