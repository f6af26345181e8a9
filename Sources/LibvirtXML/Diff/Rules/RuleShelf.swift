import Synchronization

/// The books of rules of all kinds of documents, for the life of the process.
enum RuleShelf {
    /// One copy of a book for each comparison that has ever gone on at the same time as others.
    ///
    /// Two processors that count the references to the same pages would wait for each other all the time.
    private static let books = Mutex<[String: [RuleBook]]>([:])
    /// How much a book may hold when it is put back: documents can have any names, and there is no end of documents.
    private static let limit = 1 << 14

    /// Lends a book for documents with that outermost element, and keeps what was added to it.
    static func withBook<Result>(for root: String, _ body: (inout RuleBook) -> Result) -> Result {
        guard let rules = RuleSet.kinds[root] else {
            // Kinds without rules of their own, such as what a host can do.
            var book = RuleBook(RuleSet())
            return body(&book)
        }
        var book = books.withLock { $0[root]?.popLast() } ?? RuleBook(rules())
        let result = body(&book)
        if book.size < limit { books.withLock { $0[root, default: []].append(book) } }
        return result
    }
}
