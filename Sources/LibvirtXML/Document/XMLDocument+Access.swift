import Glibc

/// Reading by index, without views: what typed accessors and edits stand on.
extension XMLDocument {
    func string(_ range: ByteRange) -> String { String(decoding: store[range.bounds], as: UTF8.self) }

    func equals(_ range: ByteRange, _ text: String) -> Bool {
        // Most names differ in their length already.
        range.bounds.count == text.utf8.count && store[range.bounds].elementsEqual(text.utf8)
    }

    func value(ofAttribute index: Int32) -> String {
        Text.decode(store[attributes[Int(index)].value.bounds], isAttribute: true)
    }

    func attributeIndices(of element: Int32) -> Siblings<AttributeRecord> {
        Siblings(in: attributes, from: nodes[Int(element)].firstAttribute)
    }

    func attributeIndex(_ name: String, of element: Int32) -> Int32? {
        attributeIndices(of: element).first { equals(attributes[Int($0)].name, name) }
    }

    func childIndices(of node: Int32) -> Siblings<NodeRecord> {
        Siblings(in: nodes, from: nodes[Int(node)].firstChild)
    }

    func children(named name: String, of node: Int32) -> [Int32] {
        var found: [Int32] = []
        var child = firstChild(named: name, of: node)
        while let index = child {
            found.append(index)
            child = element(named: name, from: nodes[Int(index)].next)
        }
        return found
    }

    func firstChild(named name: String, of node: Int32) -> Int32? {
        element(named: name, from: nodes[Int(node)].firstChild)
    }

    private func element(named name: String, from start: Int32) -> Int32? {
        var index = start
        while index != NodeRecord.none {
            let record = nodes[Int(index)]
            if record.kind == .element, equals(record.name, name) { return index }
            index = record.next
        }
        return nil
    }

    func text(of index: Int32) -> String {
        let record = nodes[Int(index)]
        let bytes = store[record.range.bounds]
        switch record.kind {
        case .text: return Text.decode(bytes, isAttribute: false)
        case .cdata: return Text.decodeLineEnds(bytes.dropFirst(9).dropLast(3))
        case .comment: return Text.decodeLineEnds(bytes.dropFirst(4).dropLast(3))
        case .processingInstruction:
            return Text.decodeLineEnds(
                bytes.dropFirst(2 + record.name.bounds.count).dropLast(2).drop(while: ByteCursor.isSpace))
        case .element, .document:
            // Nearly always there is one piece of text, or none.
            if record.firstChild == NodeRecord.none { return "" }
            if record.firstChild == record.lastChild {
                return isText(record.firstChild) || nodes[Int(record.firstChild)].kind == .element
                    ? text(of: record.firstChild) : ""
            }
            return childIndices(of: index).filter { isText($0) || nodes[Int($0)].kind == .element }
                .map(text(of:)).joined()
        }
    }

    func isText(_ index: Int32) -> Bool { nodes[Int(index)].kind == .text || nodes[Int(index)].kind == .cdata }

    func namespace(ofPrefix prefix: String?, at start: Int32) -> String? {
        if prefix == "xml" { return "http://www.w3.org/XML/1998/namespace" }
        let declaration = prefix.map { "xmlns:" + $0 } ?? "xmlns"
        var element = start
        while element > 0 {
            if let index = attributeIndex(declaration, of: element) {
                let value = value(ofAttribute: index)
                return value.isEmpty ? nil : value
            }
            element = nodes[Int(element)].parent
        }
        return nil
    }
}

extension Text {
    /// Text in which no reference is one: only line ends are normalised.
    static func decodeLineEnds(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(0x0D) else { return String(decoding: bytes, as: UTF8.self) }
        var output: [UInt8] = []
        for (offset, byte) in zip(bytes.indices, bytes) {
            if byte != 0x0D {
                output.append(byte)
            } else if offset + 1 >= bytes.endIndex || bytes[offset + 1] != 0x0A {
                output.append(0x0A)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
