import Glibc

@testable public import Properties

/// Tries one input of libFuzzer's; stops the process, and so keeps the input, when a property does not hold.
public func hold(
    _ property: ([UInt8]) throws(BrokenProperty) -> Void, for input: UnsafeBufferPointer<UInt8>
) -> CInt {
    do {
        try property(Array(input))
    } catch {
        perror("broken: \(error.description)")
        abort()
    }
    return 0
}
