/// Writes the version of libvirt that each call came with as Swift source.
enum CallVersionWriter {
    static let file = "CallVersions"

    /// Nobody runs daemons that are older; what they have needs no mention.
    private static let ancient = [1, 0, 0]

    static func lines(of functions: [Function]) -> [String] {
        let entries = functions.filter { ancient.lexicographicallyPrecedes($0.version) }.sorted { $0.name < $1.name }
        return [
            "/// The versions of libvirt that calls came with: of those that came after 1.0.0.",
            "enum CallVersions {",
            "    static let introduced: [String: String] = [",
        ] + entries.map { "        \"\($0.name)\": \"\($0.version.map(String.init).joined(separator: "."))\"," } + [
            "    ]", "}",
        ]
    }
}
