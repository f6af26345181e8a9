/// An element as libvirt understands it: values read, comments and layout gone, implied values filled in.
struct Fact: Sendable {
    /// The name with the prefix that it is written with.
    var name: String
    /// The name for comparing: with the namespace in place of a prefix.
    var key: String
    var attributes = Attributes()
    var text: Value?
    var children: [Fact] = []
    /// Where the element is written; `nil` for one that stands only for what libvirt would fill in.
    var origin: Origin?

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

    init(name: String) { (self.name, self.key) = (name, name) }

    /// An element of the name of this one that says nothing.
    var empty: Fact {
        var empty = Fact(name: name)
        empty.key = key
        return empty
    }

    /// Whether it says nothing but its name.
    var isBare: Bool { attributes.isEmpty && text == nil && children.isEmpty }

    /// How many things it says.
    var weight: Int { attributes.count + (text == nil ? 0 : 1) + children.reduce(0) { $0 + max($1.weight, 1) } }

    func children(_ key: String) -> [Fact] { children.filter { $0.key == key } }

    /// The first child at a path of names.
    func first(_ path: String) -> Fact? { first(path[...]) }

    private func first(_ path: Substring) -> Fact? {
        let (name, rest) = Fact.step(path)
        guard let place = children.firstIndex(where: { $0.key == name }) else { return nil }
        return rest.isEmpty ? children[place] : children[place].first(rest)
    }

    private func value(_ path: Substring) -> Value? {
        if path.isEmpty { return text }
        let (name, rest) = Fact.step(path)
        if name.utf8.first == UInt8(ascii: "@") { return attributes[name.dropFirst()] }
        return children.firstIndex { $0.key == name }.flatMap { children[$0].value(rest) }
    }

    /// The first name of a path, and what comes behind its slash.
    private static func step(_ path: Substring) -> (name: Substring, rest: Substring) {
        guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return (path, "") }
        return (path[..<slash], path[path.utf8.index(after: slash)...])
    }

    /// The value at a path such as `target/@bus` or `name`; setting one makes the elements that are missing.
    subscript(path: String) -> Value? {
        get { value(path[...]) }
        set {
            let place = ValuePath(path)
            update(place.elements.split(separator: "/")[...]) { fact in
                if let attribute = place.attribute {
                    fact.attributes[attribute] = newValue
                } else {
                    fact.text = newValue
                }
            }
        }
    }

    /// What the value at a path means.
    func meaning(_ path: String) -> String? { self[path]?.meaning }

    /// Fills a value in where none stands.
    mutating func imply(_ path: String, _ value: String?) {
        guard let value, self[path] == nil else { return }
        self[path] = Value(implied: value)
    }

    private mutating func update(_ steps: ArraySlice<Substring>, _ change: (inout Fact) -> Void) {
        guard let step = steps.first else { return change(&self) }
        let place = children.firstIndex { $0.key == step }
        if place == nil { children.append(Fact(name: String(step))) }
        children[place ?? children.count - 1].update(steps.dropFirst(), change)
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
