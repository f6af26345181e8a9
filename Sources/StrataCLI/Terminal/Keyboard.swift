internal import Glibc
internal import Strata

/// What the user types, as input for a guest's console.
///
/// Ctrl-] leaves.
enum Keyboard {
    private static let leaveKey: UInt8 = 0x1D

    /// Whether a person types.
    static var isTerminal: Bool { isatty(0) == 1 }

    /// Reads standard input on a thread of its own, for the read cannot be interrupted.
    static func input() -> AsyncStream<GuestRun.Input> {
        AsyncStream { continuation in
            let box = Unmanaged.passRetained(Box(continuation)).toOpaque()
            var thread = pthread_t()
            guard pthread_create(&thread, nil, readKeyboard, box) == 0 else { return continuation.finish() }
            pthread_detach(thread)
        }
    }

    fileprivate final class Box: Sendable {
        let continuation: AsyncStream<GuestRun.Input>.Continuation
        init(_ continuation: AsyncStream<GuestRun.Input>.Continuation) { self.continuation = continuation }
    }

    /// Hands a piece of input over; answers whether there is to be more.
    fileprivate static func pass(_ bytes: ArraySlice<UInt8>, to box: Box) -> Bool {
        let typed = bytes.prefix { $0 != leaveKey || !isTerminal }
        if !typed.isEmpty { box.continuation.yield(.bytes(Array(typed))) }
        guard typed.count < bytes.count else { return true }
        box.continuation.yield(.leave)
        return false
    }
}

private func readKeyboard(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    let box = Unmanaged<Keyboard.Box>.fromOpaque(argument).takeRetainedValue()
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
        let count = read(0, &buffer, buffer.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0, Keyboard.pass(buffer[..<count], to: box) else { break }
    }
    box.continuation.finish()
    return nil
}
