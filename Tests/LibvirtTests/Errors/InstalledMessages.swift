import Foundation
import TestSupport

/// The messages in the programs and libraries that errors come from: libvirt's, its drivers', and QEMU's.
enum InstalledMessages {
    /// Whether a message has these words, where `…` is what the message leaves open.
    ///
    /// Behind a message may stand a reason of the system's own, and what a message leaves open may be filled in.
    static func contain(_ words: String) async throws -> Bool {
        if reasons.contains(words) { return true }
        let message = withoutReason(words.replacingOccurrences(of: "*", with: "…"))
        // What fills a gap is no part of the message, so any of the pieces may be the one to look for.
        let pieces = message.components(separatedBy: "…")
        let longest = pieces.map(\.count).max() ?? 0
        let files = try await files.value
        let candidates = pieces.filter { $0.count > 5 || $0.count == longest }.flatMap { messages(with: $0, in: files) }
        return candidates.contains { $0.contains(message) || produces($0, message) }
    }

    /// Whether the message, its gaps filled in, can be these words.
    private static func produces(_ message: String, _ words: String) -> Bool {
        let pieces = message.components(separatedBy: "…")
        guard pieces.joined().count > 10, words.hasPrefix(pieces[0]) else { return false }
        var rest = words[...]
        for piece in pieces {
            guard let place = rest.range(of: piece) else { return piece.isEmpty }
            rest = rest[place.upperBound...]
        }
        return rest.isEmpty || pieces.last == ""
    }

    /// The words without a reason of the system's own behind them, and without a gap before that.
    private static func withoutReason(_ words: String) -> String {
        guard let reason = reasons.first(where: { words.hasSuffix(": \($0)") }) else { return words }
        let message = words.dropLast(reason.count + 2)
        return String(message.hasSuffix("…") ? message.dropLast() : message)
    }

    private static let reasons = (Int32(1)..<134).map { String(cString: strerror($0)) }

    /// The messages that have this piece, `…` for each place that is filled in.
    private static func messages(with piece: String, in files: [Data]) -> [String] {
        let key = Data(piece.utf8)
        return files.flatMap { file in
            var found: [String] = []
            var start = file.startIndex
            while let place = file.range(of: key, in: start..<file.endIndex) {
                let first = file[..<place.lowerBound].lastIndex(of: 0).map { $0 + 1 } ?? file.startIndex
                let end = file[place.upperBound...].firstIndex(of: 0) ?? file.endIndex
                found.append(
                    String(decoding: file[first..<end], as: UTF8.self)
                        .replacing(/%(?:[0-9]+\$)?[-#0 +']*[0-9*.]*(?:hh|h|ll|l|z|j)?[a-zA-Z]/, with: "…"))
                start = end
            }
            return found
        }
    }

    private static let files = Task {
        let answer = try await Tool(path: "/usr/bin/env").run("pkg-config", "--variable=libdir", "libvirt")
        let folder = answer.output.trimmingCharacters(in: .whitespacesAndNewlines)
        let drivers = try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/libvirt")
        let libraries = ["\(folder)/libvirt.so"] + drivers.map { "\(folder)/libvirt/\($0)" }
        return try (libraries.filter { $0.hasSuffix(".so") } + ["/usr/bin/qemu-system-x86_64"]).map {
            try Data(contentsOf: URL(fileURLWithPath: $0), options: .mappedIfSafe)
        }
    }
}
