@testable import LibvirtXML

/// Which names the fields of a kind reach, found in the declared fields themselves.
struct FieldCoverage {
    /// A declared field: the paths that it reads, and the kind below it when it is a view.
    private struct Declared {
        let steps: [String]
        let attribute: String?
        let kind: (any ElementFields.Type)?
    }

    private var known: [ObjectIdentifier: [Declared]] = [:]

    /// Whether a field of `kind`, or of a kind below it, reads the name or something in it.
    mutating func reaches(_ name: SchemaName, from kind: any ElementFields.Type) -> Bool {
        reaches(name.steps[...], name, from: kind)
    }

    private mutating func reaches(
        _ steps: ArraySlice<String>, _ name: SchemaName, from kind: any ElementFields.Type
    ) -> Bool {
        for field in fields(of: kind) {
            if let inner = field.kind {
                guard steps.starts(with: field.steps) else {
                    if isElement(name), field.steps.starts(with: steps) { return true }
                    continue
                }
                let rest = steps.dropFirst(field.steps.count)
                if isElement(name), rest.isEmpty { return true }
                if reaches(rest, name, from: inner) { return true }
            } else if isElement(name) {
                if field.steps.starts(with: steps) { return true }
            } else if field.steps.elementsEqual(steps), field.attribute == name.attribute {
                return true
            }
        }
        return false
    }

    private func isElement(_ name: SchemaName) -> Bool { name.attribute == nil && !name.isText }

    private mutating func fields(of kind: any ElementFields.Type) -> [Declared] {
        if let fields = known[ObjectIdentifier(kind)] { return fields }
        let fields = FieldList.fields(of: kind).flatMap { field in
            field.field.paths.map { path in
                let place = ValuePath(path)
                let steps = place.elements.split(separator: "/").map(String.init)
                return Declared(
                    steps: steps, attribute: place.attribute, kind: (field.field as? any FieldOfKind)?.kind)
            }
        }
        known[ObjectIdentifier(kind)] = fields
        return fields
    }
}

/// The fields that a kind declares.
enum FieldList {
    /// The fields with their names as properties.
    static func fields(of kind: any ElementFields.Type) -> [(name: String, field: any ElementField)] {
        Mirror(reflecting: kind.all).children.compactMap { child in
            guard let name = child.label, let field = child.value as? any ElementField else { return nil }
            return (name, field)
        }
    }
}

/// A field that is a view, or a list of views, of a kind of its own.
protocol FieldOfKind {
    var kind: any ElementFields.Type { get }
}

extension Child: FieldOfKind {
    var kind: any ElementFields.Type { Fields.self }
}

extension Children: FieldOfKind {
    var kind: any ElementFields.Type { Fields.self }
}

extension ElementField {
    /// Everything that the field reads.
    var paths: [String] {
        if let amount = self as? Amount { return [amount.path] + (amount.unitPath.map { [$0] } ?? []) }
        return [path]
    }
}
