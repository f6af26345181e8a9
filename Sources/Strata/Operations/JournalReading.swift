internal import FoundationEssentials
internal import Glibc

/// How far an operation came.
struct OperationProgress: Hashable, Sendable {
    var begun: Set<Int> = []
    var done: Set<Int> = []
    /// What the steps that are done left behind, as far as they said.
    var traces: [Int: String] = [:]
    var isUndoing = false
    var hasEnded = false

    var hasBegun: Bool { !begun.isEmpty || !done.isEmpty || isUndoing }
}

/// Reading what a journal says.
enum JournalReading {
    /// The whole file.
    static func text(of descriptor: Int32) -> [UInt8]? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var length = 0
        while length < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress.map { $0 + length }, $0.count - length, off_t(length))
            }
            guard count > 0 else { return nil }
            length += count
        }
        return bytes
    }

    static func head<Step: Codable>(_ text: [UInt8], as step: Step.Type) -> JournalHead<Step>? {
        guard let end = text.firstIndex(of: 0x0A) else { return nil }
        return try? JSONDecoder().decode(JournalHead<Step>.self, from: Data(text[..<end]))
    }

    /// How far each operation came; a last line that was not written to its end does not count.
    static func progress(_ text: [UInt8]) -> [Int: OperationProgress] {
        var found: [Int: OperationProgress] = [:]
        let whole = text.lastIndex(of: 0x0A).map { text[...$0] } ?? []
        for line in whole.split(separator: 0x0A).dropFirst() {
            let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1)
            guard words.count == 2, let number = Int(words[0]), let mark = JournalPage.Mark(String(words[1])) else {
                continue
            }
            switch mark {
            case .begun(let step): found[number, default: OperationProgress()].begun.insert(step)
            case .done(let step, let trace):
                found[number, default: OperationProgress()].done.insert(step)
                found[number, default: OperationProgress()].traces[step] = trace
            case .undoing: found[number, default: OperationProgress()].isUndoing = true
            case .ended: found[number, default: OperationProgress()].hasEnded = true
            }
        }
        return found
    }

    /// A step of which nothing needs to be known.
    struct Unread: Codable {}
}
