import Foundation

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
    /// The most that the last contender may take, as a ratio to the first one; `nil` where the ratio is only shown.
    let bar: Double?
    let rounds: Int
    /// How much memory is touched and given back before every run, in MiB; see ``touchMemory(_:)``.
    var touched = 0
    let contenders: [Contender]

    /// Runs every contender once to warm up, and then all of them in turn, `rounds` times.
    ///
    /// Every other round goes backwards: who comes after another program finds the processor's caches cold.
    func run() async throws -> Result {
        var times = [[Duration]](repeating: [], count: contenders.count)
        for contender in contenders { _ = try await contender.run() }
        for round in 0..<rounds {
            let order = contenders.indices
            for index in round.isMultiple(of: 2) ? Array(order) : order.reversed() {
                touchMemory(touched)
                times[index].append(try await contenders[index].run())
            }
        }
        return Result(race: self, times: times.map(\.median))
    }

    struct Result {
        let race: Race
        /// Of the contenders, in their order.
        let times: [Duration]

        var ratio: Double { (times.last ?? .zero) / (times.first ?? .zero) }
        var isMet: Bool { race.bar.map { ratio <= $0 } ?? true }
    }

    /// A line for each race: the peer, Python where it ran, too, ours, and whether the bar was met.
    static func table(_ results: [Result]) -> [String] {
        let head = ["what", "peer", "", "python", "strata", "ratio", "bar", ""]
        let rows = results.map { result in
            let python = result.times.count > 2 ? result.times[1].text : "-"
            return [
                "\(result.race.title) (\(result.race.rounds) rounds)", result.race.contenders.first?.name ?? "",
                result.times.first?.text ?? "", python, result.times.last?.text ?? "", result.ratio.text,
                result.race.bar?.text ?? "-", result.race.bar == nil ? "shown" : result.isMet ? "met" : "MISSED",
            ]
        }
        let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
        return ([head] + rows).map { row in
            zip(row, widths).map { $0.padded($1) }.joined(separator: "  ")
        }
    }
}

/// Touches so many mebibytes and gives them back, so that whoever runs next gets memory that is at hand.
///
/// Where this host is a guest itself, its hypervisor takes free memory away within seconds, and whoever touches it next
/// waits for it: 256 MiB took 40 or 200 ms, for a QEMU started by hand as for one that libvirt starts. In huge pages,
/// as QEMU's memory is: small ones that were given back do not become those that the kernel hands out next.
private func touchMemory(_ mebibytes: Int) {
    let size = mebibytes << 20
    guard size > 0, let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
        memory != MAP_FAILED
    else { return }
    madvise(memory, size, MADV_HUGEPAGE)
    memset(memory, 1, size)
    munmap(memory, size)
}

extension [Duration] {
    var median: Duration {
        let sorted = sorted()
        return sorted.isEmpty ? .zero : sorted[sorted.count / 2]
    }
}

extension Duration {
    fileprivate var text: String {
        let milliseconds = self / .milliseconds(1)
        return milliseconds < 1 ? "\((milliseconds * 1000).text) µs" : "\(milliseconds.text) ms"
    }
}

extension Double {
    /// Two decimals.
    fileprivate var text: String {
        let hundredths = Int((self * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
