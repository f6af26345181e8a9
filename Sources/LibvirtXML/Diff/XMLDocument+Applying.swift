extension XMLDocument {
    /// This document made to mean the same as `other`, with everything else as it is: what libvirt filled in stays.
    ///
    /// - Parameter other: The document as it shall be; of the same kind.
    /// - Returns: The edited document; `nil` when the two cannot be brought together.
    public func becoming(_ other: XMLDocument) -> XMLDocument? {
        let other = other.withUsualPrefixes, wishes = changes(asked: other), base = withoutStaleParts(before: wishes)
        var edit = ChangeEdit(old: base ?? self, new: other)
        for change in (base?.changes(asked: other) ?? wishes).inOrder { _ = edit.make(change) }
        // What could not be done one by one is taken over whole: all disks, or the whole processor.
        let rest = edit.result.changes(asked: other)
        if rest.isEmpty { return edit.result }
        for place in Set(rest.compactMap { ChangePath($0.path)?.section }) { edit.takeOver(place) }
        return edit.result.changes(asked: other).isEmpty ? edit.result : nil
    }

    /// This document with some changes made to it, and with everything else as it is.
    ///
    /// - Parameters:
    ///   - changes: Some of the changes from this document to `other`.
    ///   - other: The document that they lead to.
    /// - Returns: The edited document; `nil` when these changes cannot be made one by one.
    public func applying(_ changes: [Change], from other: XMLDocument) -> XMLDocument? {
        var edit = ChangeEdit(old: self, new: other)
        for change in changes.inOrder where !edit.make(change) { return nil }
        return edit.result
    }
}

extension [Change] {
    /// What goes makes room for what comes, and numbers of what comes count from the first.
    fileprivate var inOrder: [Change] {
        [.changed, .removed, .reordered, .added].flatMap { kind in filter { $0.kind == kind } }
    }
}

extension ChangePath {
    /// The elements that it is about as a whole: all devices of a kind, or one part of a definition.
    fileprivate var section: ChangePath? {
        let depth = steps.dropFirst().first?.name == "devices" ? 3 : 2
        guard steps.count >= min(depth, 2) else { return nil }
        var section = ChangePath(steps: Array(steps.prefix(depth)))
        section.steps[section.steps.count - 1].values = [:]
        section.steps[section.steps.count - 1].number = nil
        return section
    }
}

/// Making the changes of a comparison, one after the other.
private struct ChangeEdit {
    /// The document as it was: paths are found in it.
    let old: XMLDocument
    /// Where the new values are.
    let new: XMLDocument
    private(set) var result: XMLDocument

    init(old: XMLDocument, new: XMLDocument) { (self.old, self.new, result) = (old, new, old) }

    mutating func make(_ change: Change) -> Bool {
        guard let path = ChangePath(change.path) else { return false }
        switch (change.kind, path.attribute, change.after) {
        case (.removed, let attribute?, _): return remove(attribute, at: path)
        case (.removed, nil, _): return remove(path)
        case (.reordered, _, _): return reorder(path)
        case (.added, let attribute?, let value?) where old.element(at: path)?.attribute(attribute) != nil:
            // Not of the element that has the number now, but of a new one that shall have it.
            guard let name = path.steps.last?.name else { return false }
            return insert(NewElement(name, [:]).with(attribute, value), at: ChangePath(steps: path.steps))
        case (_, let attribute?, let value?): return set(attribute, to: value, at: path)
        case (.added, nil, let text?): return add(text, at: path)
        case (.changed, nil, let text?): return setText(text, at: path)
        default: return false
        }
    }

    private mutating func remove(_ attribute: String, at path: ChangePath) -> Bool {
        guard let element = old.element(at: path), element.attribute(attribute) != nil else { return false }
        result.removeAttribute(attribute, of: element.id)
        return true
    }

    private mutating func remove(_ path: ChangePath) -> Bool {
        guard let element = old.element(at: path) else { return false }
        if element.elements.isEmpty, !element.attributes.isEmpty, !element.text.isEmpty, removesText(path) {
            result.setText("", of: element.id)
        } else {
            result.remove(element.id)
        }
        return true
    }

