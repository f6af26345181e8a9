internal import Strata

/// The live view on a terminal: its own screen, raw keys, and the terminal as it was afterwards.
struct TopScreen {
    /// What may happen.
    enum Event: Sendable {
        case usage(Usage)
        case typed([UInt8])
        case resized
        case ended((any Error)?)
    }

    private static let enter = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J"
    private static let leave = "\u{1B}[?25h\u{1B}[?1049l"

    /// Shows what `usages` brings until the user leaves or it ends.
    static func show(_ usages: AsyncThrowingStream<Usage, any Error>, _ picture: UsagePicture) async throws {
        try await TerminalMode.raw(farewell: leave) {
            StandardStream.output.write(enter)
            let (events, continuation) = AsyncStream<Event>.makeStream()
            let sources: [Task<Void, Never>] = [
                Task { _ = continuation.yield(.ended(await forward(usages, to: continuation))) },
                Task {
                    for await case .bytes(let bytes) in Keyboard.input() { continuation.yield(.typed(bytes)) }
                },
                Task { for await _ in WindowChanges.stream() { continuation.yield(.resized) } },
            ]
            defer { for source in sources { source.cancel() } }
            try await follow(events, picture)
        }
    }

    private static func forward(
        _ usages: AsyncThrowingStream<Usage, any Error>, to events: AsyncStream<Event>.Continuation
    ) async -> (any Error)? {
        do {
            for try await usage in usages { events.yield(.usage(usage)) }
            return nil
        } catch {
            return error
        }
    }

    private static func follow(_ events: AsyncStream<Event>, _ picture: UsagePicture) async throws {
        var state = TopState(picture: picture)
        var usage: Usage?
        for await event in events {
            switch event {
            case .usage(let new): if !state.isPaused || usage == nil { usage = new }
            case .ended(let error?): throw error
            case .ended(nil): return
            case .resized: StandardStream.output.write("\u{1B}[2J")
            case .typed(let bytes):
                for key in Key.keys(bytes) {
                    let room = usage.map { state.picture.room(for: $0) } ?? 1
                    let guests = usage.map { state.picture.guests(of: $0).count } ?? 0
                    state.press(key, room: room, guests: guests)
                }
            }
            if state.isDone { return }
            StandardStream.output.write(frame(&state, usage))
        }
        try Task.checkCancellation()
    }

    /// One whole screen, written at once: each line clears what stood to its right, the end what stood below.
    static func frame(_ state: inout TopState, _ usage: Usage?) -> String {
        let size = StandardStream.output.size ?? (columns: 80, rows: 24)
        state.picture.width = size.columns
        state.picture.height = max(size.rows - 1, 4)
        var lines = usage.map { state.picture.lines(of: $0) } ?? ["measuring"]
        // Why a figure is missing, where there is room for it.
        let reasons = usage.map { UsageRemarks($0.withoutHostsReason).lines } ?? []
        if lines.count + reasons.count < size.rows - 1 { lines += reasons.map { String($0.prefix(size.columns)) } }
        let blank = max(size.rows - 1 - lines.count, 0)
        lines += [String](repeating: "", count: blank)
        lines.append(String(state.footer.prefix(size.columns)))
        return "\u{1B}[H" + lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n") + "\u{1B}[J"
    }
}
