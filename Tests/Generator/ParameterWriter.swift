/// Writes the names of typed parameters as Swift source.
enum ParameterWriter {
    /// The files that the names go to: by the beginning of the macro, first fit, else by header.
    private static let files: KeyValuePairs = [
        "VIR_DOMAIN_TUNABLE_": "DomainTunable", "VIR_DOMAIN_BLOCK_": "DomainBlock", "VIR_DOMAIN_JOB_": "DomainJob",
        "VIR_MIGRATE_": "DomainMigration", "VIR_PERF_": "DomainPerf", "VIR_NODE_": "Node", "VIR_CONNECT_": "Connection",
        "VIR_DOMAIN_": "Domain", "VIR_NETWORK_": "Network", "VIR_CLIENT_": "Admin", "VIR_SERVER_": "Admin",
        "VIR_THREADPOOL_": "Admin",
    ]

    static func file(of macro: ParameterMacro) -> String {
        (files.first { macro.name.hasPrefix($0.key) }?.value ?? "Other") + "ParameterNames"
    }

    static func name(of macro: ParameterMacro) -> String {
        let name = macro.name.hasPrefix("VIR_") ? String(macro.name.dropFirst(4)) : macro.name
        return Words.lowerCamel(Words.words(of: name))
    }

    static func lines(of macros: [ParameterMacro]) -> [String] {
        ["extension TypedParameterName {"] + macros.flatMap(lines(of:)) + ["}"]
    }

    private static func lines(of macro: ParameterMacro) -> [String] {
        let words = Words.phrase(Words.words(of: String(macro.name.dropFirst(4))))
        let comment = DocComment(on: macro.name, info: macro.info, words: words).lines(indent: 4)
        return comment + declaration(of: macro)
    }

    /// A constant; a function of the number where libvirt's name is a format.
    private static func declaration(of macro: ParameterMacro) -> [String] {
        let name = Words.escaped(name(of: macro))
        guard macro.string.contains("%u") else {
            return ["    public static let \(name): Self = \"\(macro.string)\""]
        }
        return [
            "    public static func \(name)(_ number: UInt32) -> Self {",
            "        Self(\"\(Words.replacing("%u", in: macro.string, with: "\\(number)"))\")",
            "    }",
        ]
    }
}
