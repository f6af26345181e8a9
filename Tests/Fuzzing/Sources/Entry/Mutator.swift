import CLibFuzzer

@testable import Properties

/// libFuzzer's mutation, and now and then a new document, which flipping bytes would hardly ever come to.
@_cdecl("LLVMFuzzerCustomMutator")
func mutate(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int, _ seed: UInt32) -> Int {
    guard seed.isMultiple(of: 40) else { return LLVMFuzzerMutate(bytes, count, room) }
    let new = newInput(seed: UInt64(seed / 40)).prefix(room)
    UnsafeMutableBufferPointer(start: bytes, count: room).baseAddress?.update(from: Array(new), count: new.count)
    return new.count
}

/// A document, and behind a NUL a script of edits or a second document.
private func newInput(seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    let rest: [UInt8] =
        Bool.random(using: &random)
        ? document(&random) : (0..<24).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    return document(&random) + [0] + rest
}

private func document(_ random: inout SeededGenerator) -> [UInt8] {
    let seed = random.next()
    switch random.next() % 3 {
    case 0:
        var generator = RandomXML(seed: seed)
        return Array(generator.document().utf8)
    case 1:
        var generator = RandomDomain(seed: seed)
        return Array(generator.document().utf8)
    default:
        var generator = RandomFields(seed: seed)
        return Array(generator.document().utf8)
    }
}
