/// The path of a change, taken apart: `/domain/devices/disk[target/@dev='vda']/driver/@cache`.
public struct ChangePath: Hashable, Sendable {
    /// One element on the way.
    public struct Step: Hashable, Sendable {
        /// The element's name, prefix included.
        public var name: String
        /// Values that tell it from its twins, by their paths from it.
        public var values: [String: String] = [:]
        /// Its place among its twins, counted from 1.
        public var number: Int?
    }

    /// The elements, the outermost one first.
    public var steps: [Step]
    /// The attribute, where the change is one of an attribute.
    public var attribute: String?

    /// Takes a path apart; `nil` for what is no path of a change.
    public init?(_ path: String) {
        var reader = Reader(rest: path[...])
        guard let steps = reader.steps(), !steps.isEmpty || reader.attribute != nil else { return nil }
        (self.steps, attribute) = (steps, reader.attribute)
    }

    /// A path of these steps.
    public init(steps: [Step], attribute: String? = nil) { (self.steps, self.attribute) = (steps, attribute) }

    /// The path of the element around the element or the attribute.
    public var parent: ChangePath {
        attribute == nil ? ChangePath(steps: steps.dropLast()) : ChangePath(steps: steps)
    }

    /// The names of the elements below the outermost one, as in `devices/disk`.
    public var names: String { steps.dropFirst().map(\.name).joined(separator: "/") }

    /// Reads a path from its beginning to its end.
    private struct Reader {
        var rest: Substring
        var attribute: String?

        mutating func steps() -> [Step]? {
            var steps: [Step] = []
            while let first = rest.popFirst() {
                guard first == "/", attribute == nil else { return nil }
                if rest.first == "@" {
                    attribute = String(rest.dropFirst())
                    rest = ""
                } else {
                    let name = rest.prefix { $0 != "/" && $0 != "[" }
                    rest = rest.dropFirst(name.count)
                    var step = Step(name: String(name))
                    while rest.first == "[" { guard readPredicate(into: &step) else { return nil } }
                    steps.append(step)
                }
            }
            return steps
        }

        private mutating func readPredicate(into step: inout Step) -> Bool {
            rest = rest.dropFirst()
            let key = rest.prefix { $0 != "=" && $0 != "]" }
            rest = rest.dropFirst(key.count)
            if rest.popFirst() == "]" {
                step.number = Int(key)
                return step.number != nil
            }
            guard let quote = rest.popFirst(), quote == "'" || quote == "\"" else { return false }
            let value = rest.prefix { $0 != quote }
            rest = rest.dropFirst(value.count + 1)
            step.values[key == "." ? "" : String(key)] = String(value)
            return rest.popFirst() == "]"
        }
    }
}

extension XMLDocument {
    /// The element at a change's path; `nil` when this document does not have it.
    public func element(at path: ChangePath) -> XMLNode? {
        guard let first = path.steps.first, first.name == root.name else { return nil }
        return path.steps.dropFirst().reduce(root) { node, step in
            node.flatMap { element(step, in: $0) }
        }
    }

    private func element(_ step: ChangePath.Step, in parent: XMLNode) -> XMLNode? {
        let twins = parent.elements(named: step.name)
        if let number = step.number { return twins.indices.contains(number - 1) ? twins[number - 1] : nil }
        guard !step.values.isEmpty else { return twins.first }
        return twins.first { twin in
            step.values.allSatisfy { path, value in
                let written = path.isEmpty ? twin.text : twin.value(path)
                // A device that is named by what libvirt would number it is the one without a number.
                return written?.trimmed == value
            }
        }
    }
}
