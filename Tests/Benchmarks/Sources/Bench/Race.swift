/// Contenders for the same work, measured in turn: this machine's speed drifts, so only what ran side by side compares.
struct Race {
    /// One way to do the work.
    struct Contender {
        let name: String
        /// Does the work once and answers how long it took.
        let run: () async throws -> Duration
    }

    /// What is done.
    let title: String
    /// The most that the last contender may take, as a ratio to the first one.
    let bar: Double
    let rounds: Int
    let contenders: [Contender]

    /// Runs every contender once to warm up, and then all of them in turn, `rounds` times.
    func run() async throws -> Result {
        var times = [[Duration]](repeating: [], count: contenders.count)
        for contender in contenders { _ = try await contender.run() }
        for _ in 0..<rounds {
            for (index, contender) in contenders.enumerated() { times[index].append(try await contender.run()) }
        }
        return Result(race: self, medians: times.map(\.median))
    }

    struct Result {
        let race: Race
        let medians: [Duration]

        var ratio: Double { (medians.last ?? .zero) / (medians.first ?? .zero) }

        /// A line for each contender, with its ratio to the first, and the bar at the last.
        var lines: [String] {
            zip(race.contenders, medians).enumerated().map { index, pair in
                let (contender, median) = pair
                let isLast = index == race.contenders.count - 1
                let verdict = isLast ? "  bar \(race.bar.text): \(ratio <= race.bar ? "met" : "MISSED")" : ""
                return "  \(contender.name.padded(44)) \(median.milliseconds.text.padded(10)) ms  × "
                    + "\((median / (medians.first ?? .zero)).text)\(verdict)"
            }
        }
    }
}

extension [Duration] {
    fileprivate var median: Duration {
        let sorted = sorted()
        return sorted.isEmpty ? .zero : sorted[sorted.count / 2]
    }
}

extension Duration {
    fileprivate var milliseconds: Double {
        Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15
    }
}

extension Double {
    /// Two decimals.
    var text: String {
        let hundredths = Int((self * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}

extension String {
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
