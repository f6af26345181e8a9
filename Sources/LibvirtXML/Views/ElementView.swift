/// A typed look at one element of a document, for reading and writing.
///
/// The properties of a view are the fields of its kind, see ``ElementFields``. For what has no field there are
/// ``subscript(_:)-(String)`` and ``node``.
@dynamicMemberLookup
public protocol ElementView: Sendable {
    /// The fields that the view has as properties.
    associatedtype Fields: ElementFields

    /// The document that the view reads and edits.
    var document: XMLDocument { get set }
    /// The identity of the element, or of the nearest one around it that is there.
    var id: XMLNode.ID { get }
    /// The steps from that one to the element; empty for an element that is there.
    var steps: String { get }
}

extension ElementView {
    /// The element is there.
    public var steps: String { "" }

    /// Whether the element is in the document.
    public var isPresent: Bool { document.firstElement(at: document.spelled(steps), from: id.index) != nil }

    /// The element, for whatever has no property of its own; the nearest one around it when it is not there.
    public var node: XMLNode {
        document.node(document.firstElement(at: document.spelled(steps), from: id.index).map(XMLNode.ID.init) ?? id)
    }

    /// A field of the element as a property.
    public subscript<Field: ElementField>(dynamicMember member: KeyPath<Fields, Field>) -> Field.Value {
        get { Fields.all[keyPath: member].value(in: self) }
        set { Fields.all[keyPath: member].set(newValue, in: &self) }
        _modify {
            let field = Fields.all[keyPath: member]
            var value = field.take(from: &self)
            defer { field.giveBack(value, to: &self) }
            yield &value
        }
    }

    /// The text or attribute at a path below the element, such as `driver/@type`, `@device` or `serial`.
    ///
    /// Writing makes the elements that are missing, in libvirt's order. Writing `nil` removes the attribute, or the
    /// element whose text it is, and with it those around it that were made for it and are empty now.
    public subscript(path: String) -> String? {
        get { document.value(at: document.spelled(self.steps(to: path)), from: id.index) }
        set {
            let place = ValuePath(self.steps(to: path))
            guard let newValue else { return document.removeValue(at: place, from: id) }
            document.setValue(newValue, at: place, of: document.makeElement(at: place.elements, from: id))
        }
    }

    /// A path below the element as one from ``id``.
    func steps(to inner: String) -> String {
        let own = steps
        return own.isEmpty ? inner : inner.isEmpty ? own : own + "/" + inner
    }

    @discardableResult
    mutating func makeElement(at path: String) -> XMLNode.ID {
        let element = document.makeElement(at: self.steps(to: path), from: id)
        document.keep(element)
        return element
    }

    /// The texts or attributes of all elements at a path.
    func allTexts(at path: String) -> [String] {
        let place = ValuePath(document.spelled(self.steps(to: path)))
        return document.elements(at: place.elements, from: id.index).compactMap { element in
            guard let attribute = place.attribute else { return document.text(of: element) }
            return document.attributeIndex(attribute, of: element).map(document.value(ofAttribute:))
        }
    }

    mutating func setTexts(_ texts: [String], at path: String) {
        let place = ValuePath(self.steps(to: path))
        let old = document.elements(at: document.spelled(place.elements), from: id.index).map(XMLNode.ID.init)
        for (element, text) in zip(old, texts) { document.setValue(text, at: place, of: element) }
        for element in old.dropFirst(texts.count) { document.removeElement(element, upTo: id) }
        for text in texts.dropFirst(old.count) {
            let parent = document.makeElement(at: FilePath.parent(of: place.elements), from: id)
            document.setValue(text, at: place, of: document.makeChild(at: place.elements, in: parent))
        }
    }
}

extension String {
    /// The text without white space at its ends, as libvirt reads numbers and amounts.
    var trimmed: String {
        if utf8.first.map(ByteCursor.isSpace) != true, utf8.last.map(ByteCursor.isSpace) != true { return self }
        let start = utf8.drop(while: ByteCursor.isSpace)
        guard let end = start.lastIndex(where: { !ByteCursor.isSpace($0) }) else { return "" }
        return String(Substring(start[...end]))
    }

    /// Whether there is nothing but white space in it.
    var isBlank: Bool {
        // Nearly every text begins with a character that tells at once.
        guard let first = utf8.first else { return true }
        return !(0x21...0x7E).contains(first) && allSatisfy(\.isWhitespace)
    }
}

extension StringProtocol {
    /// The parts between characters of ASCII, without empty ones; found byte by byte, as whole characters take longer.
    func parts(between separator: Unicode.Scalar) -> [Substring] {
        Substring(self).utf8.split(separator: UInt8(ascii: separator)).map(Substring.init)
    }
}
