extension String {
    /// Copies the text of a C array of characters, which Swift imports as a tuple.
    init<Characters>(characters: Characters) {
        self = withUnsafeBytes(of: characters) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
