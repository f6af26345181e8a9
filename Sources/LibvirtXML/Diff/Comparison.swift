/// Compares two definitions, fact by fact.
struct Comparison {
    var book: RuleBook
    /// The two definitions as a whole.
    private let sides: RuleSet.Sides
    /// Whether the second one is what somebody asks for, and the first one what libvirt has.
    private let isAsked: Bool
    /// How many more pairs may be tried; what is beyond it is paired by its place, so that no input takes for ever.
    var trials = 20_000

    init(_ before: Fact, _ after: Fact, isAsked: Bool, _ book: RuleBook) {
        (sides, self.isAsked, self.book) = (RuleSet.Sides(own: before, other: after), isAsked, book)
    }

    mutating func changes() -> [Change] {
        let before = sides.own, after = sides.other
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
        guard let reconcile = book[place.page].reconciliation else { return unlike(before, after, at: place) }
        var left = before, right = after
        reconcile(&left, &right, sides)
        return unlike(left, right, at: place)
    }

    /// The changes from one fact to another, whatever libvirt evens out between them.
    private mutating func unlike(_ left: Fact, _ right: Fact, at place: Place) -> [Change] {
        var found: [Change] = []
        if left.attributes != right.attributes {
            for name in left.attributes.names(with: right.attributes) {
                found += difference(left.attributes[name], right.attributes[name], at: place, name)
            }
        }
        if left.text != right.text { found += difference(left.text, right.text, at: place) }
        if left.children != right.children {
            for twins in twins(left.children, right.children, at: place) { found += compare(twins, in: place) }
        }
        return found
    }

    /// The children of two facts by their names, in the order in which these come; without those that are the same.
    private mutating func twins(_ left: [Fact], _ right: [Fact], at place: Place) -> [Twins] {
        var seats: [Seat] = []
        seats.reserveCapacity(left.count + right.count)
        for index in left.indices { seats.append(Seat(page: page(of: left[index], at: place), index: index)) }
        for index in right.indices {
            seats.append(Seat(page: page(of: right[index], at: place), index: left.count + index))
        }
        var rest = seats.sorted()[...]
        var found: [(first: Int, twins: Twins)] = []
        while let first = rest.first {
            let lefts = rest.prefix { $0.page == first.page && $0.index < left.count }
            let rights = rest.dropFirst(lefts.count).prefix { $0.page == first.page }
            rest = rest.dropFirst(lefts.count + rights.count)
            let areSame = lefts.elementsEqual(rights) { left[$0.index] == right[$1.index - left.count] }
            if areSame { continue }
            let twins = Twins(
                page: first.page, left: lefts.map { left[$0.index] },
                right: rights.map { right[$0.index - left.count] })
            found.append((first.index, twins))
        }
        return found.sorted { $0.first < $1.first }.map(\.twins)
    }

    private mutating func page(of child: Fact, at place: Place) -> Int {
        child.page ?? book.element(child.key, of: place.page)
    }

    /// The change from one value to another of a text, or of an attribute.
    private mutating func difference(
        _ before: Value?, _ after: Value?, at place: Place, _ attribute: String? = nil
    ) -> [Change] {
        let page = attribute.map { book.attribute(String($0.dropFirst()), of: place.page) } ?? place.page
        switch (before, after) {
        case (nil, nil): return []
        case (let before?, let after?): if before.isEquivalent(to: after) { return [] }
        case (let only?, nil), (nil, let only?):
            if book[page].silence?.covers(only, of: speaker(before == nil)) == true { return [] }
        }
        return [
            Change(
                path: place.shown + (attribute.map { "/" + $0 } ?? ""),
                kind: before == nil ? .added : after == nil ? .removed : .changed, before: before?.shown,
                after: after?.shown, effect: effect(of: page, at: place))
        ]
    }

    /// Who says what only one side says.
    private func speaker(_ isAdded: Bool) -> Speaker {
        let (own, other) = isAdded ? (sides.other, sides.own) : (sides.own, sides.other)
        // A file with a number is the print of a running guest, and does not run.
        let isAlone = !other.isRunning || isAsked && !isAdded
        return Speaker(isAsked: isAsked && isAdded, isAloneRunning: own.isRunning && isAlone)
    }

    /// What it amounts to that only one side has an element.
    mutating func presence(of fact: Fact, at place: Place, isAdded: Bool) -> [Change] {
        let silence = book[place.page].silence
        if silence?.coversAnything(of: speaker(isAdded)) == true { return [] }
        let sides =
            isAdded ? RuleSet.Sides(own: sides.other, other: sides.own, isOwnAsked: isAsked) : sides
        if let isAutomatic = book[place.page].automatic, isAutomatic(fact, sides) { return [] }
        if silence?.speaksOfContent == true {
            let inner = isAdded ? differences(fact.empty, fact, at: place) : differences(fact, fact.empty, at: place)
            if inner.count <= 1 { return inner }
        }
        let shown = fact.shown
        return [
            Change(
                path: place.shown, kind: isAdded ? .added : .removed, before: isAdded ? nil : shown,
                after: isAdded ? shown : nil, effect: effect(of: place.page, at: place, isWhole: true))
        ]
    }

    /// When a change of what a page is about can take effect there.
    func effect(of page: Int, at place: Place, isWhole: Bool = false) -> Change.Effect {
        book.effects(on: page)
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
