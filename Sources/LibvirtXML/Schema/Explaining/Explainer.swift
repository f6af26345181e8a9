/// Walks through a document with a schema's grammar and says where and why it leaves it.
///
/// After a mistake it goes on as if the piece were right, or not there, so that one mistake is one finding.
struct Explainer {
    private typealias Index = PatternPool.Index

    private var derivatives: Derivatives
    private var findings: [Finding] = []
    private static let limit = 50

    init(grammar: Grammar) { derivatives = Derivatives(grammar) }

    mutating func findings(in document: XMLDocument) -> [Finding] {
        let start = derivatives.compiler.start()
        _ = element(document.root, start, siblings: start)
        return findings
    }

    /// What is left of `pattern` after an element; an element that does not belong there leaves it as it is.
    private mutating func element(_ node: XMLNode, _ pattern: Index, siblings: Index) -> Index {
        guard findings.count < Explainer.limit else { return pattern }
        let name = QualifiedName(namespace: node.namespace ?? "", local: node.localName)
        let opened = derivatives.open(pattern, name)
        guard opened != PatternPool.notAllowed else {
            reportUnexpected(node, pattern, siblings)
            return pattern
        }
        let content = closed(node, attributes(of: node, opened))
        let inside = children(of: node, content)
        let ended = derivatives.end(inside)
        if ended != PatternPool.notAllowed { return ended }
        reportMissing(in: node, derivatives.missingElements(inside))
        return derivatives.end(inside, isLenient: true)
    }

    private mutating func attributes(of node: XMLNode, _ start: Index) -> Index {
        var pattern = start
        for attribute in node.attributes where attribute.name != "xmlns" && !attribute.name.hasPrefix("xmlns:") {
            let parts = attribute.name.split(separator: ":", maxSplits: 1).map(String.init)
            let namespace = parts.count == 2 ? node.document.namespace(ofPrefix: parts[0], at: node.id.index) : nil
            let name = QualifiedName(namespace: namespace ?? "", local: parts.last ?? "")
            let next = derivatives.attribute(pattern, name, attribute.value)
            if next != PatternPool.notAllowed {
                pattern = next
                continue
            }
            let anyValue = derivatives.attribute(pattern, name, nil)
            if anyValue == PatternPool.notAllowed {
                reportUnexpected(attribute.name, of: node, pattern, start)
            } else {
                let matching = derivatives.expectedAttributes(pattern).filter { $0.names.contains(name) }
                let allowed = matching.flatMap { derivatives.expectedValues($0.value) }.unique
                reportValue(attribute.value, of: node, attribute: attribute.name, allowed: allowed)
                pattern = anyValue
            }
        }
        return pattern
    }

    private mutating func closed(_ node: XMLNode, _ pattern: Index) -> Index {
        let closed = derivatives.close(pattern)
        if closed != PatternPool.notAllowed { return closed }
        for names in derivatives.missingAttributes(pattern) {
            let list = names.unique.sorted()
            report(
                .missingAttribute, "<\(node.name)> needs the attribute \(list.joined(separator: " or "))", node,
                attribute: list.first, allowed: list)
        }
        return derivatives.close(pattern, isLenient: true)
    }

    private mutating func children(of node: XMLNode, _ start: Index) -> Index {
        let elements = node.elements
        let text = ownText(of: node)
        if elements.isEmpty { return content(text, of: node, start) }
        if !text.allSatisfy(\.isWhitespace), derivatives.text(start, text) == PatternPool.notAllowed {
            report(.unexpectedText, "text is not allowed in <\(node.name)>: '\(text.trimmed.excerpt)'", node)
        }
        return elements.reduce(start) { pattern, child in element(child, pattern, siblings: start) }
    }

