@testable import LibvirtXML

/// One thing that a document may hold by a schema: an element, the text of one, or an attribute.
struct SchemaName: Hashable, Comparable, CustomStringConvertible {
    /// The steps from the outermost element, which is none of them.
    var steps: [String]
    var attribute: String?
    var isText = false

    /// A path such as `devices/disk/driver/@cache` or `memory/text()`.
    var description: String {
        (steps + (attribute.map { ["@" + $0] } ?? []) + (isText ? ["text()"] : [])).joined(separator: "/")
    }

    static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}

/// All names that a schema allows, each at every place where it may stand.
///
/// An element that may hold itself is followed once; names in any namespace are `*`.
struct SchemaNames {
    private struct Place: Hashable {
        let file: String
        let node: XMLNode.ID
    }

    /// The words that a text may be; `nil` when it may be anything else, too.
    typealias Words = Set<String>?

    private struct Content {
        var attributes: [String: Words] = [:]
        var elements: [(name: String, place: Place)] = []
        var text: Words?
    }

    private let scope: Grammar.Scope
    private var nodes: [Place: XMLNode] = [:]
    private var contents: [Place: Content] = [:]

    /// The names in the schema file, below its outermost element.
    static func all(in file: String) throws -> Set<SchemaName> { Set(try words(in: file).keys) }

    /// The same, each with the words that it may be.
    static func words(in file: String) throws -> [SchemaName: Words] {
        var walk = SchemaNames(scope: try Grammar(file: file).root)
        let start = walk.content(of: walk.scope.starts.flatMap(\.elements))
        var names: [SchemaName: Words] = [:]
        for root in start.elements { walk.follow(root.place, [], [root.place], into: &names) }
        return names
    }

    private init(scope: Grammar.Scope) { self.scope = scope }

    private mutating func follow(
        _ place: Place, _ steps: [String], _ around: Set<Place>, into names: inout [SchemaName: Words]
    ) {
        let content = content(at: place)
        for (attribute, words) in content.attributes {
            names.add(words, to: SchemaName(steps: steps, attribute: attribute))
        }
        if let words = content.text { names.add(words, to: SchemaName(steps: steps, isText: true)) }
        for (name, inner) in content.elements {
            names.add(nil, to: SchemaName(steps: steps + [name]))
            if !around.contains(inner) { follow(inner, steps + [name], around.union([inner]), into: &names) }
        }
    }

    private mutating func content(at place: Place) -> Content {
        if let known = contents[place] { return known }
        guard let node = nodes[place] else { return Content() }
        let content = content(of: node.attribute("name") == nil ? Array(node.elements.dropFirst()) : node.elements)
        contents[place] = content
        return content
    }

    private mutating func content(of patterns: [XMLNode]) -> Content {
        var content = Content()
        var seen: Set<String> = []
        for pattern in patterns { add(pattern, to: &content, &seen) }
        return content
    }

    private mutating func add(_ pattern: XMLNode, to content: inout Content, _ seen: inout Set<String>) {
        switch pattern.localName {
        case "attribute":
            let isNamed = pattern.attribute("name") != nil
            let inside = self.content(of: isNamed ? pattern.elements : Array(pattern.elements.dropFirst()))
            for name in NameClass(of: pattern, isAttribute: true).spelled {
                content.attributes.add(inside.text ?? nil, to: name)
            }
        case "element":
            let place = Place(file: pattern.document.file ?? "", node: pattern.id)
            nodes[place] = pattern
            for name in NameClass(of: pattern, isAttribute: false).spelled { content.elements.append((name, place)) }
        case "ref":
            let name = pattern.attribute("name") ?? ""
            guard seen.insert(name).inserted else { return }
            for definition in scope.definitions[name] ?? [] {
                for inner in definition.elements { add(inner, to: &content, &seen) }
            }
        case "value": content.text = .some(content.text.map { $0?.union([pattern.text]) } ?? [pattern.text])
        case "text", "data", "list": content.text = .some(nil)
        default: for inner in pattern.elements { add(inner, to: &content, &seen) }
        }
    }
}

extension NameClass {
    /// The names as libvirt's own examples write them, with their prefixes.
    fileprivate var spelled: [String] {
        switch self {
        case .name(let name):
            let prefix = Namespaces.known.first { $0.value == name.namespace }.map { $0.key + ":" } ?? ""
            return [prefix + name.local]
        case .choice(let classes): return classes.flatMap(\.spelled)
        case .anyName, .namespace: return ["*"]
        }
    }
}

extension [SchemaName: SchemaNames.Words] {
    fileprivate mutating func add(_ words: SchemaNames.Words, to name: SchemaName) { joinWords(&self, words, name) }
}

extension [String: SchemaNames.Words] {
    fileprivate mutating func add(_ words: SchemaNames.Words, to name: String) { joinWords(&self, words, name) }
}

/// Another place of the same name allows its words besides.
private func joinWords<Name: Hashable>(
    _ names: inout [Name: SchemaNames.Words], _ words: SchemaNames.Words, _ name: Name
) {
    guard let old = names[name] else { return names[name] = .some(words) }
    guard let old, let words else { return names[name] = .some(nil) }
    names[name] = old.union(words)
}
