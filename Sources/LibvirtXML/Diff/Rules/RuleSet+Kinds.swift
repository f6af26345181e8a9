extension RuleSet {
    /// The rules for documents with that outermost element.
    static func rules(for root: String) -> RuleSet {
        switch root {
        case "domain": domain
        default: other
        }
    }

    /// For kinds without rules of their own.
    private static let other = RuleSet()
}
