import CLibXML2

/// Why the generator gives up.
struct GeneratorError: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Reads libvirt's API descriptions (`libvirt-api.xml` and its three sisters) into one.
struct DescriptionReader {
    private var enums: [[String: String]] = []
    private var macros: [[String: String]] = []
    private var functions: [[String: String]] = []

    /// Reads the files; values that name constants of another file are resolved across all of them.
    static func read(paths: [String]) throws -> APIDescription {
        var reader = DescriptionReader()
        for path in paths {
            try reader.read(path: path)
        }
        return try reader.description()
    }

    private mutating func read(path: String) throws {
        guard let document = xmlReadFile(path, nil, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOWARNING.rawValue))
        else {
            throw GeneratorError("\(path): not readable as XML")
        }
        defer { xmlFreeDoc(document) }
        collect(from: xmlDocGetRootElement(document))
    }

    private mutating func collect(from start: xmlNodePtr?) {
        var next = start
        while let node = next {
            // CDATA sections have no name.
            let name: UnsafePointer<xmlChar>? = node.pointee.name
            switch name.map({ String(cString: $0) }) {
            case "enum": enums.append(attributes(of: node))
            case "macro": macros.append(attributes(of: node).merging(["info": content(of: node)]) { $1 })
            case "function": functions.append(attributes(of: node))
            default: collect(from: node.pointee.children)
            }
            next = node.pointee.next
        }
    }

    private func attributes(of node: xmlNodePtr) -> [String: String] {
        var result: [String: String] = [:]
        var next = node.pointee.properties
        while let attribute = next {
            let value = attribute.pointee.children.flatMap { xmlNodeGetContent($0) }
            result[String(cString: attribute.pointee.name)] = value.map { String(cString: $0) } ?? ""
            value.map { shim_xml_free($0) }
            next = attribute.pointee.next
        }
        return result
    }

    private func content(of node: xmlNodePtr) -> String {
        guard let text = xmlNodeGetContent(node) else { return "" }
        defer { shim_xml_free(text) }
        return String(cString: text)
    }

    private func description() throws -> APIDescription {
        let values = Dictionary(enums.map { ($0["name"] ?? "", $0["value"] ?? "") }) { first, _ in first }
        return APIDescription(
            version: try version(),
            constants: try enums.map { try constant($0, values: values) },
            parameters: macros.compactMap(parameter), functions: functions.map(function)
        )
    }

    private func version() throws -> String {
        let macro = macros.first { $0["name"] == "LIBVIR_VERSION_NUMBER" }
        guard let number = macro.flatMap({ $0["raw"] }).flatMap({ Int($0) }) else {
            throw GeneratorError("the descriptions do not say their version: libvirt-api.xml is missing")
        }
        return "\(number / 1_000_000).\(number / 1000 % 1000).\(number % 1000)"
    }

    private func constant(_ attributes: [String: String], values: [String: String]) throws -> Constant {
        let name = attributes["name"] ?? ""
        var text = attributes["value"] ?? ""
        while let other = values[text] {
            text = other
        }
        guard let value = Int64(text), let type = attributes["type"] else {
            throw GeneratorError("\(name): no value or no type")
        }
        return Constant(
            name: name, type: type, value: value, info: attributes["info"] ?? "", header: attributes["file"] ?? "")
    }

    private func function(_ attributes: [String: String]) -> Function {
        let version = (attributes["version"] ?? "").split(separator: ".").compactMap { Int($0) }
        return Function(name: attributes["name"] ?? "", version: version, header: attributes["file"] ?? "")
    }

    private func parameter(_ attributes: [String: String]) -> ParameterMacro? {
        guard let name = attributes["name"], let string = attributes["string"] else { return nil }
        return ParameterMacro(
            name: name, string: string, info: attributes["info"] ?? "", header: attributes["file"] ?? "")
    }
}
