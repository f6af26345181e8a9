/// A set of rules, page by page for the paths that documents have.
///
/// Definitions have the same few hundred paths again and again, so what the tables say of each is found once. A book is
/// a value: a comparison writes into a copy of its own, and nobody waits for anybody.
struct RuleBook: Sendable {
    /// What the rules say of the elements at one path.
    struct Page: Sendable {
        /// The names from the outermost element on, without itself.
        let path: [String]
        /// How the element's text is read.
        let text: ValueKind
        /// What it means that only one side has the element.
        let silence: Silence?
        /// How elements of the path find their partners.
        let list: ListRule?
        /// What libvirt concludes from the element.
        let completions: [RuleSet.Completion]
        /// What libvirt evens out between two of them.
        let reconciliation: RuleSet.Reconciliation?
        /// Whether libvirt makes the element by itself.
        let automatic: RuleSet.Automatic?

        fileprivate var children: [String: Int] = [:]
        fileprivate var attributes: [String: AttributeRules] = [:]

        fileprivate init(_ path: [String], _ rules: RuleSet) {
            let name = path.joined(separator: "/")
            self.path = path
            text = rules.values.rule(for: path) ?? .word
            silence = rules.silences.rule(for: path)
            list = rules.lists.rule(for: path)
            completions = rules.completions(for: path)
            reconciliation = rules.reconciliations[name]
            automatic = rules.automatic[name]
        }
    }

    /// What the rules say of one attribute.
    struct AttributeRules: Sendable {
        /// How it is read.
        let kind: ValueKind
        /// What it means that only one side has it.
        let silence: Silence?
    }

    private let rules: RuleSet
    private var pages: [Page]
    /// How many paths and attributes it knows.
    private(set) var size = 0

    /// A book whose first page, number 0, is about the outermost element.
    init(_ rules: RuleSet) {
        self.rules = rules
        pages = [Page([], rules)]
    }

    subscript(page: Int) -> Page { pages[page] }

    /// The page for the elements of that name in those of another page.
    mutating func child(_ name: String, of page: Int) -> Int {
        if let known = pages[page].children[name] { return known }
        pages.append(Page(pages[page].path + [name], rules))
        pages[page].children[name] = pages.count - 1
        size += 1
        return pages.count - 1
    }

    /// The rules for an attribute of the page's elements.
    mutating func attribute(_ name: String, of page: Int) -> AttributeRules {
        if let known = pages[page].attributes[name] { return known }
        let new = AttributeRules(
            kind: rules.values.rule(for: pages[page].path, attribute: name) ?? .word,
            silence: rules.silences.rule(for: pages[page].path, attribute: name))
        pages[page].attributes[name] = new
        size += 1
        return new
    }

    /// When a change of the page's elements, or of an attribute, can take effect: the weakest rule first.
    func effects(of attribute: String?, on page: Int) -> [(rule: EffectRule, isExact: Bool)] {
        rules.effects.rules(covering: pages[page].path, attribute: attribute)
    }
}
