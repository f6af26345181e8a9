import CLibXML2

/// A type of text in a schema, with its restrictions.
struct Datatype {
    let type: String
    let parameters: [(name: String, value: String)]
    /// The name of the definition that it stands in, such as `absFilePath`.
    let definition: String?
    private let patterns: [RegularExpression]

    init(_ node: XMLNode, definition: String?) {
        type = node.attribute("type") ?? "string"
        parameters = node.elements(named: "param").map { ($0.attribute("name") ?? "", $0.text) }
        patterns = parameters.filter { $0.name == "pattern" }.map { RegularExpression($0.value) }
        self.definition = definition
    }

    func allows(_ text: String) -> Bool {
        let value = type == "string" ? text : text.trimmed
        guard isOfType(value), patterns.allSatisfy({ $0.matches(value) }) else { return false }
        return parameters.allSatisfy { name, bound in
            switch name {
            case "minInclusive": Int128(value).map { $0 >= Int128(bound) ?? .min } ?? true
            case "maxInclusive": Int128(value).map { $0 <= Int128(bound) ?? .max } ?? true
            case "minLength": value.unicodeScalars.count >= Int(bound) ?? 0
            case "maxLength": value.unicodeScalars.count <= Int(bound) ?? .max
            default: true
            }
        }
    }

    private func isOfType(_ value: String) -> Bool {
        guard type != "string", type != "token" else { return true }
        let schemaTypes = "http://www.w3.org/2001/XMLSchema"
        guard let builtIn = xmlSchemaGetPredefinedType(type, schemaTypes) else { return true }
        return xmlSchemaValidatePredefinedType(builtIn, value, nil) == 0
    }

    /// What such a text is, for people.
    var description: String {
        if let definition, let words = Datatype.words[definition] { return words }
        let bounds = ["minInclusive", "maxInclusive"].map { bound in parameters.first { $0.name == bound }?.value }
        switch (bounds[0], bounds[1]) {
        case (let low?, let high?): return "a number from \(low) to \(high)"
        case (let low?, nil): return "a number from \(low) up"
        case (nil, let high?): return "a number up to \(high)"
        default: break
        }
        if let pattern = parameters.first(where: { $0.name == "pattern" }) { return "text like \(pattern.value)" }
        return Datatype.words[type] ?? "a value of type \(type)"
    }

    private static let words = [
        "absFilePath": "an absolute path, one that begins with /",
        "absDirPath": "an absolute path, one that begins with /",
        "filePath": "a path", "dirPath": "a path", "UUID": "a UUID", "unit": "a unit such as KiB, MiB or GiB",
        "vmwarePath": "a path in a VMware datastore", "deviceName": "a device name",
        "uniMacAddr": "a MAC address", "macAddr": "a MAC address", "multiMacAddr": "a multicast MAC address",
        "ipv4Addr": "an IPv4 address", "ipv6Addr": "an IPv6 address", "PortNumber": "a port number",
        "diskTarget": "a disk name such as vda", "objectNameWithSlash": "a name", "objectName": "a name",
        "genericName": "a name", "scaledInteger": "a whole number", "memoryKB": "a whole number",
        "cpuset": "a set of processors",
        "unsignedInt": "a whole number", "unsignedLong": "a whole number", "unsignedShort": "a whole number",
        "int": "a whole number", "integer": "a whole number", "long": "a whole number", "short": "a whole number",
        "positiveInteger": "a whole number from 1 up", "string": "text",
    ]
}

/// A pattern of XML Schema's regular expressions, which match a whole text.
private final class RegularExpression {
    private let compiled: xmlRegexpPtr?

    init(_ pattern: String) { compiled = xmlRegexpCompile(pattern) }

    deinit { if let compiled { xmlRegFreeRegexp(compiled) } }

    /// Whether the text matches; a pattern that libxml2 cannot read matches all.
    func matches(_ text: String) -> Bool { compiled.map { xmlRegexpExec($0, text) == 1 } ?? true }
}
