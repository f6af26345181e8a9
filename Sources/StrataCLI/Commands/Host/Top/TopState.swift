internal import Strata

/// What the user has chosen in the live view, and what a key does to it.
struct TopState: Equatable {
    var picture: UsagePicture
    /// Whether keys go into the filter.
    private(set) var isTyping = false
    private(set) var isPaused = false
    private(set) var isDone = false

    init(picture: UsagePicture) { self.picture = picture }

    /// The keys that choose the order.
    static let sortKeys: [Character: UsageColumn] = [
        "n": .name, "c": .cpu, "g": .code, "v": .vmm, "k": .kernel, "w": .wait, "m": .memory, "u": .used, "r": .read,
        "d": .write, "i": .received, "o": .sent,
    ]

    /// Does what a key means.
    mutating func press(_ key: Key, room: Int, guests: Int) {
        switch key {
        case .interrupt: isDone = true
        case .up: scroll(by: -1, room, guests)
        case .down: scroll(by: 1, room, guests)
        case .pageUp: scroll(by: -room, room, guests)
        case .pageDown: scroll(by: room, room, guests)
        case .character(let character): type(character)
        case .erase: if isTyping { _ = picture.filter.popLast() }
        case .enter: isTyping = false
        case .escape:
            isTyping = false
            picture.filter = ""
        }
    }

    private mutating func type(_ character: Character) {
        if isTyping {
            picture.filter.append(character)
            picture.offset = 0
        } else if let column = Self.sortKeys[character] {
            picture.isReversed = picture.sort == column && !picture.isReversed
            picture.sort = column
            picture.offset = 0
        } else if character == "/" {
            isTyping = true
        } else if character == "p" || character == " " {
            isPaused.toggle()
        } else if character == "q" {
            isDone = true
        }
    }

    private mutating func scroll(by count: Int, _ room: Int, _ guests: Int) {
        picture.offset = min(max(picture.offset + count, 0), max(guests - room, 0))
    }

    /// The last line: what is typed, or what the keys do.
    var footer: String {
        if isTyping { return "filter: \(picture.filter)_  (Enter keeps it, Esc clears it)" }
        let pause = isPaused ? "p go on (paused)" : "p pause"
        return "q quit  / filter  \(pause)  sort: c g v k w m u r d i o n, again to reverse"
    }
}

/// A key, as far as the live view knows it.
enum Key: Equatable {
    case character(Character)
    case up, down, pageUp, pageDown, enter, escape, erase, interrupt

    /// Reads the keys of what a terminal sent at once; sequences that are not known are dropped.
    static func keys(_ bytes: [UInt8]) -> [Key] {
        var keys: [Key] = []
        var rest = bytes[...]
        while let first = rest.first {
            if first == 0x1B, rest.count > 1, let (key, length) = sequence(rest) {
                if let key { keys.append(key) }
                rest = rest.dropFirst(length)
            } else {
                rest = rest.dropFirst()
                if let key = plain(first) { keys.append(key) }
            }
        }
        return keys
    }

    private static func plain(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x03, 0x04: .interrupt
        case 0x0A, 0x0D: .enter
        case 0x08, 0x7F: .erase
        case 0x1B: .escape
        case 0x20...0x7E: .character(Character(UnicodeScalar(byte)))
        default: nil
        }
    }

    /// `ESC [ A`, `ESC [ 5 ~`, `ESC O A`: ends with a letter or a tilde.
    private static func sequence(_ bytes: ArraySlice<UInt8>) -> (Key?, Int)? {
        let body = bytes.dropFirst()
        guard body.first == UInt8(ascii: "[") || body.first == UInt8(ascii: "O") else { return nil }
        guard let end = body.dropFirst().firstIndex(where: { (0x40...0x7E).contains($0) }) else {
            return (nil, bytes.count)
        }
        let text = String(decoding: bytes[bytes.index(bytes.startIndex, offsetBy: 2)...end], as: UTF8.self)
        let known: [String: Key] = ["A": .up, "B": .down, "5~": .pageUp, "6~": .pageDown]
        return (known[text], end - bytes.startIndex + 1)
    }
}
