/// What is left of a pattern after a piece of a document: James Clark's way of validating Relax NG.
///
/// A piece that leaves nothing is exactly where the document goes wrong, which libxml2's backtracking cannot tell.
struct Derivatives {
    typealias Index = PatternPool.Index

    var compiler: GrammarCompiler
    private var memo: [Index: Index] = [:]

    init(_ grammar: Grammar) { compiler = GrammarCompiler(grammar) }

    private var pool: PatternPool {
        get { compiler.pool }
        _modify { yield &compiler.pool }
    }

    /// What the last step of a descent does with the patterns at its end.
    private enum Step {
        case open(QualifiedName)
        /// Without a text every value will do.
        case attribute(QualifiedName, String?)
        case close(isLenient: Bool)
        /// Without a text every text will do.
        case text(String?)
        case end(isLenient: Bool)
    }

    mutating func open(_ index: Index, _ name: QualifiedName) -> Index { run(index, .open(name)) }

    mutating func attribute(_ index: Index, _ name: QualifiedName, _ value: String?) -> Index {
        run(index, .attribute(name, value))
    }

    /// The end of a start tag; leniently, attributes that are missing are let go.
    mutating func close(_ index: Index, isLenient: Bool = false) -> Index { run(index, .close(isLenient: isLenient)) }

    mutating func text(_ index: Index, _ text: String) -> Index { run(index, .text(text)) }

    /// Text that is taken for whatever the pattern wants.
    mutating func withAnyText(_ index: Index) -> Index { run(index, .text(nil)) }

    /// The end of an element; leniently, whatever is missing is let go.
    mutating func end(_ index: Index, isLenient: Bool = false) -> Index { run(index, .end(isLenient: isLenient)) }

    private mutating func run(_ index: Index, _ step: Step) -> Index {
        memo.removeAll(keepingCapacity: true)
        return derive(index, step)
    }

    private mutating func derive(_ index: Index, _ step: Step) -> Index {
        if let known = memo[index] { return known }
        let result = derived(pool[index], index, step)
        memo[index] = result
        return result
    }

    private mutating func derived(_ pattern: Pattern, _ index: Index, _ step: Step) -> Index {
        if pattern.operation == .choice {
            let left = derive(pattern.left, step)
            let right = derive(pattern.right, step)
            return pool.choice(left, right)
        }
        switch step {
        case .open(let name): return opened(pattern, name, step)
        case .attribute(let name, let value): return attributed(pattern, name, value, step)
        case .close(let isLenient): return closed(pattern, index, isLenient, step)
        case .text(let text): return texted(pattern, index, text, step)
        case .end(let isLenient):
            guard pattern.operation == .after else { return PatternPool.notAllowed }
            return isLenient || pool.isNullable(pattern.left) ? pattern.right : PatternPool.notAllowed
        }
    }

    private mutating func opened(_ pattern: Pattern, _ name: QualifiedName, _ step: Step) -> Index {
        switch pattern.operation {
        case .element:
            guard compiler.names(ofElement: pattern.left).contains(name) else { return PatternPool.notAllowed }
            let body = compiler.body(ofElement: pattern.left)
            return pool.after(body, PatternPool.empty)
        case .interleave:
            let left = derive(pattern.left, step), right = derive(pattern.right, step)
            let first = mapAfter(left) { pool, rest in pool.interleave(rest, pattern.right) }
            let second = mapAfter(right) { pool, rest in pool.interleave(pattern.left, rest) }
            return pool.choice(first, second)
        case .group:
            let left = derive(pattern.left, step)
            let first = mapAfter(left) { pool, rest in pool.group(rest, pattern.right) }
            guard pool.isNullable(pattern.left) else { return first }
            let second = derive(pattern.right, step)
            return pool.choice(first, second)
        case .oneOrMore:
            let once = derive(pattern.left, step)
            return mapAfter(once) { pool, rest in
                let again = pool.optional(pool.oneOrMore(pattern.left))
                return pool.group(rest, again)
            }
        case .after:
            let left = derive(pattern.left, step)
            return mapAfter(left) { pool, rest in pool.after(rest, pattern.right) }
        default: return PatternPool.notAllowed
        }
    }

