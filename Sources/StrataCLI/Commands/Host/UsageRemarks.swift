internal import Strata

/// Why figures are missing: each reason once, with the guests that it holds for.
struct UsageRemarks {
    let lines: [String]

    init(_ usage: Usage) {
        var guests: [String: [String]] = [:]
        var order: [String] = []
        func add(_ key: String, _ reason: String, _ guest: String?) {
            let text = "n/a \(key): \(reason)"
            if guests[text] == nil { order.append(text) }
            guests[text, default: []] += guest.map { [$0] } ?? []
        }
        for (key, reason) in usage.unavailable.sorted(by: { $0.key < $1.key }) { add(key, reason, nil) }
        for (key, reason) in (usage.host?.unavailable ?? [:]).sorted(by: { $0.key < $1.key }) { add(key, reason, nil) }
        for guest in usage.guests {
            for (key, reason) in guest.unavailable.sorted(by: { $0.key < $1.key }) { add(key, reason, guest.name) }
        }
        lines = order.map { text in
            let names = guests[text] ?? []
            let shown =
                names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", and \(names.count - 4) more" : "")
            return text + (names.isEmpty ? "" : " (\(shown))")
        }
    }
}
