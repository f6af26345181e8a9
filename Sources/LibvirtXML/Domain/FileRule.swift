/// One place of a domain definition that names a file of the host.
struct FileRule: Sendable {
    /// The steps from `<domain>`: a name, `a|b` for either, `a*` for any number of nested ones.
    let steps: [[String]]
    let nested: [Bool]
    /// The attribute that holds the path, `nil` for the text.
    let attribute: String?
    let role: FileRole
    /// Whether the file must be there before the guest can start.
    let isNeeded: Bool

    init(_ path: String, _ role: FileRole, needed: Bool = false) {
        let place = ValuePath(path)
        let parts = place.elements.split(separator: "/")
        steps = parts.map { $0.split(separator: "*").first?.split(separator: "|").map(String.init) ?? [] }
        nested = parts.map { $0.hasSuffix("*") }
        attribute = place.attribute
        self.role = role
        isNeeded = needed
    }

    /// The elements of the document that the rule speaks of.
    func elements(in document: XMLDocument) -> [Int32] {
        zip(steps, nested).reduce([document.root.id.index]) { found, step in
            var level = children(of: found, named: step.0, in: document)
            guard step.1 else { return level }
            var all = found
            while !level.isEmpty {
                all += level
                level = children(of: level, named: step.0, in: document)
            }
            return all
        }
    }

    private func children(of parents: [Int32], named names: [String], in document: XMLDocument) -> [Int32] {
        parents.flatMap { parent in names.flatMap { document.children(named: $0, of: parent) } }
    }

    /// The path that the rule finds at an element, `nil` when there is none.
    func path(at element: Int32, in document: XMLDocument) -> String? {
        let value: String?
        if let attribute {
            value = document.attributeIndex(attribute, of: element).map(document.value(ofAttribute:))
        } else {
            let hasElements = document.childIndices(of: element).contains { document.nodes[Int($0)].kind == .element }
            value = hasElements ? nil : document.text(of: element)
        }
        return value.flatMap { $0.trimmed.isEmpty ? nil : $0 }
    }
}
