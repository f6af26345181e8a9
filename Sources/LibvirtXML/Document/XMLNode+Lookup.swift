extension XMLNode {
    /// The first element at a path of names below this one, such as `os/kernel`.
    public func first(_ path: String) -> XMLNode? {
        document.firstElement(at: path, from: id.index).map { XMLNode(document: document, id: ID(index: $0)) }
    }

    /// All elements at a path of names below this one, such as `devices/disk`.
    public func all(_ path: String) -> [XMLNode] {
        document.elements(at: path, from: id.index).map { XMLNode(document: document, id: ID(index: $0)) }
    }

    /// The text or the attribute at a path, such as `os/kernel` or `os/type/@arch`; `nil` when it is not there.
    public func value(_ path: String) -> String? { document.value(at: path, from: id.index) }
}

extension XMLDocument {
    func firstElement(at path: String, from start: Int32) -> Int32? {
        var current = start
        let names = XMLDocument.names(in: path)
        for name in names {
            guard let child = firstChild(named: name, of: current) else {
                return names.count > 1 ? elements(at: path, from: start).first : nil
            }
            current = child
        }
        return current
    }

    func elements(at path: String, from start: Int32) -> [Int32] {
        XMLDocument.names(in: path).reduce([start]) { parents, name in
            parents.flatMap { children(named: name, of: $0) }
        }
    }

    private static func names(in path: String) -> [String] {
        guard path.utf8.contains(UInt8(ascii: "/")) else { return path.isEmpty ? [] : [path] }
        return path.parts(between: "/").map(String.init)
    }

    func value(at path: String, from start: Int32) -> String? {
        let place = ValuePath(path)
        guard let element = firstElement(at: place.elements, from: start) else { return nil }
        guard let attribute = place.attribute else { return text(of: element) }
        return attributeIndex(attribute, of: element).map(value(ofAttribute:))
    }
}

/// A path to a text (`os/kernel`) or to an attribute (`os/type/@arch`).
struct ValuePath: Hashable, Sendable {
    var elements: String
    var attribute: String?

    init(_ path: String) {
        guard let at = path.utf8.lastIndex(of: UInt8(ascii: "@")) else {
            elements = path
            return
        }
        elements = String(path[..<at].last == "/" ? path[..<at].dropLast() : path[..<at])
        attribute = String(path[path.index(after: at)...])
    }
}
