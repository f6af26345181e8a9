/// A text or an attribute of one type; `nil` when it is not there or is no value of the type.
public struct Field<Content: FieldValue>: ElementField {
    /// Where it stands below the element of the view.
    public let path: String

    /// The text or attribute at `path`, such as `serial` or `driver/@cache`.
    public init(_ path: String) { self.path = path }

    /// What the document says.
    public func value(in view: some ElementView) -> Content? { view[path].flatMap { Content(text: $0) } }

    /// Makes the document say it; `nil` takes the attribute or the element away.
    public func set(_ value: Content?, in view: inout some ElementView) { view[path] = value?.text }

    /// The same field for something that libvirt assumes when nothing is said.
    ///
    /// - Parameter value: What is read when nothing is there.
    /// - Returns: A field that is never `nil`.
    public func or(_ value: Content) -> FieldWithDefault<Content> { FieldWithDefault(field: self, standard: value) }
}

/// A text or an attribute for which libvirt assumes a value when nothing is said.
public struct FieldWithDefault<Content: FieldValue>: ElementField {
    let field: Field<Content>
    let standard: Content

    /// Where it stands below the element of the view.
    public var path: String { field.path }

    /// What the document says, or what libvirt assumes.
    public func value(in view: some ElementView) -> Content { field.value(in: view) ?? standard }

    /// Makes the document say it.
    public func set(_ value: Content, in view: inout some ElementView) { field.set(value, in: &view) }
}

/// An element that says something by being there, such as `<readonly/>`.
public struct Presence: ElementField {
    /// Where it stands below the element of the view.
    public let path: String

    /// The element at `path`.
    public init(_ path: String) { self.path = path }

    /// Whether it is there.
    public func value(in view: some ElementView) -> Bool { view.node.first(path) != nil && view.isPresent }

    /// Makes it be there, or not.
    public func set(_ value: Bool, in view: inout some ElementView) {
        if value { view.makeElement(at: path) } else { view[path] = nil }
    }
}

/// A yes or no in one of the pairs of words that libvirt uses.
public struct Switch: ElementField {
    /// Where it stands below the element of the view.
    public let path: String
    let words: (yes: String, no: String)

    /// The attribute or text at `path`, as `on` or `off`.
    public init(onOff path: String) { (self.path, words) = (path, ("on", "off")) }

    /// The attribute or text at `path`, as `yes` or `no`.
    public init(yesNo path: String) { (self.path, words) = (path, ("yes", "no")) }

    /// What the document says; `nil` when nothing or another word is there.
    public func value(in view: some ElementView) -> Bool? {
        switch view[path]?.trimmed {
        case words.yes: true
        case words.no: false
        default: nil
        }
    }

    /// Makes the document say it.
    public func set(_ value: Bool?, in view: inout some ElementView) {
        view[path] = value.map { $0 ? words.yes : words.no }
    }
}

/// Texts or attributes of equal elements in a row, such as the `dev` of every `<boot>`.
public struct Values<Content: FieldValue>: ElementField {
    /// Where they stand below the element of the view.
    public let path: String

    /// The texts or attributes at `path`.
    public init(_ path: String) { self.path = path }

    /// What the document says, in its order; what is no value of the type is left out.
    public func value(in view: some ElementView) -> [Content] {
        view.allTexts(at: path).compactMap { Content(text: $0) }
    }

    /// Makes the document say it; elements that are there already are used again, in their order.
    public func set(_ value: [Content], in view: inout some ElementView) { view.setTexts(value.map(\.text), at: path) }
}
