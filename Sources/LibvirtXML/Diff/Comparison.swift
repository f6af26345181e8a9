/// Compares two definitions, fact by fact.
struct Comparison {
    var book: RuleBook
    let before: Fact
    let after: Fact
    /// Whether the second one is what somebody asks for, and the first one what libvirt has.
    let isAsked: Bool
    /// How many more pairs may be tried; what is beyond it is paired by its place, so that no input takes for ever.
    var trials = 20_000

    init(_ before: Fact, _ after: Fact, isAsked: Bool, _ book: RuleBook) {
        (self.before, self.after, self.isAsked, self.book) = (before, after, isAsked, book)
    }

    mutating func changes() -> [Change] {
        guard before.key == after.key else {
            // One name can stand for two things, in two namespaces.
            let shown = before.name == after.name ? \Fact.key : \.name
            return [
                Change(
                    path: "/" + before.name, kind: .changed, before: before[keyPath: shown],
                    after: after[keyPath: shown], effect: .recreation)
            ]
        }
        return differences(before, after, at: Place(root: before))
    }

    /// The changes from one fact to another of the same name.
    mutating func differences(_ before: Fact, _ after: Fact, at place: Place) -> [Change] {
        var left = before, right = after
        if let reconcile = book[place.page].reconciliation {
            reconcile(&left, &right, RuleSet.Sides(own: self.before, other: self.after))
        }
        if left == right { return [] }
        var found: [Change] = []
        for name in left.attributes.names(with: right.attributes) {
            found += difference(left.attributes[name], right.attributes[name], at: place, attribute: name)
        }
        found += difference(left.text, right.text, at: place, attribute: nil)
        for (left, right) in twins(left, right) where left != right {
            found += compareList(left, right, at: place)
        }
        return found
    }

    /// The children of two facts by their names, in the order in which these come.
    private func twins(_ left: Fact, _ right: Fact) -> [(left: [Fact], right: [Fact])] {
        var places: [String: Int] = [:]
        var twins: [(left: [Fact], right: [Fact])] = []
        func place(of child: Fact) -> Int {
            if let place = places[child.key] { return place }
            places[child.key] = twins.count
            twins.append(([], []))
            return twins.count - 1
        }
        for child in left.children { twins[place(of: child)].left.append(child) }
        for child in right.children { twins[place(of: child)].right.append(child) }
        return twins
    }

    private mutating func difference(_ before: Value?, _ after: Value?, at place: Place, attribute: String?) -> [Change]
    {
        switch (before, after) {
        case (nil, nil): return []
        case (let before?, let after?): if before.isEquivalent(to: after) { return [] }
        case (let only?, nil), (nil, let only?):
            if silence(of: attribute, at: place)?.covers(only, of: speaker(before == nil)) == true { return [] }
        }
        return [
            Change(
                path: place.shown + (attribute.map { "/@" + $0 } ?? ""),
                kind: before == nil ? .added : after == nil ? .removed : .changed, before: before?.shown,
                after: after?.shown, effect: effect(at: place, attribute: attribute))
        ]
    }

    private mutating func silence(of attribute: String?, at place: Place) -> Silence? {
        attribute.map { book.attribute($0, of: place.page).silence } ?? book[place.page].silence
    }

    /// Who says what only one side says.
    private func speaker(_ isAdded: Bool) -> Speaker {
        let (own, other) = isAdded ? (after, before) : (before, after)
        // A file with a number is the print of a running guest, and does not run.
        let isAlone = !other.isRunning || isAsked && !isAdded
        return Speaker(isAsked: isAsked && isAdded, isAloneRunning: own.isRunning && isAlone)
    }

    /// What it amounts to that only one side has an element.
    mutating func presence(of fact: Fact, at place: Place, isAdded: Bool) -> [Change] {
        let silence = book[place.page].silence
        if silence?.coversAnything(of: speaker(isAdded)) == true { return [] }
        let sides =
            isAdded
            ? RuleSet.Sides(own: after, other: before, isOwnAsked: isAsked) : RuleSet.Sides(own: before, other: after)
        if let isAutomatic = book[place.page].automatic, isAutomatic(fact, sides) { return [] }
        if silence?.speaksOfContent == true {
            let inner = isAdded ? differences(fact.empty, fact, at: place) : differences(fact, fact.empty, at: place)
            if inner.count <= 1 { return inner }
        }
        let shown = fact.shown
        return [
            Change(
                path: place.shown, kind: isAdded ? .added : .removed, before: isAdded ? nil : shown,
                after: isAdded ? shown : nil, effect: effect(at: place, attribute: nil, isWhole: true))
        ]
    }

    func effect(at place: Place, attribute: String?, isWhole: Bool = false) -> Change.Effect {
        book.effects(of: attribute, on: place.page)
            .last { ($0.rule.isForPresence ? isWhole && $0.isExact : true) && $0.rule.holds(for: place.device) }?
            .rule.effect ?? .nextBoot
    }
}

extension Fact {
    /// The element as it is written; of one that only holds a text, the text.
    var shown: String {
        if attributes.isEmpty, children.isEmpty, let text { return text.shown }
        return origin?.node.xml ?? name
    }
}
