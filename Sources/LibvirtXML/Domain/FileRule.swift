/// One place of a domain definition that names a file of the host.
struct FileRule: Sendable {
    /// One step of the way: an element of one of the names, or any number of them, one in the other.
    struct Step: Sendable {
        let names: [String]
        let isNested: Bool
    }

    /// The steps from `<domain>`, written as a name, `a|b` for either, `a*` for any number of nested ones.
    let steps: [Step]
    /// The attribute that holds the path, `nil` for the text.
    let attribute: String?
    let role: FileRole
    /// Whether the file must be there before the guest can start.
    let isNeeded: Bool

    init(_ path: String, _ role: FileRole, needed: Bool = false) {
        let place = ValuePath(path)
        steps = place.elements.split(separator: "/").map { step in
            let isNested = step.hasSuffix("*")
            let names = step.dropLast(isNested ? 1 : 0).split(separator: "|")
            return Step(names: names.map(String.init), isNested: isNested)
        }
        attribute = place.attribute
        self.role = role
        isNeeded = needed
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
