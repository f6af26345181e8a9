@testable import LibvirtXML

/// Which names the fields of a kind reach, found in the declared fields themselves.
struct FieldCoverage {
    /// A declared field and one of the paths that it reads.
    private struct Declared {
        let field: any ElementField
        let steps: [String]
        let attribute: String?
        let kind: (any ElementFields.Type)?
    }

    private var known: [ObjectIdentifier: [Declared]] = [:]

    /// Whether a field of `kind`, or of a kind below it, reads the name or something in it.
    mutating func reaches(_ name: SchemaName, from kind: any ElementFields.Type) -> Bool {
        way(to: name, from: kind) != nil
    }

    /// The fields that lead from `kind` to the name, the outermost first.
    mutating func way(to name: SchemaName, from kind: any ElementFields.Type) -> [any ElementField]? {
        way(name.steps[...], to: name, from: kind)
    }

    private mutating func way(
        _ steps: ArraySlice<String>, to name: SchemaName, from kind: any ElementFields.Type
    ) -> [any ElementField]? {
        for field in fields(of: kind) {
            if name.isElement, field.steps.starts(with: steps) { return [field.field] }
            if let inner = field.kind {
                guard steps.starts(with: field.steps) else { continue }
                let rest = way(steps.dropFirst(field.steps.count), to: name, from: inner)
                if let rest { return [field.field] + rest }
            } else if !name.isElement, field.steps.elementsEqual(steps), field.attribute == name.attribute {
                return [field.field]
            }
        }
        return nil
    }

    private mutating func fields(of kind: any ElementFields.Type) -> [Declared] {
        if let fields = known[ObjectIdentifier(kind)] { return fields }
        let fields = FieldList.fields(of: kind).flatMap { field in
            field.field.paths.map { path in
                let place = ValuePath(path)
                return Declared(
                    field: field.field, steps: place.elements.split(separator: "/").map(String.init),
                    attribute: place.attribute, kind: (field.field as? any FieldOfKind)?.kind)
            }
        }
        known[ObjectIdentifier(kind)] = fields
        return fields
    }
}

extension SchemaName {
    var isElement: Bool { attribute == nil && !isText }
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
protocol FieldOfKind: ElementField {
    var kind: any ElementFields.Type { get }
    /// A view of the element, or of a new one of the list.
    func descend(from view: inout View<DomainDocument.Fields>) -> View<DomainDocument.Fields>
}

extension Child: FieldOfKind {
    var kind: any ElementFields.Type { Fields.self }

    func descend(from view: inout View<DomainDocument.Fields>) -> View<DomainDocument.Fields> {
        View(document: view.document, id: view.id, steps: view.steps(to: path))
    }
}

extension Children: FieldOfKind {
    var kind: any ElementFields.Type { Fields.self }

    func descend(from view: inout View<DomainDocument.Fields>) -> View<DomainDocument.Fields> {
        var list = take(from: &view)
        let new = list.append { _ in }
        giveBack(list, to: &view)
        return View(document: view.document, id: new)
    }
}

extension ElementField {
    /// Everything that the field reads.
    var paths: [String] {
        if let amount = self as? Amount { return [amount.path] + (amount.unitPath.map { [$0] } ?? []) }
        return [path]
    }
}
