extension LibvirtDocument {
    /// What is really different in another definition of the same kind.
    ///
    /// No difference is what libvirt does not care about (the order of attributes and of most elements, white space,
    /// comments, the unit of an amount, the spelling of a number), and what libvirt fills in by itself while one side
    /// says nothing of it (addresses, aliases, controllers, default models and so on).
    ///
    /// - Parameter other: The definition as it shall be, or as it has become.
    /// - Returns: Each change once, in the order of this definition, and what was added behind its neighbours.
    public func changes(to other: Self) -> [Change] { document.changes(to: other.document) }

    /// What this definition, which libvirt has, lacks of what `wish` asks for.
    ///
    /// Unlike with ``changes(to:)`` nothing that is asked for is taken for something that libvirt would fill in anyway:
    /// what it has filled in is no difference, but what it has not is one.
    ///
    /// - Parameter wish: The definition as it shall be, such as one from a file.
    /// - Returns: Each change once.
    public func changes(asked wish: Self) -> [Change] { document.changes(asked: wish.document) }
}

extension XMLDocument {
    /// What is really different in another document.
    ///
    /// The outermost element decides which rules hold; a kind that has none is compared by XML's own ones. Documents of
    /// two kinds differ in one thing, their outermost element.
    ///
    /// - Parameter other: The document as it shall be, or as it has become.
    /// - Returns: Each change once.
    public func changes(to other: XMLDocument) -> [Change] { changes(to: other, isAsked: false) }

    /// What this document, which libvirt has, lacks of what `wish` asks for.
    ///
    /// - Parameter wish: The document as it shall be, such as one from a file.
    /// - Returns: Each change once.
    public func changes(asked wish: XMLDocument) -> [Change] { changes(to: wish, isAsked: true) }

    private func changes(to other: XMLDocument, isAsked: Bool) -> [Change] {
        RuleShelf.withBook(for: root.name) { book in
            var reader = FactReader(self, book)
            let before = reader.read()
            reader = FactReader(other, reader.book)
            var comparison = Comparison(before, reader.read(), isAsked: isAsked, reader.book)
            defer { book = comparison.book }
            return comparison.changes()
        }
    }
}