    /// Whether the element itself is in the new document, too, and only its text is gone.
    private func removesText(_ path: ChangePath) -> Bool { new.element(at: path) != nil }

    private mutating func set(_ attribute: String, to value: String, at path: ChangePath) -> Bool {
        guard let element = makeElement(at: path) else { return false }
        result.setAttribute(attribute, to: value, of: element)
        return true
    }

    private mutating func setText(_ text: String, at path: ChangePath) -> Bool {
        guard let element = makeElement(at: path) else { return false }
        // An amount is shown with its unit, which is an attribute.
        let words = text.split(separator: " ")
        if words.count == 2, UInt64(words[0]) != nil,
            new.element(at: path)?.text.trimmed == String(words[0])
                || result.node(element).attribute("unit") != nil
        {
            result.setText(String(words[0]), of: element)
            result.setAttribute("unit", to: String(words[1]), of: element)
        } else {
            result.setText(text, of: element)
        }
        return true
    }

    private mutating func add(_ text: String, at path: ChangePath) -> Bool {
        guard let step = path.steps.last else { return false }
        if !text.hasPrefix("<\(step.name)") {
            // The element is there already where only its text is new.
            return step.number == nil && step.values.isEmpty
                ? setText(text, at: path) : insert(NewElement(step.name, text: text), at: path)
        }
        guard let parent = makeElement(at: path.parent) else { return false }
        result.declareNamespace(of: step.name)
        return (try? result.insert(xml: text, into: parent, at: place(of: step, in: parent))) != nil
    }

    private mutating func insert(_ element: NewElement, at path: ChangePath) -> Bool {
        guard let step = path.steps.last, let parent = makeElement(at: path.parent) else { return false }
        result.declareNamespace(of: step.name)
        result.insert(element, into: parent, at: place(of: step, in: parent))
        return true
    }

    /// Where a new element goes: to its number among its twins, else behind the last of them.
    private func place(of step: ChangePath.Step, in parent: XMLNode.ID) -> XMLDocument.Place {
        let all = result.node(parent).elements
        let twins = all.indices.filter { all[$0].name == step.name }
        guard let first = twins.first, let last = twins.last else { return .libvirtOrder }
        guard let number = step.number, number <= twins.count else { return .after(all[last].id) }
        if number > 1 { return .after(all[twins[number - 2]].id) }
        return first == 0 ? .first : .after(all[first - 1].id)
    }

    /// Takes all elements of a name in the new order.
    private mutating func reorder(_ path: ChangePath) -> Bool {
        guard let name = path.steps.last?.name, let parent = old.element(at: path.parent),
            let wanted = new.element(at: path.parent)
        else { return false }
        return replace(name, in: parent.id, by: wanted.elements(named: name))
    }

    /// Takes everything of a section as the new document has it.
    mutating func takeOver(_ section: ChangePath) {
        guard let name = section.steps.last?.name, let parent = makeElement(at: section.parent) else { return }
        _ = replace(name, in: parent, by: new.element(at: section.parent)?.elements(named: name) ?? [])
    }

    private mutating func replace(_ name: String, in parent: XMLNode.ID, by elements: [XMLNode]) -> Bool {
        for twin in result.node(parent).elements(named: name) { result.remove(twin.id) }
        if !elements.isEmpty { result.declareNamespace(of: name) }
        return elements.allSatisfy { (try? result.insert(xml: $0.xml, into: parent)) != nil }
    }

    /// The element at a path, made where it is missing but its parent is there.
    private mutating func makeElement(at place: ChangePath) -> XMLNode.ID? {
        let path = ChangePath(steps: place.steps)
        if let there = old.element(at: path) { return there.id }
        if let made = result.element(at: path) { return made.id }
        guard path.steps.count > 1, let step = path.steps.last, let parent = makeElement(at: path.parent) else {
            return nil
        }
        let twins = result.node(parent).elements(named: step.name)
        guard step.values.isEmpty, step.number.map({ $0 == twins.count + 1 }) ?? true else { return nil }
        result.declareNamespace(of: step.name)
        return result.insert(NewElement(step.name), into: parent)
    }
}
