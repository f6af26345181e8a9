/// The rules about files as one tree of names, so that one walk over a definition finds what all of them speak of.
struct FilePlaces: Sendable {
    /// What can stand below one place.
    private struct Branch {
        var children: [(name: String, branch: Int)] = []
        /// The rules that speak of the element itself.
        var rules: [FileRule] = []
    }

    /// An element and a rule that speaks of it.
    typealias Found = (element: Int32, rule: FileRule)

    private var branches = [Branch()]

    /// The places of a domain definition.
    static let domain = FilePlaces(FileRule.domain)

    init(_ rules: [FileRule]) {
        for rule in rules { add(rule, rule.steps[...], below: 0) }
    }

    /// What rules speak of, in the order of the document.
    func elements(in document: XMLDocument) -> [Found] {
        var found: [Found] = []
        collect(below: document.root.id.index, 0, document, &found)
        return found
    }

    private func collect(below parent: Int32, _ branch: Int, _ document: XMLDocument, _ found: inout [Found]) {
        var child = document.nodes[Int(parent)].firstChild
        while child != NodeRecord.none {
            let record = document.nodes[Int(child)]
            if record.kind == .element, let inner = self.branch(record.name, in: branch, document) {
                found += branches[inner].rules.map { (child, $0) }
                if !branches[inner].children.isEmpty { collect(below: child, inner, document, &found) }
            }
            child = record.next
        }
    }

    private func branch(_ name: ByteRange, in branch: Int, _ document: XMLDocument) -> Int? {
        branches[branch].children.first { document.equals(name, $0.name) }?.branch
    }

    private mutating func add(_ rule: FileRule, _ steps: ArraySlice<FileRule.Step>, below branch: Int) {
        guard let step = steps.first else { return branches[branch].rules.append(rule) }
        for name in step.names {
            let inner = self.inner(name, of: branch)
            if step.isNested, !branches[inner].children.contains(where: { $0.branch == inner }) {
                branches[inner].children.append((name, inner))
            }
            add(rule, steps.dropFirst(), below: inner)
        }
        // Any number of nested ones may be none at all.
        if step.isNested { add(rule, steps.dropFirst(), below: branch) }
    }

    private mutating func inner(_ name: String, of branch: Int) -> Int {
        if let known = branches[branch].children.first(where: { $0.name == name }) { return known.branch }
        branches.append(Branch())
        branches[branch].children.append((name, branches.count - 1))
        return branches.count - 1
    }
}
