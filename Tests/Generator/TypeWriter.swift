/// Writes one type as Swift source.
struct TypeWriter {
    var type: BoundType

    /// The declaration's lines; a type inside another stands in an extension of that other.
    var lines: [String] {
        if type.kind == .code { return codes }
        guard let dot = type.name.swift.lastIndex(of: ".") else { return declaration }
        let inner = declaration.map { $0.isEmpty ? "" : "    \($0)" }
        return ["extension \(type.name.swift[..<dot]) {"] + inner + ["}"]
    }

    private var declaration: [String] {
        switch type.kind {
        case .options: options
        case .number: number
        default: openEnum
        }
    }

    /// The name without the type round it.
    private var shortName: String {
        type.name.swift.split(separator: ".").last.map(String.init) ?? type.name.swift
    }

    private func header(_ remark: String = "") -> [String] {
        let link = "libvirt: [`\(type.name.c)`](https://libvirt.org/html/libvirt-\(type.header).html#\(type.name.c))"
        return DocComment(type.name.summary, remark, link).lines()
    }

    private func comment(_ member: Member) -> [String] {
        DocComment(
            on: member.constant.name, info: member.constant.info, words: member.words, synonyms: member.synonyms
        ).lines(indent: 4)
    }
}

// MARK: - Open enums

extension TypeWriter {
    private var openEnum: [String] {
        let cases = type.members.filter { $0.aliasOf == nil }
        let aliases = type.members.flatMap { member in
            member.aliasOf.map { alias in
                comment(member) + ["    public static let \(Words.escaped(member.name)): Self = .\(alias)"]
            } ?? []
        }
        return header()
            + ["public enum \(shortName): RawRepresentable, Hashable, Sendable, CustomStringConvertible {"]
            + cases.flatMap { comment($0) + ["    case \(Words.escaped($0.name))"] }
            + ["    /// A value that this library does not know, from a newer libvirt.", "    case unknown(Int32)"]
            + aliases + [""] + initializer(cases) + [""] + rawValue(cases) + [""] + description(cases) + ["}"]
    }

    private func initializer(_ cases: [Member]) -> [String] {
        [
            "    /// The case of libvirt's number.", "    public init(rawValue: Int32) {", "        switch rawValue {",
        ] + cases.map { "        case \($0.constant.value): self = .\($0.name)" }
            + ["        default: self = .unknown(rawValue)", "        }", "    }"]
    }

    private func rawValue(_ cases: [Member]) -> [String] {
        ["    /// libvirt's number.", "    public var rawValue: Int32 {", "        switch self {"]
            + cases.map { "        case .\($0.name): \($0.constant.value)" }
            + ["        case .unknown(let number): number", "        }", "    }"]
    }

    private func description(_ cases: [Member]) -> [String] {
        ["    /// The value in words.", "    public var description: String {", "        switch self {"]
            + cases.map { "        case .\($0.name): \"\($0.words)\"" }
            + ["        case .unknown(let number): \"unknown (\\(number))\"", "        }", "    }"]
    }
}

// MARK: - Structs

extension TypeWriter {
    private var options: [String] {
        let empty = type.empty.map { "`\($0.name)`" }.joined(separator: ", ")
        let remark = empty.isEmpty ? "" : "The empty set, `[]`, is \(empty)."
        return header(remark)
            + ["public struct \(shortName): OptionSet, Hashable, Sendable {"]
            + type.members.flatMap { member in
                comment(member)
                    + ["    public static let \(Words.escaped(member.name)) = Self(rawValue: \(bits(member)))"]
            } + [""] + storage("UInt32", "libvirt's flags.") + ["}"]
    }

    /// `1 << 4`, or the number where it is no single bit.
    private func bits(_ member: Member) -> String {
        let value = member.constant.value
        return value.nonzeroBitCount == 1 ? "1 << \(value.trailingZeroBitCount)" : "\(value)"
    }

    private var number: [String] {
        header()
            + ["public struct \(shortName): RawRepresentable, Hashable, Sendable, ExpressibleByIntegerLiteral {"]
            + type.members.flatMap { member in
                comment(member) + [
                    "    public static let \(Words.escaped(member.name)) = Self(rawValue: \(member.constant.value))"
                ]
            } + [""] + storage("Int32", "libvirt's number.") + [""]
            + [
                "    /// Wraps a number.", "    public init(integerLiteral value: Int32) {",
                "        self.init(rawValue: value)", "    }", "}",
            ]
    }

    private func storage(_ value: String, _ summary: String) -> [String] {
        [
            "    /// \(summary)", "    public let rawValue: \(value)", "", "    /// Wraps \(summary)",
            "    public init(rawValue: \(value)) {", "        self.rawValue = rawValue", "    }",
        ]
    }

    private var codes: [String] {
        let members = type.members.flatMap { member in
            comment(member) + [
                "    public static let \(Words.escaped(member.name)) = Self(rawValue: \(member.constant.value))"
            ]
        }
        let names = type.members.filter { $0.aliasOf == nil }.map {
            "        case \($0.constant.value): \"\($0.words)\""
        }
        return ["extension \(type.name.swift) {"] + members + ["}", ""]
            + [
                "extension \(type.name.swift): CustomStringConvertible {", "    /// The value in words.",
                "    public var description: String {", "        switch rawValue {",
            ] + names + ["        default: \"unknown (\\(rawValue))\"", "        }", "    }", "}"]
    }
}
