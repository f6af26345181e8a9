/// One constant under its Swift name.
struct Member {
    var constant: Constant
    /// Constants of older types that mean the same.
    var synonyms: [String] = []
    /// Without backticks.
    var name: String
    /// The name in words, as `description` gives it.
    var words: String
    /// The member that has the same value and came first.
    var aliasOf: String?
}

/// One C enumeration under its Swift name.
struct BoundType {
    var name: TypeName
    var kind: Kind
    var header: String
    var members: [Member]
    /// Constants that say "no option", which an option set spells `[]`.
    var empty: [Constant] = []
}

/// Generated types that share a file.
struct BoundGroup {
    var file: String
    var types: [BoundType]
}

/// Gives each constant of a description its Swift name.
struct Binding {
    var groups: [BoundGroup] = []

    init(_ description: APIDescription, groups names: [TypeGroup] = Names.groups) throws {
        let types = description.types
        let known = Set(names.flatMap { $0.types.map(\.c) })
        let unknown = types.keys.filter { !known.contains($0) }.sorted().map { TypeName(lawFor: $0) }
        for group in names + [TypeGroup("UnsortedTypes", unknown)] {
            let bound = try group.types.compactMap { name in
                try types[name.c].flatMap { try BoundType(name, constants: $0.withoutSentinels()) }
            }
            if !bound.isEmpty { groups.append(BoundGroup(file: group.file, types: bound)) }
        }
        for group in names {
            for name in group.types {
                if case .merged(let target) = name.kind { try merge(types[name.c] ?? [], into: target) }
            }
        }
    }

    /// Enters each of the constants as a synonym of the member with the same value.
    private mutating func merge(_ constants: [Constant], into target: String) throws {
        for constant in constants.withoutSentinels() {
            try merge(constant, into: target)
        }
    }

    private mutating func merge(_ constant: Constant, into target: String) throws {
        for group in groups.indices {
            for type in groups[group].types.indices where groups[group].types[type].name.c == target {
                let members = groups[group].types[type].members
                if let member = members.firstIndex(where: { $0.constant.value == constant.value }) {
                    return groups[group].types[type].members[member].synonyms.append(constant.name)
                }
            }
        }
        throw GeneratorError("\(constant.name): \(target) has no constant of this value")
    }

    /// Each constant with its Swift name, for the test that none is missing.
    var table: [(constant: String, swift: String)] {
        groups.flatMap(\.types).flatMap { type in
            type.empty.map { ($0.name, "\(type.name.swift)()") }
                + type.members.flatMap { member in
                    ([member.constant.name] + member.synonyms).map { ($0, "\(type.name.swift).\(member.name)") }
                }
        }
    }
}

extension BoundType {
    /// Names the constants; nil for a type that is merged into another.
    fileprivate init?(_ name: TypeName, constants: [Constant]) throws {
        let kind = name.kind ?? (TypeName(lawFor: name.c).swift.hasSuffix("Options") ? .options : .open)
        if case .merged = kind { return nil }
        let prefix = Prefix(of: constants, type: name)
        var members: [Member] = []
        var firstByValue: [Int64: String] = [:]
        for constant in constants where kind != .options || constant.value != 0 {
            let rest = prefix.removed(from: constant.name)
            let words = Words.words(of: rest)
            let member = name.members[rest] ?? Words.lowerCamel(words)
            let phrase = name.members[rest].map(Words.phrase(ofCamel:)) ?? Words.phrase(words)
            let first = firstByValue[constant.value]
            members.append(Member(constant: constant, name: member, words: phrase, aliasOf: first))
            if first == nil { firstByValue[constant.value] = member }
        }
        if let twice = Dictionary(grouping: members, by: \.name).first(where: { $0.value.count > 1 }) {
            throw GeneratorError("\(name.c): \(twice.value.map(\.constant.name)) would all be called \(twice.key)")
        }
        let empty = constants.filter { kind == .options && $0.value == 0 }
        self.init(name: name, kind: kind, header: constants.first?.header ?? "", members: members, empty: empty)
    }
}
