/// A generator whose numbers follow from its seed, so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Writes documents with everything that XML has and people write.
struct RandomXML {
    private var random: SeededGenerator
    private let newline: String

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        newline = seed.isMultiple(of: 3) ? "\r\n" : "\n"
    }

    mutating func document() -> String {
        var text = chance(8) ? "\u{FEFF}" : ""
        if chance(2) {
            text += pick(["<?xml version='1.0'?>", "<?xml version=\"1.0\"  encoding='UTF-8' ?>"]) + newline
        }
        if chance(3) { text += comment() + newline }
        text += element(depth: 0)
        if chance(2) { text += newline }
        if chance(4) { text += comment() + newline }
        return text
    }

    private mutating func element(depth: Int) -> String {
        let name = pick(["domain", "disk", "a", "x-y.z", "qemu:arg", "größe", "_1"])
        var tag = "<" + name + " xmlns:qemu = 'urn:q'"
        for attribute in ["type", "dev", "qemu:b", "ü"].shuffled(using: &random).prefix(
            Int.random(in: 0...3, using: &random))
        {
            let quote = pick(["'", "\""])
            tag +=
                pick([" ", "  ", newline + "\t"]) + attribute + pick(["=", " = ", "= "]) + quote
                + pick(["", "plain", "a &amp; b", "x > y", "&#65;&#x42;", "tab\there", quote == "'" ? "\"" : "'", "日本"])
                + quote
        }
        tag += pick(["", "", " ", newline])
        if chance(3) { return tag + "/>" }
        tag += ">"
        let count = depth < 5 ? Int.random(in: 0...4, using: &random) : 0
        for _ in 0..<count {
            tag += newline + String(repeating: "  ", count: depth + 1) + piece(depth: depth)
        }
        if count == 0 { tag += pick(["", "text", "1 &lt; 2 &#x20AC;", " ", "<![CDATA[<&>]]]]>"]) }
        return tag + (count > 0 ? newline + String(repeating: "  ", count: depth) : "") + "</" + name
            + pick(["", " ", newline]) + ">"
    }

    private mutating func piece(depth: Int) -> String {
        switch Int.random(in: 0...9, using: &random) {
        case 0: comment()
        case 1: "<?target some ?data?>"
        case 2: "<![CDATA[ raw <x> & ]] ]]>"
        case 3: "words & more".split(separator: "&").joined(separator: "&amp;")
        default: element(depth: depth + 1)
        }
    }

    private mutating func comment() -> String {
        pick(["<!-- <not> a & tag -->", "<!---->", "<!-- two\(newline) lines -->"])
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: choices.indices, using: &random)]
    }

    mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }
}
