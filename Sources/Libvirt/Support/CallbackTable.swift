internal import Synchronization

/// Objects that a C callback finds by a number in place of a pointer.
///
/// For callbacks that libvirt may still be running, or forgets to give back, after it was told to remove them: a number
/// whose object is gone finds nothing.
final class CallbackTable<Object: AnyObject & Sendable>: Sendable {
    private let state = Mutex((last: 0, objects: [Int: Object]()))

    /// Adds an object, and answers its number: what the callback is to get as its pointer.
    func add(_ object: Object) -> Int {
        Lent.count(1)
        return state.withLock { state in
            state.last += 1
            state.objects[state.last] = object
            return state.last
        }
    }

    /// Takes an object out; does nothing when it is out already.
    func remove(_ number: Int) {
        if state.withLock({ $0.objects.removeValue(forKey: number) }) != nil { Lent.count(-1) }
    }

    /// The object that a callback is about; `nil` when it is out.
    subscript(opaque: UnsafeMutableRawPointer?) -> Object? {
        state.withLock { $0.objects[Int(bitPattern: opaque)] }
    }
}
