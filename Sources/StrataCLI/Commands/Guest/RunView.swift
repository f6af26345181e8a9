internal import Strata
internal import Synchronization

/// Shows a run: the console on standard output as it comes, notes on standard error; or one JSON object a line.
final class RunView: Sendable {
    private let output: OutputOptions
    private let isAtLineStart = Mutex(true)

    init(output: OutputOptions) { self.output = output }

    func show(_ progress: GuestRun.Progress) {
        switch output.format {
        case .table: showText(progress)
        case .json: RunRecord(progress).print()
        }
    }

    func end(_ outcome: GuestRun.Outcome) {
        switch output.format {
        case .table: note("run: \(outcome.words)")
        case .json: RunRecord(event: "ended", text: outcome.rawValue).print()
        }
    }

    private func showText(_ progress: GuestRun.Progress) {
        switch progress {
        case .accelerator(let choice, let replaced):
            note("accelerator: \(choice.words)" + (replaced ? " (the definition says otherwise)" : ""))
        case .started(let name, let time): note("guest '\(name)' started after \(time.seconds)")
        case .console(let bytes):
            StandardStream.output.write(bytes)
            isAtLineStart.withLock { $0 = bytes.last == UInt8(ascii: "\n") }
        case .textSeen(let time): note("the text appeared after \(time.seconds)")
        case .layers(let stack):
            startLine()
            let lines = LayersView(stack: stack).text.split(separator: "\n")
            for line in lines { StandardStream.output.write(line + TerminalMode.carriageReturn + "\n") }
        case .stopping: note("switching the guest off")
        }
    }

    private func note(_ text: String) {
        startLine()
        output.note(text + TerminalMode.carriageReturn)
    }

    private func startLine() {
        let breaks = isAtLineStart.withLock { isAtStart in
            defer { isAtStart = true }
            return !isAtStart
        }
        if breaks { StandardStream.output.write(TerminalMode.carriageReturn + "\n") }
    }
}

/// One line of `strata run --format json`.
struct RunRecord: Encodable {
    var event: String
    var text: String?
    var seconds: Double?
    var layers: LayerStack?

    init(event: String, text: String? = nil, seconds: Double? = nil, layers: LayerStack? = nil) {
        self.event = event
        self.text = text
        self.seconds = seconds
        self.layers = layers
    }

    func print() {
        guard let line = try? JSON.text(self, isPretty: false) else { return }
        StandardStream.output.write(line)
    }

    init(_ progress: GuestRun.Progress) {
        switch progress {
        case .accelerator(let choice, _): self.init(event: "accelerator", text: choice.words)
        case .started(let name, let time): self.init(event: "started", text: name, seconds: time.inSeconds)
        case .console(let bytes): self.init(event: "console", text: String(decoding: bytes, as: UTF8.self))
        case .textSeen(let time): self.init(event: "textSeen", seconds: time.inSeconds)
        case .layers(let stack): self.init(event: "layers", layers: stack)
        case .stopping: self.init(event: "stopping")
        }
    }
}

extension GuestRun.Outcome {
    fileprivate var words: String {
        switch self {
        case .textSeen: "the text appeared"
        case .guestEnded: "the guest switched itself off"
        case .left: "left"
        }
    }
}

extension Accelerator {
    /// `KVM`, or `emulation: the processor shows neither vmx nor svm`.
    var words: String {
        let name =
            switch kind {
            case .kvm: "KVM"
            case .emulation: "emulation"
            case .sharedKernel: "the host's kernel"
            }
        return name + (reason.map { ": \($0)" } ?? "")
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }

    /// `3.21 s`.
    var seconds: String {
        let hundredths = Int((inSeconds * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
    }
}
