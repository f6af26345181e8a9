import CLibXML2

extension XMLDocument {
    /// What an XPath finds: texts and attribute values as they read, elements with elements in them as XML.
    ///
    /// A path that does not begin with `/` starts at the outermost element. Prefixes are those that the document
    /// declares.
    ///
    /// - Parameter expression: An XPath 1.0 expression.
    /// - Returns: The values in the order of the text; one for an expression that is a number, a text or a truth.
    /// - Throws: An ``XMLError`` with code ``XMLError/Code/invalidPath`` when the expression is none.
    public func select(_ expression: String) throws -> [String] {
        _ = WellFormedness.ready
        let text = bytes
        let tree = text.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                xmlReadMemory(
                    $0.baseAddress, Int32($0.count), nil, nil,
                    WellFormedness.options | Int32(bitPattern: XML_PARSE_NOERROR.rawValue))
            }
        }
        guard let tree else { throw XMLError(.notWellFormed, "libxml2 cannot hold the document", file: file) }
        defer { xmlFreeDoc(tree) }
        guard let context = xmlXPathNewContext(tree) else {
            throw XMLError(.invalidPath, "libxml2 has no memory for a search", file: file)
        }
        defer { xmlXPathFreeContext(context) }
        context.pointee.node = xmlDocGetRootElement(tree)
        // A search that goes over everything many times is stopped.
        context.pointee.opLimit = 10_000_000
        for (prefix, namespace) in declaredNamespaces { xmlXPathRegisterNs(context, prefix, namespace) }
        var message = ""
        let result = withUnsafeMutablePointer(to: &message) { slot in
            context.pointee.userData = UnsafeMutableRawPointer(slot)
            context.pointee.error = keepMessage
            return xmlXPathEval(expression, context)
        }
        guard let result else {
            throw XMLError(
                .invalidPath, "'\(expression)' is no XPath" + (message.isEmpty ? "" : ": \(message)"),
                hint: "an example is devices/disk/source/@file")
        }
        defer { xmlXPathFreeObject(result) }
        return XMLDocument.values(of: result.pointee, in: tree)
    }

    /// Every prefix that is declared anywhere, with the first namespace that it has.
    private var declaredNamespaces: [String: String] {
        var found: [String: String] = [:]
        for index in nodes.indices where nodes[index].kind == .element {
            for attribute in attributeIndices(of: Int32(index)) {
                let name = string(attributes[Int(attribute)].name)
                guard name.hasPrefix("xmlns:") else { continue }
                let prefix = String(name.dropFirst(6))
                found[prefix] = found[prefix] ?? value(ofAttribute: attribute)
            }
        }
        return found
    }

    private static func values(of result: xmlXPathObject, in tree: xmlDocPtr) -> [String] {
        guard result.type == XPATH_NODESET else {
            var copy = result
            return [taken(xmlXPathCastToString(&copy))]
        }
        guard let set = result.nodesetval?.pointee, set.nodeNr > 0, let nodes = set.nodeTab else { return [] }
        return (0..<Int(set.nodeNr)).compactMap { nodes[$0] }.map { node in
            let hasElements = node.pointee.type == XML_ELEMENT_NODE && xmlFirstElementChild(node) != nil
            return hasElements ? written(node, tree) : taken(xmlNodeGetContent(node))
        }
    }

    private static func written(_ node: xmlNodePtr, _ tree: xmlDocPtr) -> String {
        guard let buffer = xmlBufferCreate() else { return "" }
        defer { xmlBufferFree(buffer) }
        xmlNodeDump(buffer, tree, node, 0, 0)
        return xmlBufferContent(buffer).map { String(cString: $0) } ?? ""
    }

    private static func taken(_ text: UnsafeMutablePointer<xmlChar>?) -> String {
        guard let text else { return "" }
        defer { shim_xml_free(text) }
        return String(cString: text)
    }
}

private func keepMessage(_ data: UnsafeMutableRawPointer?, _ report: UnsafeMutablePointer<xmlError>?) {
    guard let slot = data?.assumingMemoryBound(to: String.self), let report = report?.pointee else { return }
    if slot.pointee.isEmpty, report.message != nil { slot.pointee = libxmlMessage(report) }
}
