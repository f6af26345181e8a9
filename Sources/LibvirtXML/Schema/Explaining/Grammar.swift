/// The definitions of a Relax-NG schema and of all files that it includes, as they are written.
struct Grammar: Sendable {
    /// A definition's place; a file may nest grammars, each with definitions of its own.
    struct Scope: Sendable {
        var definitions: [String: [XMLNode]] = [:]
        var starts: [XMLNode] = []
        let folder: String
    }

    let root: Scope

    /// Reads a schema file with everything that it includes.
    init(file: String) throws {
        let document = try XMLDocument(contentsOf: file)
        var scope = Scope(folder: FilePath.folder(of: file))
        try Grammar.collect(document.root, into: &scope)
        root = scope
    }

    /// The scope of a grammar that stands inside a pattern.
    static func nested(_ node: XMLNode, in outer: Scope) -> Scope {
        var scope = Scope(folder: outer.folder)
        // What cannot be read defines nothing; libxml2 has read the same files before.
        try? collect(node, into: &scope)
        return scope
    }

    private static func collect(_ grammar: XMLNode, into scope: inout Scope) throws {
        for node in grammar.elements {
            switch node.localName {
            case "define":
                guard let name = node.attribute("name") else { continue }
                scope.definitions[name, default: []].append(node)
            case "start": scope.starts.append(node)
            case "div": try collect(node, into: &scope)
            case "include": try include(node, into: &scope)
            default: continue
            }
        }
    }

    /// Definitions inside an `include` stand in the place of those in the file.
    private static func include(_ node: XMLNode, into scope: inout Scope) throws {
        guard let name = node.attribute("href") else { return }
        let file = FilePath.absolute(name, in: scope.folder)
        var included = Scope(folder: FilePath.folder(of: file))
        try collect(XMLDocument(contentsOf: file).root, into: &included)
        var own = Scope(folder: scope.folder)
        try collect(node, into: &own)
        for name in own.definitions.keys { included.definitions[name] = nil }
        if !own.starts.isEmpty { included.starts = [] }
        for part in [included, own] {
            scope.definitions.merge(part.definitions) { $0 + $1 }
            scope.starts += part.starts
        }
    }
}
