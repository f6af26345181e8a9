@testable import LibvirtXML

/// Every place that the fields of a kind, and of the kinds below it, speak of.
enum FieldPlaces {
    /// Fields such as `DomainDocument.Disk:driver/@cache`, each with a place where it stands, such as
    /// `devices/disk/driver/@cache`; a kind that holds itself is followed twice.
    static func all(of kind: any ElementFields.Type) -> [(field: String, place: String)] {
        var places: [(String, String)] = []
        collect(kind, at: [], around: [], into: &places)
        return places
    }

    /// The places of plain texts.
    static func texts(of kind: any ElementFields.Type) -> [String] {
        var places: [(String, String)] = []
        collect(kind, at: [], around: [], into: &places) { $0 is Field<String> || $0 is Values<String> }
        return places.map(\.1)
    }

    /// The kinds themselves and all that they hold.
    static func kinds(below kinds: [any ElementFields.Type]) -> [any ElementFields.Type] {
        var (found, waiting): ([ObjectIdentifier: any ElementFields.Type], [any ElementFields.Type]) = ([:], kinds)
        while let kind = waiting.popLast() {
            guard found.updateValue(kind, forKey: ObjectIdentifier(kind)) == nil else { continue }
            waiting += FieldList.fields(of: kind).compactMap { ($0.field as? any FieldOfKind)?.kind }
        }
        return found.values.sorted { "\($0)" < "\($1)" }
    }

    private static func collect(
        _ kind: any ElementFields.Type, at steps: [String], around: [ObjectIdentifier],
        into places: inout [(String, String)],
        where isWanted: (any ElementField) -> Bool = { _ in true }
    ) {
        for (_, field) in FieldList.fields(of: kind) {
            for path in field.paths {
                let name =
                    "\(String(reflecting: kind).split(separator: ".").dropFirst().joined(separator: ".")):\(path)"
                let place = ValuePath(path)
                let inner = steps + place.elements.split(separator: "/").map(String.init)
                if let below = (field as? any FieldOfKind)?.kind {
                    let identity = ObjectIdentifier(below)
                    if !path.isEmpty, isWanted(field) { places.append((name, inner.joined(separator: "/"))) }
                    guard around.count(where: { $0 == identity }) < 2 else { continue }
                    collect(below, at: inner, around: around + [identity], into: &places, where: isWanted)
                } else {
                    let last =
                        place.attribute.map { ["@" + $0] }
                        ?? (field is Presence || field is MetadataField ? [] : ["text()"])
                    if isWanted(field) { places.append((name, (inner + last).joined(separator: "/"))) }
                }
            }
        }
    }
}