    private mutating func attributed(
        _ pattern: Pattern, _ name: QualifiedName, _ value: String?, _ step: Step
    ) -> Index {
        switch pattern.operation {
        case .attribute:
            let definition = compiler.attributes[Int(pattern.left)]
            guard definition.names.contains(name) else { return PatternPool.notAllowed }
            return value.map { matches(definition.value, $0) } ?? true ? PatternPool.empty : PatternPool.notAllowed
        case .after:
            let left = derive(pattern.left, step)
            return pool.after(left, pattern.right)
        case .group, .interleave:
            let left = derive(pattern.left, step), right = derive(pattern.right, step)
            let isGroup = pattern.operation == .group
            let first = isGroup ? pool.group(left, pattern.right) : pool.interleave(left, pattern.right)
            let second = isGroup ? pool.group(pattern.left, right) : pool.interleave(pattern.left, right)
            return pool.choice(first, second)
        case .oneOrMore:
            let once = derive(pattern.left, step)
            let again = pool.optional(pool.oneOrMore(pattern.left))
            return pool.group(once, again)
        default: return PatternPool.notAllowed
        }
    }

    private mutating func closed(_ pattern: Pattern, _ index: Index, _ isLenient: Bool, _ step: Step) -> Index {
        switch pattern.operation {
        case .attribute: return isLenient ? PatternPool.empty : PatternPool.notAllowed
        case .after:
            let left = derive(pattern.left, step)
            return pool.after(left, pattern.right)
        case .group:
            let left = derive(pattern.left, step), right = derive(pattern.right, step)
            return pool.group(left, right)
        case .interleave:
            let left = derive(pattern.left, step), right = derive(pattern.right, step)
            return pool.interleave(left, right)
        case .oneOrMore:
            let once = derive(pattern.left, step)
            return pool.oneOrMore(once)
        default: return index
        }
    }

    private mutating func texted(_ pattern: Pattern, _ index: Index, _ text: String?, _ step: Step) -> Index {
        switch pattern.operation {
        case .text: return index
        case .value, .data, .list:
            return text.map { matchesText(pattern, $0) } ?? true ? PatternPool.empty : PatternPool.notAllowed
        case .after:
            let left = derive(pattern.left, step)
            return pool.after(left, pattern.right)
        case .interleave:
            let left = derive(pattern.left, step), right = derive(pattern.right, step)
            let first = pool.interleave(left, pattern.right)
            let second = pool.interleave(pattern.left, right)
            return pool.choice(first, second)
        case .group:
            let left = derive(pattern.left, step)
            let first = pool.group(left, pattern.right)
            guard pool.isNullable(pattern.left) else { return first }
            let second = derive(pattern.right, step)
            return pool.choice(first, second)
        case .oneOrMore:
            let once = derive(pattern.left, step)
            let again = pool.optional(pool.oneOrMore(pattern.left))
            return pool.group(once, again)
        default: return PatternPool.notAllowed
        }
    }

    /// Whether the text is one that the pattern of an attribute's value, or of a list's item, allows.
    private mutating func matches(_ index: Index, _ text: String) -> Bool {
        if pool.isNullable(index), text.allSatisfy(\.isWhitespace) { return true }
        let outer = memo
        defer { memo = outer }
        return pool.isNullable(self.text(index, text))
    }

    private mutating func matchesText(_ pattern: Pattern, _ text: String) -> Bool {
        switch pattern.operation {
        case .value:
            let value = compiler.values[Int(pattern.left)]
            return value.isExact ? value.text == text : value.text.words == text.words
        case .data: return compiler.data[Int(pattern.left)].allows(text)
        default:
            let outer = memo
            defer { memo = outer }
            let rest = text.words.reduce(pattern.left) { rest, word in self.text(rest, word) }
            return pool.isNullable(rest)
        }
    }

    /// Changes what follows the element in each alternative.
    private mutating func mapAfter(_ index: Index, _ change: (inout PatternPool, Index) -> Index) -> Index {
        let pattern = pool[index]
        switch pattern.operation {
        case .after:
            let rest = change(&pool, pattern.right)
            return pool.after(pattern.left, rest)
        case .choice:
            let left = mapAfter(pattern.left, change), right = mapAfter(pattern.right, change)
            return pool.choice(left, right)
        default: return PatternPool.notAllowed
        }
    }
}

extension String {
    /// The words between white space, by which XML Schema compares tokens.
    fileprivate var words: [String] { split(whereSeparator: \.isWhitespace).map(String.init) }
}
