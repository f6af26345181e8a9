/// Makes patterns of a grammar's definitions, of each only when a document reaches it.
struct GrammarCompiler {
    typealias Index = PatternPool.Index

    struct ElementDefinition {
        let names: NameClass
        let content: [XMLNode]
        let scope: Int
        var body: Index?
    }

    struct AttributeDefinition {
        let names: NameClass
        let value: Index
    }

    var pool = PatternPool()
    private(set) var attributes: [AttributeDefinition] = []
    private(set) var data: [Datatype] = []
    private(set) var values: [(text: String, isExact: Bool)] = []
    private var elements: [ElementDefinition] = []
    private var scopes: [Grammar.Scope]
    private var compiled: [Reference: Index] = [:]

    private struct Reference: Hashable {
        let scope: Int
        let name: String
    }

    init(_ grammar: Grammar) { scopes = [grammar.root] }

    mutating func start() -> Index { start(of: 0) }

    func names(ofElement definition: Int32) -> NameClass { elements[Int(definition)].names }

    /// The content of an element, attributes included.
    mutating func body(ofElement definition: Int32) -> Index {
        let element = elements[Int(definition)]
        if let body = element.body { return body }
        let body = group(element.content, element.scope, nil)
        elements[Int(definition)].body = body
        return body
    }

    private mutating func start(of scope: Int) -> Index {
        scopes[scope].starts.reduce(PatternPool.notAllowed) { all, start in
            let next = group(start.elements, scope, nil)
            return pool.choice(all, next)
        }
    }

    /// Patterns in a row; `name` is that of the definition they stand in, which says more than their type.
    private mutating func group(_ nodes: [XMLNode], _ scope: Int, _ name: String?) -> Index {
        nodes.reduce(PatternPool.empty) { all, node in
            let next = pattern(node, scope, name)
            return pool.group(all, next)
        }
    }

    private mutating func pattern(_ node: XMLNode, _ scope: Int, _ name: String?) -> Index {
        let children = node.elements
        switch node.localName {
        case "element": return element(node, scope)
        case "attribute": return attribute(node, scope, name)
        case "ref": return reference(node.attribute("name") ?? "", scope)
        case "choice": return fold(children, scope, name, from: PatternPool.notAllowed) { $0.choice($1, $2) }
        case "interleave": return fold(children, scope, name, from: PatternPool.empty) { $0.interleave($1, $2) }
        case "mixed": return pool.interleave(group(children, scope, name), PatternPool.text)
        case "optional": return pool.optional(group(children, scope, name))
        case "oneOrMore": return pool.oneOrMore(group(children, scope, name))
        case "zeroOrMore": return pool.optional(pool.oneOrMore(group(children, scope, name)))
        case "group", "div": return group(children, scope, name)
        case "list": return pool.add(Pattern(operation: .list, left: group(children, scope, name)))
        case "text": return PatternPool.text
        case "empty": return PatternPool.empty
        case "value":
            values.append((node.text, node.attribute("type") == "string"))
            return pool.add(Pattern(operation: .value, left: Int32(values.count - 1)))
        case "data":
            data.append(Datatype(node, definition: name))
            return pool.add(Pattern(operation: .data, left: Int32(data.count - 1)))
        case "grammar":
            scopes.append(Grammar.nested(node, in: scopes[scope]))
            return start(of: scopes.count - 1)
        default: return PatternPool.notAllowed
        }
    }

    private mutating func fold(
        _ nodes: [XMLNode], _ scope: Int, _ name: String?, from first: Index,
        _ combine: (inout PatternPool, Index, Index) -> Index
    ) -> Index {
        nodes.reduce(first) { all, node in
            let next = pattern(node, scope, name)
            return combine(&pool, all, next)
        }
    }

    private mutating func reference(_ name: String, _ scope: Int) -> Index {
        let key = Reference(scope: scope, name: name)
        if let index = compiled[key] { return index }
        // Recursion passes through an element, whose content waits; anything else would never end.
        compiled[key] = PatternPool.notAllowed
        let definitions = scopes[scope].definitions[name] ?? []
        let isInterleave = definitions.contains { $0.attribute("combine") == "interleave" }
        var index = isInterleave ? PatternPool.empty : PatternPool.notAllowed
        for definition in definitions {
            let next = group(definition.elements, scope, name)
            index = isInterleave ? pool.interleave(index, next) : pool.choice(index, next)
        }
        compiled[key] = index
        return index
    }

    private mutating func element(_ node: XMLNode, _ scope: Int) -> Index {
        let named = node.attribute("name") != nil
        let content = named ? node.elements : Array(node.elements.dropFirst())
        elements.append(
            ElementDefinition(names: NameClass(of: node, isAttribute: false), content: content, scope: scope))
        return pool.add(Pattern(operation: .element, left: Int32(elements.count - 1)))
    }

    private mutating func attribute(_ node: XMLNode, _ scope: Int, _ name: String?) -> Index {
        let content = node.attribute("name") != nil ? node.elements : Array(node.elements.dropFirst())
        let value = content.isEmpty ? PatternPool.text : group(content, scope, nil)
        attributes.append(AttributeDefinition(names: NameClass(of: node, isAttribute: true), value: value))
        return pool.add(Pattern(operation: .attribute, left: Int32(attributes.count - 1)))
    }
}

extension NameClass {
    /// The names of an `element` or `attribute` of a schema: its `name`, or the name class that is its first child.
    init(of node: XMLNode, isAttribute: Bool) {
        if let name = node.attribute("name") {
            self = .name(Self.qualified(name, at: node, isAttribute: isAttribute))
        } else {
            self = node.elements.first.map { NameClass($0, isAttribute: isAttribute) } ?? .choice([])
        }
    }

    private init(_ node: XMLNode, isAttribute: Bool) {
        let except = node.elements(named: "except").first.map { except in
            NameClass.choice(except.elements.map { NameClass($0, isAttribute: isAttribute) })
        }
        switch node.localName {
        case "name": self = .name(Self.qualified(node.text.trimmed, at: node, isAttribute: isAttribute))
        case "anyName": self = .anyName(except: except)
        case "nsName": self = .namespace(Self.namespace(at: node) ?? "", except: except)
        default: self = .choice(node.elements.map { NameClass($0, isAttribute: isAttribute) })
        }
    }

    private static func qualified(_ name: String, at node: XMLNode, isAttribute: Bool) -> QualifiedName {
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count == 2 {
            let namespace = node.document.namespace(ofPrefix: parts[0], at: node.id.index)
            return QualifiedName(namespace: namespace ?? "", local: parts[1])
        }
        // An attribute's plain name is in no namespace unless its own `ns` says so.
        let namespace = isAttribute ? node.attribute("ns") : namespace(at: node)
        return QualifiedName(namespace: namespace ?? "", local: name)
    }

    private static func namespace(at node: XMLNode) -> String? {
        var current: XMLNode? = node
        while let element = current {
            if let namespace = element.attribute("ns") { return namespace }
            current = element.parent
        }
        return nil
    }
}
