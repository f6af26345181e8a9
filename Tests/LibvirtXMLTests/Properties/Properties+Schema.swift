@testable import LibvirtXML

extension Properties {
    /// Each mistake that is found has a place in the text and a sentence.
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
    }
}
