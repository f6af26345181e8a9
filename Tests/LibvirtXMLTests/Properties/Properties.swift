@testable import LibvirtXML

/// What must hold for any input: the tests try known input, the fuzzer looks for some for which it does not hold.
///
/// An input is bytes. The first NUL, which no XML can have, ends the document; what follows is a ``Script`` of edits or
/// another document. Input that is refused has kept every promise.
enum Properties {
    static let all: [(name: String, hold: @Sendable ([UInt8]) throws(BrokenProperty) -> Void)] = [
        ("parser", parsing), ("edit", editing), ("diff", comparing), ("schema", validating),
    ]

    static func parts(of input: [UInt8]) -> (document: [UInt8], rest: [UInt8]) {
        guard let end = input.firstIndex(of: 0) else { return (input, []) }
        return (Array(input[..<end]), Array(input[(end + 1)...]))
    }
}

/// A property that does not hold, and where.
struct BrokenProperty: Error, CustomStringConvertible {
    let description: String
}

func require(_ holds: Bool, _ description: @autoclosure () -> String) throws(BrokenProperty) {
    guard holds else { throw BrokenProperty(description: description()) }
}

extension XMLDocument {
    /// The elements that stand in the tree, in the order of their numbers.
    var standingElements: [XMLNode] {
        nodes.indices.lazy.map { node(XMLNode.ID(index: Int32($0))) }
            .filter { $0.kind == .element && contains($0.id) }
    }
}
