import Glibc

/// What comparing two definitions of a guest comes down to: the same for guests that differ in names alone.
///
/// Two pairs of the same shape are one pair with other plain values in it, each in the place of another one. As the
/// rules ask of such values only whether they are the same, one pair differs in nothing where the other does not. That
/// holds while none of the values stands anywhere else: a console's path with the guest's name in it may mean something.
package struct ComparisonShape: Hashable, Sendable {
    private let own: [UInt8]
    private let asked: [UInt8]
    /// For each value, the first one that is the same.
    private let links: [Int]

    /// More values than this in one guest are a guest of its own, and quicker compared than looked for.
    private static let limit = 40

    /// The shape of the comparison of what libvirt has with what is asked for.
    ///
    /// - Returns: `nil` where it would not tell enough.
    package init?(_ own: DocumentShape, asked: DocumentShape) {
        let values = own.values + asked.values
        // What is asked for in other letters than libvirt has is for the rules to understand.
        guard values.count <= ComparisonShape.limit, asked.values.allSatisfy(own.values.contains),
            own.values.allSatisfy(\.isUsual), !(own.bytes + [0x0A] + asked.bytes).contains(anyOf: values)
        else { return nil }
        (self.own, self.asked) = (own.bytes, asked.bytes)
        links = values.map { value in values.firstIndex(of: value) ?? 0 }
    }

    /// All at once: arrays take their bytes one by one.
    package func hash(into hasher: inout Hasher) {
        for bytes in [own, asked] { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
    }
}

extension DocumentShape.Value {
    /// Whether it is written as libvirt writes it.
    fileprivate var isUsual: Bool {
        switch kind {
        case .uuid, .mac: !text.contains { (0x41...0x5A).contains($0) }
        case .name, .path: true
        }
    }
}

extension [UInt8] {
    /// Whether any of the values stands in a text, which has no zero in it, as XML has none.
    fileprivate func contains(anyOf values: [DocumentShape.Value]) -> Bool {
        (self + [0]).withUnsafeBytes { text in
            guard let start = text.bindMemory(to: CChar.self).baseAddress else { return false }
            return values.contains { value in
                (value.text + [0]).withUnsafeBytes { wanted in
                    wanted.bindMemory(to: CChar.self).baseAddress.map { strstr(start, $0) != nil } ?? true
                }
            }
        }
    }
}
