/// A name with its namespace; the empty namespace is none.
struct QualifiedName: Hashable {
    var namespace: String
    var local: String
}

/// The names that an element or an attribute of a grammar may have.
indirect enum NameClass {
    case name(QualifiedName)
    case anyName(except: NameClass?)
    case namespace(String, except: NameClass?)
    case choice([NameClass])

    func contains(_ name: QualifiedName) -> Bool {
        switch self {
        case .name(let own): own == name
        case .anyName(let except): !(except?.contains(name) ?? false)
        case .namespace(let own, let except): own == name.namespace && !(except?.contains(name) ?? false)
        case .choice(let classes): classes.contains { $0.contains(name) }
        }
    }

    /// The names that it spells out.
    var names: [String] {
        switch self {
        case .name(let name): [name.local]
        case .choice(let classes): classes.flatMap(\.names)
        default: []
        }
    }
}