    /// The text of an element that has no elements in it.
    private mutating func content(_ text: String, of node: XMLNode, _ start: Index) -> Index {
        let next = derivatives.text(start, text)
        let isBlank = text.allSatisfy(\.isWhitespace)
        if next != PatternPool.notAllowed, !isBlank || derivatives.end(next) != PatternPool.notAllowed { return next }
        if isBlank, derivatives.end(start) != PatternPool.notAllowed || !derivatives.expectsText(start) { return start }
        if derivatives.expectsText(start) {
            reportValue(text, of: node, attribute: nil, allowed: derivatives.expectedValues(start).unique)
            return derivatives.withAnyText(start)
        }
        report(.unexpectedText, "text is not allowed in <\(node.name)>: '\(text.trimmed.excerpt)'", node)
        return start
    }

    private func ownText(of node: XMLNode) -> String {
        node.children.filter { $0.kind == .text || $0.kind == .cdata }.map(\.text).joined()
    }
}

extension Explainer {
    private mutating func reportUnexpected(_ node: XMLNode, _ pattern: Index, _ siblings: Index) {
        let allowed = derivatives.expectedElements(pattern).unique.sorted()
        let parent = node.parent?.kind == .element ? node.parent?.name : nil
        let place = parent.map { "in <\($0)>" } ?? "as the outermost element"
        let isKnown = derivatives.expectedElements(siblings).contains(node.localName)
        let hasTwin = (node.parent?.elements(named: node.name).count ?? 0) > 1
        var message = "<\(node.name)> is not allowed \(place)"
        if isKnown {
            message =
                hasTwin
                ? "<\(node.name)> may stand only once \(place)" : "<\(node.name)> does not go with what stands \(place)"
        }
        let advice = isKnown ? "" : Explainer.advice(node.localName, allowed, "<", ">")
        report(.unexpectedElement, message + advice, node, allowed: allowed)
    }

    private mutating func reportUnexpected(_ attribute: String, of node: XMLNode, _ pattern: Index, _ start: Index) {
        let allowed = derivatives.expectedAttributes(pattern).flatMap(\.names.names).unique.sorted()
        let isKnown = derivatives.expectedAttributes(start).contains { $0.names.names.contains(attribute) }
        let message =
            isKnown
            ? "attribute \(attribute) of <\(node.name)> does not go with the other attributes"
            : "<\(node.name)> has no attribute \(attribute)"
        report(
            .unexpectedAttribute, message + Explainer.advice(attribute, allowed, "", ""), node, attribute: attribute,
            allowed: allowed)
    }

    private mutating func reportValue(_ value: String, of node: XMLNode, attribute: String?, allowed: [String]) {
        let place = attribute.map { "attribute \($0) of <\(node.name)>" } ?? "<\(node.name)>"
        let message =
            value.trimmed.isEmpty
            ? "\(place) is empty" : "'\(value.excerpt)' is not a value of \(place)"
        report(
            .invalidValue, message + Explainer.advice(value, allowed, "", ""), node, attribute: attribute,
            allowed: allowed)
    }

    private mutating func reportMissing(in node: XMLNode, _ sets: [[String]]) {
        for names in sets {
            let list = names.unique.sorted()
            let names = list.map { "<\($0)>" }.joined(separator: " or ")
            report(.missingElement, "<\(node.name)> needs \(names) in it", node, allowed: list)
        }
    }

    private mutating func report(
        _ kind: Finding.Kind, _ message: String, _ node: XMLNode, attribute: String? = nil, allowed: [String] = []
    ) {
        let place = node.position
        findings.append(
            Finding(
                kind: kind, message: message, path: node.path, attribute: attribute, line: place.line,
                column: place.column, allowed: allowed))
    }

    /// The nearest allowed word, or all of them where they are few.
    private static func advice(_ word: String, _ allowed: [String], _ open: String, _ close: String) -> String {
        if let near = Spelling.nearest(to: word, among: allowed) { return "; did you mean \(open)\(near)\(close)?" }
        guard !allowed.isEmpty, allowed.count <= 12 else { return "" }
        return "; allowed: " + allowed.map { open + $0 + close }.joined(separator: ", ")
    }
}

extension Array where Element: Hashable {
    /// The elements without repetitions, in their order.
    fileprivate var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension String {
    /// Short enough for a message.
    fileprivate var excerpt: String { count > 60 ? prefix(57) + "…" : self }
}
