internal import CLibvirt
internal import Synchronization

/// The kind of libvirt object that a ``Handle`` owns.
///
/// Swift imports every libvirt handle as the same `OpaquePointer`; the kind keeps a network from being handed to a
/// call that wants a domain.
public protocol HandleKind: Sendable {
    /// Takes one more reference on the object.
    static func retain(_ pointer: OpaquePointer) -> Int32
    /// Gives one reference back.
    static func release(_ pointer: OpaquePointer) -> Int32
    /// What the object is called in an error message, such as `domain 'web'`. Must not leave the process.
    static func describe(_ pointer: OpaquePointer) -> String
    /// Whether a handle can be closed while calls may be inside; only then are they counted.
    static var isClosable: Bool { get }
}

extension HandleKind {
    /// Most objects live exactly as long as their handle.
    public static var isClosable: Bool { false }
}

/// The one owner of a libvirt object: holds a reference while it lives and gives it back in the end.
///
/// Everything else in the library that looks like an object (``Domain``, ``Connection`` …) is a value round a handle.
/// Sound: libvirt's objects are reference counted and may be used from any thread; the pointer never changes, and it is
/// released when the handle goes, or, where that can be earlier, when `uses` says that no call is inside.
public final class Handle<Kind: HandleKind>: @unchecked Sendable {
    private let pointer: OpaquePointer
    /// One for being open, and one for every call that is inside; at zero the object is released.
    private let uses = Atomic<Int>(1)
    private let isClosed = Atomic<Bool>(false)

    /// Takes over the reference that a libvirt call has just returned.
    init(adopting pointer: OpaquePointer) {
        self.pointer = pointer
        LiveHandles.add(1)
    }

    /// Takes a reference of its own on an object that somebody else owns, such as a callback's argument.
    convenience init?(retaining pointer: OpaquePointer) {
        guard Kind.retain(pointer) == 0 else { return nil }
        self.init(adopting: pointer)
    }

    deinit {
        guard Kind.isClosable else {
            Self.giveBack(pointer)
            return
        }
        guard !isClosed.load(ordering: .acquiring) else { return }
        // Sound: the last reference goes with this handle, to whichever thread gives it back.
        nonisolated(unsafe) let pointer = pointer
        // Closing a connection asks the daemon, for which a deinit must not wait.
        BlockingExecutor.later { Self.giveBack(pointer) }
    }

    @discardableResult
    private static func giveBack(_ pointer: OpaquePointer) -> Int32 {
        // Counted when it is gone, not while it goes: who sees the number may close the connection next.
        defer { LiveHandles.add(-1) }
        return Kind.release(pointer)
    }

    /// Gives the reference of a closable kind back before the handle itself goes; later uses throw.
    ///
    /// - Returns: What libvirt's free call answered, or `nil` when it was closed before or calls are still inside:
    ///   the last of them then releases the object.
    @discardableResult
    func close() -> Int32? {
        guard !isClosed.exchange(true, ordering: .acquiringAndReleasing) else { return nil }
        return leave()
    }

    /// Lends the C pointer to `body`, for the calls of libvirt that this library does not have.
    ///
    /// The pointer is valid only inside `body`; blocking there blocks the caller's thread.
    /// - Throws: ``LibvirtError`` with code `invalidConnection` when the handle was closed, and what `body` throws.
    public func withUnsafePointer<Result>(_ body: (OpaquePointer) throws -> Result) throws -> Result {
        guard Kind.isClosable else {
            defer { withExtendedLifetime(self) {} }
            return try body(pointer)
        }
        guard enter() else { throw LibvirtError.closed }
        defer { _ = leave() }
        return try body(pointer)
    }

    /// What the object is called in an error message.
    var subject: String { (try? withUnsafePointer(Kind.describe)) ?? "closed handle" }

    private func enter() -> Bool {
        guard !isClosed.load(ordering: .acquiring) else { return false }
        var seen = uses.load(ordering: .relaxed)
        while seen > 0 {
            let (exchanged, original) = uses.weakCompareExchange(
                expected: seen, desired: seen + 1, ordering: .acquiringAndReleasing)
            if exchanged { return true }
            seen = original
        }
        return false
    }

    private func leave() -> Int32? {
        guard uses.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 else { return nil }
        return Self.giveBack(pointer)
    }
}

/// How many handles are alive in this process; tests assert that it comes back to where it was.
package enum LiveHandles {
    private static let live = Atomic<Int>(0)

    /// The number.
    package static var count: Int { live.load(ordering: .relaxed) }

    static func add(_ difference: Int) {
        #if DEBUG
            live.add(difference, ordering: .relaxed)
        #endif
    }
}
