/// The keys of a keyboard by name, as Linux numbers them.
public enum KeyNames {
    /// The numbers of keys that are pressed together, such as those of `ctrl+alt+f1`.
    ///
    /// - Parameter combination: Names of keys, with `+` between them; `plus` is the key itself.
    /// - Returns: The numbers, in order.
    /// - Throws: ``Failure`` with kind `failed` for a name that no key has.
    public static func codes(_ combination: String) throws -> [UInt32] {
        try combination.lowercased().split(separator: "+", omittingEmptySubsequences: false).map { part in
            let name = part.hasPrefix("key_") ? part.dropFirst(4) : part
            guard let code = codes[String(aliases[String(name)] ?? String(name))] else {
                throw Failure(
                    .failed, "'\(combination)'", "there is no key '\(part)'",
                    hint: "keys are a to z, 0 to 9, f1 to f12, \(common.joined(separator: ", "))")
            }
            return code
        }
    }

    private static let common = [
        "ctrl", "alt", "shift", "meta", "esc", "enter", "tab", "space", "backspace", "delete", "up", "down", "left",
        "right", "home", "end", "pageup", "pagedown", "insert", "sysrq", "pause", "capslock", "altgr", "minus", "plus",
        "equal", "dot", "comma", "slash", "backslash", "semicolon", "apostrophe", "grave", "leftbrace", "rightbrace",
        "kp0 to kp9", "kpenter", "mute", "volumeup", "volumedown", "power",
    ]

    /// What people call a key, beside the name that it has in the table.
    private static let aliases = [
        "ctrl": "leftctrl", "control": "leftctrl", "alt": "leftalt", "altgr": "rightalt", "shift": "leftshift",
        "meta": "leftmeta", "super": "leftmeta", "win": "leftmeta", "return": "enter", "escape": "esc", "del": "delete",
        "ins": "insert", "pgup": "pageup", "pgdn": "pagedown", "printscreen": "sysrq", "print": "sysrq",
        "plus": "kpplus", "caps": "capslock", ".": "dot", ",": "comma", "/": "slash", "-": "minus", "=": "equal",
        ";": "semicolon", "'": "apostrophe", "`": "grave", "\\": "backslash", "[": "leftbrace", "]": "rightbrace",
    ]

    /// Rows of the keyboard, with the number of the first key in each.
    private static let rows: [(first: UInt32, keys: String)] = [
        (
            1,
            "esc 1 2 3 4 5 6 7 8 9 0 minus equal backspace tab q w e r t y u i o p leftbrace rightbrace enter leftctrl"
        ),
        (30, "a s d f g h j k l semicolon apostrophe grave leftshift backslash z x c v b n m comma dot slash"),
        (54, "rightshift kpasterisk leftalt space capslock f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 numlock scrolllock"),
        (71, "kp7 kp8 kp9 kpminus kp4 kp5 kp6 kpplus kp1 kp2 kp3 kp0 kpdot"),
        (87, "f11 f12"),
        (
            96,
            "kpenter rightctrl kpslash sysrq rightalt linefeed home up pageup left right end down pagedown insert delete"
        ),
        (113, "mute volumedown volumeup power"), (119, "pause"), (125, "leftmeta rightmeta compose"),
    ]

    private static let codes: [String: UInt32] = rows.reduce(into: [:]) { table, row in
        for (offset, key) in row.keys.split(separator: " ").enumerated() {
            table[String(key)] = row.first + UInt32(offset)
        }
    }
}
