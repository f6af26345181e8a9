internal import LibvirtXML

/// The installation media of an operating system, and how to recognise them.
struct OSMedia: Sendable {
    /// The architecture that they are for.
    var architecture: String?
    /// Whether they boot the system itself, besides or instead of installing it.
    var isLive: Bool
    /// For fields of the volume's label: regular expressions that must be found in them.
    var rules: [ISOLabel.Field: String]

    init(_ node: XMLNode) {
        architecture = node.attribute("arch")
        isLive = node.attribute("live") == "true"
        var rules: [ISOLabel.Field: String] = [:]
        for field in ISOLabel.Field.allCases { rules[field] = node.value("iso/\(field.rawValue)") }
        self.rules = rules
    }

    /// Whether the label is one of theirs; media without rules are nobody's.
    func matches(_ label: ISOLabel) -> Bool {
        !rules.isEmpty
            && rules.allSatisfy { field, pattern in
                guard let value = label[field], let expression = try? Regex(pattern) else { return false }
                return value.contains(expression)
            }
    }
}
