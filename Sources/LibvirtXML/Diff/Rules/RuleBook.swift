/// A set of rules, page by page for the paths that documents have.
///
/// Definitions have the same few hundred paths again and again, so what the tables say of each is found once. A book is
/// a value: a comparison writes into a copy of its own, and nobody waits for anybody.
struct RuleBook: Sendable {
    /// What the rules say of the elements, or of the attribute, at one path.
    final class Page: Sendable {
        /// The names from the outermost element on, without itself.
        let path: [String]
        /// The last of them, such as `disk` or `@type`.
        let name: String
        /// How the text is read.
        let text: ValueKind
        /// What it means that only one side has it.
        let silence: Silence?
        /// How elements of the path find their partners.
        let list: ListRule?
        /// What libvirt concludes from the element.
        let completions: [RuleSet.Completion]
        /// What libvirt evens out between two of them.
        let reconciliation: RuleSet.Reconciliation?
        /// Whether libvirt makes the element by itself.
        let automatic: RuleSet.Automatic?

        fileprivate init(_ path: [String], _ rules: RuleSet) {
            let whole = path.joined(separator: "/")
            self.path = path
            name = path.last ?? ""
            text = rules.values.rule(for: path) ?? .word
            silence = rules.silences.rule(for: path)
            list = rules.lists.rule(for: path)
            completions = rules.completions(for: path)
            reconciliation = rules.reconciliations[whole]
            automatic = rules.automatic[whole]
        }
    }

    /// The pages for what is directly in an element, by its name.
    private struct Inner {
        var elements: [String: Int] = [:]
        var attributes: [String: Int] = [:]
    }

    private let rules: RuleSet
    private var pages: [Page]
    /// For each page, the numbers of those for what is directly in its elements.
    private var inner = [Inner()]

    /// A book whose first page, number 0, is about the outermost element.
    init(_ rules: RuleSet) {
        self.rules = rules
        pages = [Page([], rules)]
    }

    /// How many paths it knows.
    var size: Int { pages.count }

    subscript(page: Int) -> Page { pages[page] }

    /// The page for the elements of a name in the elements of another page.
    mutating func element(_ name: String, of page: Int) -> Int {
        if let known = inner[page].elements[name] { return known }
        inner[page].elements[name] = pages.count
        return add(name, to: page)
    }

    /// The page for the attribute of a name of the elements of another page.
    mutating func attribute(_ name: String, of page: Int) -> Int {
        if let known = inner[page].attributes[name] { return known }
        inner[page].attributes[name] = pages.count
        return add("@" + name, to: page)
    }

    private mutating func add(_ step: String, to page: Int) -> Int {
        pages.append(Page(pages[page].path + [step], rules))
        inner.append(Inner())
        return pages.count - 1
    }

    /// When a change of what the page is about can take effect: the weakest rule first.
    func effects(on page: Int) -> [(rule: EffectRule, isExact: Bool)] {
        rules.effects.rules(covering: pages[page].path)
    }
}
