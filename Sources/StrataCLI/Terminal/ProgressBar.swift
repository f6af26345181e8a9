internal import Glibc
internal import Strata
internal import Synchronization

/// A line on the terminal that shows how far something is, drawn over itself and gone in the end.
///
/// Only on a terminal, and only for what takes longer than a moment.
final class ProgressBar: Sendable {
    /// What the line shows.
    struct State: Hashable, Sendable {
        /// What is being done, such as `debian-12: downloading`.
        var label: String
        var done: ByteCount
        /// How much it will be, where that is known.
        var total: ByteCount?
    }

    private struct Drawing {
        var label = ""
        var began = ContinuousClock.now
        /// How much was done already when this began.
        var start = ByteCount.zero
        var drawn: ContinuousClock.Instant?
    }

    private static let patience = Duration.milliseconds(400)
    private static let interval = Duration.milliseconds(100)

    private let stream: StandardStream
    private let isShown: Bool
    private let drawing = Mutex(Drawing())

    init(on stream: StandardStream = .error, isWanted: Bool = true) {
        self.stream = stream
        isShown = isWanted && stream.isTerminal
    }

    /// Shows how far it is.
    func show(_ state: State) {
        guard isShown else { return }
        let now = ContinuousClock.now
        drawing.withLock { drawing in
            if drawing.label != state.label {
                drawing = Drawing(label: state.label, began: now, start: state.done, drawn: drawing.drawn)
            }
            guard now - drawing.began >= Self.patience, drawing.drawn.map({ now - $0 >= Self.interval }) ?? true else {
                return
            }
            drawing.drawn = now
            let arrived = state.done.bytes - min(state.done.bytes, drawing.start.bytes)
            let line = ProgressLine(state: state, arrived: .bytes(arrived), elapsed: now - drawing.began)
            stream.write("\r\(line.text(width: stream.width ?? 80))\u{1B}[K")
        }
    }

    /// Takes the line away.
    func end() {
        drawing.withLock { drawing in
            if drawing.drawn != nil { stream.write("\r\u{1B}[K") }
            drawing = Drawing()
        }
    }
}

/// The text of a progress bar.
struct ProgressLine {
    let state: ProgressBar.State
    /// How much of it came in the time that passed.
    let arrived: ByteCount
    let elapsed: Duration

    /// `debian-12: downloading  41 %  [######--------]  170 MiB of 412 MiB, 21 MiB/s, 12 s left`, no wider than that.
    func text(width: Int) -> String {
        let share = state.total.map { $0.bytes == 0 ? 1 : min(1, Double(state.done.bytes) / Double($0.bytes)) }
        let head = state.label + (share.map { "  \(Int($0 * 100)) %" } ?? "")
        let tail = words
        let room = width - 1 - head.count - tail.count - 6
        guard let share, room >= 10 else { return String("\(head)  \(tail)".prefix(max(0, width - 1))) }
        let length = min(room, 40), filled = Int(Double(length) * share)
        let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: length - filled)
        return "\(head)  [\(bar)]  \(tail)"
    }

    private var words: String {
        guard state.done > .zero else { return "" }
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
        let rate = seconds > 0 ? Double(arrived.bytes) / seconds : 0
        var words = ["\(state.done)" + (state.total.map { " of \($0)" } ?? "")]
        if rate >= 1 { words.append("\(ByteCount.bytes(UInt64(min(rate, 1e18))))/s") }
        if rate >= 1, let total = state.total, total >= state.done {
            words.append(Self.left(Double(total.bytes - state.done.bytes) / rate))
        }
        return words.joined(separator: ", ")
    }

    private static func left(_ seconds: Double) -> String {
        let seconds = Int(min(seconds.rounded(.up), 360_000))
        if seconds < 100 { return "\(seconds) s left" }
        return seconds < 6000 ? "\(seconds / 60) min left" : "\(seconds / 3600) h left"
    }
}
