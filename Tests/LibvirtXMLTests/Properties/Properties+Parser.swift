@testable import LibvirtXML

extension Properties {
    /// What was read is written as it was, in one piece and put together from its parts; every field can be read.
    static func parsing(_ input: [UInt8]) throws(BrokenProperty) {
        let document: XMLDocument
        do {
            document = try XMLDocument(bytes: input)
        } catch {
            try surviving(input)
            return try explained(error as? XMLError)
        }
        try require(document.bytes == input, "other bytes than were read")
        var pieces = document
        for element in document.standingElements { pieces.markEdited(element.id.index, .tagEdited) }
        try require(pieces.bytes == input, "other bytes when put together from the parts")
        try require(Outline(document) == Outline(reparsing: document.bytes), "another tree the second time")
        for node in document.standingElements {
            try require(node.line > 0 && node.column > 0 && node.path.hasPrefix("/"), "an element without a place")
        }
        FieldReading.readAll(of: document)
    }

    /// What libvirt writes is not checked; whatever it is, it is refused or it can be read and compared.
    private static func surviving(_ malformed: [UInt8]) throws(BrokenProperty) {
        guard let document = try? XMLDocument(fromLibvirt: malformed) else { return }
        try require(Outline(document) == Outline(document), "a malformed text is read in two ways")
        try require(document.changes(to: document).isEmpty, "a malformed text differs from itself")
    }

    private static func explained(_ error: XMLError?) throws(BrokenProperty) {
        guard let error else { throw BrokenProperty(description: "an error that is none of ours") }
        try require(!error.message.isEmpty, "a refusal without a reason")
        try require(error.line.map { $0 > 0 } ?? true && error.column.map { $0 > 0 } ?? true, "a place before the text")
    }
}

/// Everything that a document says, without its spelling.
struct Outline: Hashable {
    private var pieces: [String] = []

    init(_ document: XMLDocument) { add(document.root) }

    /// The outline of a text, empty when it is refused.
    init(reparsing bytes: [UInt8]) {
        if let document = try? XMLDocument(bytes: bytes) { add(document.root) }
    }

    private mutating func add(_ node: XMLNode) {
        pieces.append("<" + node.name)
        for (name, value) in node.attributes { pieces += [name, value] }
        var text = ""
        for child in node.children {
            switch child.kind {
            case .text, .cdata: text += child.text
            default:
                if !text.isEmpty { pieces.append("=" + text) }
                text = ""
                if child.kind == .element { add(child) } else { pieces.append("!" + child.name + " " + child.text) }
            }
        }
        if !text.isEmpty { pieces.append("=" + text) }
        pieces.append(">")
    }
}
