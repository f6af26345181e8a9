@testable import LibvirtXML

extension Properties {
    /// Each mistake that is found has a place in the text and a sentence, and the schema's verdict is that of all
    /// documents of the same shape.
    static func validating(_ input: [UInt8]) throws(BrokenProperty) {
        guard let document = try? XMLDocument(bytes: input, limits: .init(nodes: 3000)) else { return }
        guard let schema = try? Schema(Schema.Kind(root: document.root.name) ?? .domain) else {
            throw BrokenProperty(description: "libvirt's schemas are not installed")
        }
        let lines = input.count { $0 == UInt8(ascii: "\n") } + 1
        for finding in schema.validate(document) {
            try require(!finding.message.isEmpty && finding.path.hasPrefix("/"), "a finding that says nothing")
            try require((1...lines).contains(finding.line) && finding.column > 0, "a finding outside of the text")
        }
        let twin = withOtherValues(document)
        try require(twin.shape.bytes == document.shape.bytes, "a plain value is part of the shape")
        try require(schema.allows(twin) == schema.allows(document), "the schema looks at what is not in the shape")
    }

    /// The document with other plain values wherever one is free.
    private static func withOtherValues(_ document: XMLDocument) -> XMLDocument {
        let others: [PlainValue: String] = [
            .name: "another-1.name", .path: "/another/path", .uuid: "01234567-89ab-cdef-0123-456789abcdef",
            .mac: "02:ab:cd:ef:01:23",
        ]
        var twin = document
        for (place, kind) in FreePlaces.table where place.hasPrefix(document.root.name + "/") {
            let path = ValuePath(String(place.dropFirst(document.root.name.utf8.count + 1)))
            for element in document.root.all(path.elements) {
                guard let written = document.written(at: path.attribute, of: element), kind.covers(written),
                    let other = others[kind]
                else { continue }
                twin.setValue(other, at: path, of: element.id)
            }
        }
        return twin
    }
}

extension XMLDocument {
    /// The bytes of an attribute's value, or of a text that is all that is in an element.
    fileprivate func written(at attribute: String?, of element: XMLNode) -> ArraySlice<UInt8>? {
        if let attribute {
            return attributeIndex(attribute, of: element.id.index).map { store[attributes[Int($0)].value.bounds] }
        }
        guard let text = element.children.first, element.children.count == 1, text.kind == .text else { return nil }
        return store[text.record.range.bounds]
    }
}
