/// Lines of a path and what holds there; of several that match, the last one counts.
struct RuleTable<Rule: Sendable>: Sendable {
    private var byName: [String: [(rank: Int, pattern: PathPattern, rule: Rule)]] = [:]

    /// Reads a table, one `path   rule` to a line.
    ///
    /// - Parameters:
    ///   - text: The lines.
    ///   - rule: Makes a rule of the words behind the path; `nil` for words that are none.
    init(_ text: String, rule: ([Substring]) -> Rule?) {
        for (rank, line) in text.parts(between: "\n").enumerated() {
            let words = line.parts(between: " ")
            guard let path = words.first else { continue }
            let read = rule(Array(words.dropFirst()))
            assert(read != nil, "a rule that is none: \(line)")
            guard let read else { continue }
            let pattern = PathPattern(path)
            byName[pattern.steps.last ?? "", default: []].append((rank, pattern, read))
        }
    }

    /// The rule for an element or an attribute.
    func rule(for path: [String]) -> Rule? {
        let name = path.last ?? ""
        let candidates = (byName[name] ?? []) + (byName[PathPattern.anyName(for: name)] ?? [])
        return candidates.filter { $0.pattern.matches(path) }.max { $0.rank < $1.rank }?.rule
    }

    /// All rules that name the path or one of the elements around it, the weakest first.
    func rules(covering path: [String]) -> [(rule: Rule, isExact: Bool)] {
        Set(path + ["", "*", "@*"]).flatMap { byName[$0] ?? [] }.filter { $0.pattern.covers(path) }
            .sorted { $0.rank < $1.rank }.map { ($0.rule, $0.pattern.matches(path)) }
    }
}
