internal import ArgumentParser

/// A span of time on the command line, such as `40s`, `2m`, `1h30m` or `500ms`; a plain number is seconds.
struct DurationArgument: ExpressibleByArgument {
    let duration: Duration

    init(_ duration: Duration) { self.duration = duration }

    init?(argument: String) {
        var rest = argument[...]
        var total = Duration.zero
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard let value = Double(digits), let seconds = Self.seconds(of: unit, isWhole: digits == argument[...]),
                value * seconds < 1e9
            else { return nil }
            total += .milliseconds(Int64((value * seconds * 1000).rounded()))
        }
        duration = total
    }

    var defaultValueDescription: String {
        let (seconds, rest) = duration.components
        return rest == 0 ? "\(seconds)s" : "\(seconds * 1000 + rest / 1_000_000_000_000_000)ms"
    }

    private static func seconds(of unit: Substring, isWhole: Bool) -> Double? {
        switch unit {
        case "ms": 0.001
        case "s", "sec": 1
        case "m", "min": 60
        case "h": 3600
        case "d": 86400
        case "" where isWhole: 1
        default: nil
        }
    }
}
