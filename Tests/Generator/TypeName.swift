/// What becomes of a C enumeration.
enum Kind: Equatable {
    /// An enum whose last case, `unknown`, keeps what a newer libvirt says.
    case open
    /// An option set.
    case options
    /// A number of which a few values have a name.
    case number
    /// Static members of a struct that is written by hand: error codes and error domains.
    case code
    /// An older copy of another enumeration, whose values it shares.
    case merged(into: String)
}

/// The Swift name of one C enumeration, with what the law of names does not give.
struct TypeName {
    var c: String
    var swift: String
    var summary: String
    var kind: Kind?
    /// What to take off the constants (the first that fits), if not what they have in common.
    var prefixes: [String]
    /// Member names by the C name without its prefix.
    var members: [String: String]

    init(
        _ c: String, _ swift: String, _ summary: String, _ kind: Kind? = nil, prefixes: [String] = [],
        members: [String: String] = [:]
    ) {
        self.c = c
        self.swift = swift
        self.summary = summary
        self.kind = kind
        self.prefixes = prefixes
        self.members = members
    }
}

/// Types that share a file.
struct TypeGroup {
    var file: String
    var types: [TypeName]

    init(_ file: String, _ types: [TypeName]) {
        self.file = file
        self.types = types
    }
}

extension TypeName {
    /// The law for a type that no table names, such as one of a newer libvirt.
    init(lawFor type: String) {
        var name = type.hasPrefix("vir") ? String(type.dropFirst(3)) : type
        var isFlags = false
        for suffix in ["FlagsValues", "FlagValues", "Flags"] where name.hasSuffix(suffix) && !isFlags {
            name = String(name.dropLast(suffix.count)) + "Options"
            isFlags = true
        }
        if name.hasSuffix("DetailType") { name = String(name.dropLast(4)) }
        for (c, swift) in Names.openings where name.hasPrefix(c) {
            name = swift + name.dropFirst(c.count)
        }
        for (c, swift) in Names.spellings {
            name = Words.replacing(c, in: name, with: swift)
        }
        self.init(type, name, isFlags ? "Options of libvirt's `\(type)`." : "Values of libvirt's `\(type)`.")
    }
}
