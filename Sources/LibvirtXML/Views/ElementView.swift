/// A typed look at one element of a document, for reading and writing.
///
/// A view is a few one-line properties over ``subscript(_:)-(String)``, which reads and writes the text or the attribute
/// at a path:
///
/// ```swift
/// public struct Watchdog: ElementView {
///     public static let path = "devices/watchdog"
///     public var document: XMLDocument
///     public let id: XMLNode.ID
///     public init(document: XMLDocument, id: XMLNode.ID) { (self.document, self.id) = (document, id) }
///
///     public var action: String? { get { self["@action"] } set { self["@action"] = newValue } }
/// }
/// ```
public protocol ElementView: Sendable {
    /// Where such elements stand, seen from the document's outermost element; empty for that element itself.
    static var path: String { get }
    /// The document that the view reads and edits.
    var document: XMLDocument { get set }
    /// The element that paths begin at.
    var id: XMLNode.ID { get }

    /// A view of the element `id` of `document`.
    init(document: XMLDocument, id: XMLNode.ID)
}

extension ElementView {
    /// The element, for whatever has no property of its own.
    public var node: XMLNode { document.node(id) }

    /// The text or attribute at a path below the element, such as `driver/@type`, `@device` or `serial`.
    ///
    /// Writing makes the elements that are missing, in libvirt's order. Writing `nil` removes the attribute, or the
    /// element whose text it is.
    public subscript(path: String) -> String? {
        get { document.value(at: path, from: id.index) }
        set {
            let place = ValuePath(path)
            guard let newValue else { return document.removeValue(at: place, from: id) }
            let element = document.makeElement(at: place.elements, from: id)
            if let attribute = place.attribute {
                document.setAttribute(attribute, to: newValue, of: element)
            } else {
                document.setText(newValue, of: element)
            }
        }
    }

    /// The value at a path as one of a set of known words; words that are not in it are kept.
    public subscript<Token: XMLToken>(path: String, as type: Token.Type) -> Token? {
        get { self[path].map { Token(rawValue: $0) } }
        set { self[path] = newValue?.rawValue }
    }

    /// The value at a path as a whole number; text that is no number reads as `nil`.
    public subscript(number path: String) -> Int? {
        get { self[path].flatMap { Int($0.trimmed) } }
        set { self[path] = newValue.map(String.init) }
    }

    /// Whether an element such as `<readonly/>` is there.
    public subscript(flag path: String) -> Bool {
        get { document.firstElement(at: path, from: id.index) != nil }
        set {
            if newValue {
                document.makeElement(at: path, from: id)
            } else {
                document.removeValue(at: ValuePath(path), from: id)
            }
        }
    }
}

extension XMLDocument {
    /// The element at a path; what is missing of it is made.
    @discardableResult
    mutating func makeElement(at path: String, from start: XMLNode.ID) -> XMLNode.ID {
        var current = firstElement(at: path, from: start.index).map(XMLNode.ID.init)
        if let current { return current }
        current = start
        for name in path.split(separator: "/") {
            let parent = current ?? start
            let child = firstChild(named: String(name), of: parent.index).map(XMLNode.ID.init)
            current = child ?? insert(NewElement(String(name)), into: parent)
        }
        return current ?? start
    }

    mutating func removeValue(at place: ValuePath, from start: XMLNode.ID) {
        guard let element = firstElement(at: place.elements, from: start.index).map(XMLNode.ID.init) else { return }
        if let attribute = place.attribute { removeAttribute(attribute, of: element) } else { remove(element) }
    }
}

extension String {
    /// The text without white space at its ends, as libvirt reads numbers and amounts.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
