/// The children of one name in two elements that belong together.
struct Twins {
    /// The page of the rule book that is about all of them.
    let page: Int
    let left: [Fact]
    let right: [Fact]

    /// Whether there is at most one on each side.
    var areSingle: Bool { left.count < 2 && right.count < 2 }
}

/// Where one of the children of two elements stands, the left ones in front; those of one name come together.
struct Seat: Comparable {
    let page: Int
    let index: Int

    static func < (left: Seat, right: Seat) -> Bool { (left.page, left.index) < (right.page, right.index) }
}

/// One of them, with what tells it from the others.
struct Twin: Sendable {
    let fact: Fact
    let key: Place.Key?

    init(_ fact: Fact, by rule: ListRule? = nil) {
        self.fact = fact
        key = rule.flatMap { Place.Key(of: fact, by: $0) }
    }

    /// Whether two that differ in so many things are one thing that was changed, and not one gone and one come.
    func isAcceptable(as other: Twin, distance: Int) -> Bool {
        if distance <= 1 { return true }
        if let key, let others = other.key { return key == others }
        return distance * 2 <= min(fact.weight, other.fact.weight)
    }
}
