internal import Synchronization

/// Objects that C code holds a reference to, as the opaque pointer that its callback gets.
package enum Lent {
    private static let live = Atomic<Int>(0)

    /// How many there are in this process; tests assert that it comes back to where it was.
    package static var count: Int { live.load(ordering: .relaxed) }

    /// Hands out an object for a registration; where that throws, libvirt has not taken it.
    ///
    /// - Parameters:
    ///   - object: What the callback is to find.
    ///   - register: Registers the callback, with ``giveBackLent(_:)`` to free what comes with it.
    /// - Returns: What `register` returned.
    static func lend<Result>(
        _ object: AnyObject, _ register: (UnsafeMutableRawPointer) throws -> Result
    ) rethrows -> Result {
        let opaque = handOut(object)
        do {
            return try register(opaque)
        } catch {
            giveBackLent(opaque)
            throw error
        }
    }

    /// Hands out an object, which somebody must give back.
    static func handOut(_ object: AnyObject) -> UnsafeMutableRawPointer {
        count(1)
        return Unmanaged.passRetained(object).toOpaque()
    }

    static func count(_ difference: Int) {
        #if DEBUG
            live.add(difference, ordering: .relaxed)
        #endif
    }
}

/// libvirt's free callback for whatever was lent to it.
func giveBackLent(_ opaque: UnsafeMutableRawPointer?) {
    guard let opaque else { return }
    Lent.count(-1)
    Unmanaged<AnyObject>.fromOpaque(opaque).release()
}
