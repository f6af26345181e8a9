/// An element as libvirt understands it: values read, comments and layout gone, implied values filled in.
struct Fact: Sendable {
    /// The name with the prefix that it is written with.
    var name: String
    /// The name for comparing: with the namespace in place of a prefix.
    var key: String
    var attributes: [String: Value] = [:]
    var text: Value?
    var children: [Fact] = []
    /// The element itself; `nil` for one that stands only for what libvirt would fill in.
    var node: XMLNode?

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
    func first(_ path: String) -> Fact? {
        path.split(separator: "/").reduce(self) { fact, name in fact?.children.first { $0.key == name } }
    }

    /// The value at a path such as `target/@bus` or `name`; setting one makes the elements that are missing.
    subscript(path: String) -> Value? {
        get {
            let place = ValuePath(path)
            let fact = first(place.elements)
            return place.attribute.map { fact?.attributes[$0] } ?? fact?.text
        }
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
