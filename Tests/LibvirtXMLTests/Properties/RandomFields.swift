@testable import LibvirtXML

/// Writes documents of every kind, each with some of the fields that the typed views know.
struct RandomFields {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    private static let values = [
        "1", "yes", "on", "qcow2", "0x1f", "0-3,^2", "18446744073709551615", "-1", "52:54:00:00:00:01", "a b",
        "6695eb01-f6a4-8304-79aa-97f2502e193f", "",
    ]

    mutating func document() -> String {
        let roots = FieldReading.kinds.sorted { $0.key < $1.key }
        let (root, kind) = roots[pick(roots.count)]
        guard let document = try? XMLDocument(xml: "<\(root)>\n</\(root)>\n") else { return "" }
        var view = View<DomainDocument.Fields>(document: document, id: document.root.id)
        for _ in 0..<pick(24) { write(somewhereIn: kind, of: &view) }
        return view.document.xml
    }

    private mutating func write(somewhereIn kind: any ElementFields.Type, of view: inout View<DomainDocument.Fields>) {
        var (kind, steps) = (kind, [String]())
        for _ in 0..<8 {
            guard let fields = FieldReading.fields[ObjectIdentifier(kind)], !fields.isEmpty else { return }
            let field = fields[pick(fields.count)]
            steps += field.path.isEmpty ? [] : [field.path]
            if let below = (field as? any Descending)?.below {
                kind = below
            } else {
                view[steps.joined(separator: "/")] = Self.values[pick(Self.values.count)]
                return
            }
        }
    }

    private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
}
