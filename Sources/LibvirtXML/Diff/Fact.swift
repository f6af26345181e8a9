/// An element as libvirt understands it: values read, comments and layout gone, implied values filled in.
struct Fact: Sendable {
    /// Always one, in an array: facts are handed on all the time, and so their copies share it until one is changed.
    private var contents: [Content]

    private struct Content {
        var key: String
        var page: Int?
        var attributes: Attributes
        var text: Value?
        var children: [Fact]
        let origin: Origin?
    }

    /// A document, held once for all its facts.
    final class Source: Sendable {
        let document: XMLDocument
        init(_ document: XMLDocument) { self.document = document }
    }

    /// Where a fact is written.
    struct Origin: Sendable {
        let source: Source
        let id: XMLNode.ID
        var node: XMLNode { source.document.node(id) }
    }

    init(
        key: String, page: Int? = nil, attributes: Attributes = Attributes(), text: Value? = nil,
        children: [Fact] = [], origin: Origin? = nil
    ) {
        contents = [
            Content(key: key, page: page, attributes: attributes, text: text, children: children, origin: origin)
        ]
    }

    /// The name for comparing: with the namespace in place of a prefix.
    var key: String { contents[0].key }

    /// The page of the rule book that is about it; `nil` where the book has not been asked.
    var page: Int? { contents[0].page }

    /// Where the element is written; `nil` for one that stands only for what libvirt would fill in.
    var origin: Origin? { contents[0].origin }

    var attributes: Attributes {
        get { contents[0].attributes }
        _modify { yield &contents[0].attributes }
    }

    var text: Value? {
        get { contents[0].text }
        _modify { yield &contents[0].text }
    }

    var children: [Fact] {
        get { contents[0].children }
        _modify { yield &contents[0].children }
    }

    /// Makes it an element of another kind, and what is in it a part of that.
    mutating func rename(to key: String) {
        contents[0].key = key
        forgetPages()
    }

    private mutating func forgetPages() {
        contents[0].page = nil
        for index in children.indices { children[index].forgetPages() }
    }

    /// The name with the prefix that it is written with.
    var name: String { origin?.node.name ?? key }

    /// An element of the name of this one that says nothing.
    var empty: Fact { Fact(key: key, page: page) }

    /// Whether it says nothing but its name.
    var isBare: Bool { attributes.isEmpty && text == nil && children.isEmpty }

    /// How many things it says.
    var weight: Int { attributes.count + (text == nil ? 0 : 1) + children.reduce(0) { $0 + max($1.weight, 1) } }

    func children(_ key: String) -> [Fact] { children.filter { $0.key == key } }

    func has(_ key: String) -> Bool { index(of: key) != nil }

    func index(of key: String) -> Int? {
        children.firstIndex { $0.key == key }
    }

    /// The first child of a name.
    func first(_ key: String) -> Fact? { index(of: key).map { children[$0] } }

    /// The value at the end of some steps such as `"target", "@bus"`; setting one makes the elements that are missing.
    subscript(steps: String...) -> Value? {
        get { value(at: steps[...]) }
        set { set(newValue, at: steps[...]) }
    }

    func value(at steps: ArraySlice<String>) -> Value? {
        guard let step = steps.first else { return text }
        if Attributes.isName(step) { return attributes[step] }
        guard let place = index(of: step) else { return nil }
        return children[place].value(at: steps.dropFirst())
    }

    private mutating func set(_ value: Value?, at steps: ArraySlice<String>) {
        guard let step = steps.first else { return text = value }
        if Attributes.isName(step) { return attributes[step] = value }
        let place = index(of: step)
        if place == nil { children.append(Fact(key: step)) }
        children[place ?? children.count - 1].set(value, at: steps.dropFirst())
    }

    /// What the value at the end of some steps means.
    func meaning(_ steps: String...) -> String? { value(at: steps[...])?.meaning }

    /// Fills a value in where none stands.
    mutating func imply(_ value: String?, at steps: String...) {
        guard let value, self.value(at: steps[...]) == nil else { return }
        set(Value(implied: value), at: steps[...])
    }
}

extension Fact: Hashable {
    /// Equal in everything but the order of the children: what is equal here never differs.
    static func == (left: Fact, right: Fact) -> Bool {
        left.key == right.key && left.text == right.text && left.attributes == right.attributes
            && left.children.count == right.children.count && left.children == right.children
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(key)
        hasher.combine(text)
        hasher.combine(attributes)
        hasher.combine(children)
    }
}
