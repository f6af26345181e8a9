internal import Glibc

/// An open file descriptor that is closed when the last reference to it goes.
public final class OwnedDescriptor: Sendable {
    /// The number; valid as long as this object lives.
    public let number: Int32

    /// Takes a descriptor over, and closes it in the end.
    public init(adopting number: Int32) { self.number = number }

    deinit { close(number) }

    /// Copies a C array of descriptors that the caller must close and free; frees the array.
    static func adopt(_ array: UnsafeMutablePointer<Int32>?, count: Int) -> [OwnedDescriptor] {
        defer { free(array) }
        guard let array else { return [] }
        // A negative number stands for a descriptor that there is not.
        return (0..<count).filter { array[$0] >= 0 }.map { OwnedDescriptor(adopting: array[$0]) }
    }
}

extension [OwnedDescriptor] {
    /// Lends the numbers and how many there are, and keeps the descriptors open meanwhile.
    func withNumbers<Result>(_ body: (UInt32, UnsafeMutablePointer<Int32>) throws -> Result) rethrows -> Result {
        var numbers = map(\.number)
        return try withExtendedLifetime(self) { try body(UInt32(numbers.count), &numbers) }
    }
}
