internal import Strata

/// Why figures are missing: each reason once, with what is missing and the guests that it holds for.
struct UsageRemarks {
    let lines: [String]

    init(_ usage: Usage) {
        var facts = [usage.unavailable, usage.host?.unavailable ?? [:]].flatMap { reasons in
            reasons.sorted { $0.key < $1.key }.map { Remark(key: $0.key, reason: $0.value) }
        }
        for guest in usage.guests {
            for (key, reason) in guest.unavailable.sorted(by: { $0.key < $1.key }) {
                if let known = facts.firstIndex(where: { $0.key == key && $0.reason == reason }) {
                    facts[known].guests.append(guest.name)
                } else {
                    facts.append(Remark(key: key, reason: reason, guests: [guest.name]))
                }
            }
        }
        var merged: [Remark] = []
        for fact in facts {
            if let same = merged.firstIndex(where: { $0.reason == fact.reason && $0.guests == fact.guests }) {
                merged[same].key += ", " + fact.key
            } else {
                merged.append(fact)
            }
        }
        lines = merged.map(\.words)
    }

    private struct Remark {
        var key: String
        let reason: String
        var guests: [String] = []

        var words: String {
            let shown =
                guests.prefix(4).joined(separator: ", ") + (guests.count > 4 ? ", and \(guests.count - 4) more" : "")
            return "n/a \(key): \(reason)" + (guests.isEmpty ? "" : " (\(shown))")
        }
    }
}
