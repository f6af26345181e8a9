/// What a guest writes on its console, cut into lines and read for signs of how far it has come.
struct ConsoleText: Sendable {
    /// Whether the kernel was loaded by the hypervisor: then nobody else writes on the console.
    let bootsDirectly: Bool
    /// The last lines, for people.
    private(set) var lastLines: [String] = []
    /// How often the guest has booted anew, as far as its words tell.
    ///
    /// A guest that is reset while its kernel is silent, and whose firmware is as well, tells nobody.
    private(set) var boots = 0
    /// Whether its kernel has spoken since.
    private var isUp = false
    private var line: [UInt8] = []

    init(bootsDirectly: Bool = false) { self.bootsDirectly = bootsDirectly }

    /// Takes the next piece; answers what it proves of the boot with which it ends.
    mutating func feed(_ bytes: some Sequence<UInt8>) -> [ReadinessProof] {
        var proofs: [ReadinessProof] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                endLine(&proofs)
            } else if line.last == UInt8(ascii: "\r"), byte != UInt8(ascii: "\r") {
                line = [byte]  // the line is written anew over the old one
            } else if line.count < Self.longestLine {
                line.append(byte)
            }
        }
        // A prompt has no end of line.
        let open = readable(line)
        return (beginsAnew(open) ? [] : proofs) + sign(in: open)
    }

    /// The last lines, the one without an end among them.
    var tail: [String] {
        let open = readable(line)
        return Array((lastLines + (open.isEmpty ? [] : [open])).suffix(Self.kept))
    }

    private mutating func endLine(_ proofs: inout [ReadinessProof]) {
        let text = readable(line)
        line = []
        guard !text.isEmpty else { return }
        lastLines.append(text)
        if lastLines.count > Self.kept { lastLines.removeFirst() }
        if beginsAnew(text) {
            proofs = []
            (boots, isUp) = (boots + 1, false)
        }
        guard !Self.isFarewell(text) else { return }
        let signs = sign(in: text)
        let isFromKernel = Self.hasKernelTime(text) || signs.contains { $0.stage >= .kernel }
        isUp = isUp || isFromKernel
        proofs += signs.isEmpty && (bootsDirectly || isFromKernel) ? [proof(of: .kernel, text)] : signs
    }

    /// Whether a boot ends or begins with a line.
    private func beginsAnew(_ line: String) -> Bool {
        Self.isFarewell(line) || isUp && Self.firstWords.contains { line.contains($0) }
    }

    private static func isFarewell(_ line: String) -> Bool { lastWords.contains { line.contains($0) } }

    private func sign(in text: String) -> [ReadinessProof] {
        guard !Self.isFarewell(text) else { return [] }
        // What stands before a firmware's first words on its line was written by the boot before.
        let begin = Self.firstWords.lazy.compactMap { text.firstRange(of: $0)?.lowerBound }.min() ?? text.startIndex
        let sign = Self.signs.first { $0.words.allSatisfy { text[begin...].contains($0) } }
        return sign.map { [proof(of: $0.stage, text)] } ?? []
    }

    private func proof(of stage: ReadinessStage, _ text: String) -> ReadinessProof {
        ReadinessProof(stage, "its console says: \(Self.shortened(text))")
    }

    /// `[    1.234567] `, as Linux begins its lines.
    private static func hasKernelTime(_ text: String) -> Bool {
        guard text.first == "[", let end = text.firstIndex(of: "]") else { return false }
        let time = text[..<end].dropFirst().drop { $0 == " " }
        let parts = time.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1].count == 6 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    }

    private static func shortened(_ text: String) -> String { text.count > 100 ? text.prefix(99) + "…" : text }

    /// The text without what moves the cursor and colours letters: the guest's words are shown to the user, and must
    /// not drive the user's terminal.
    private func readable(_ bytes: [UInt8]) -> String { Self.readable(bytes) }

    static func readable(_ bytes: some Sequence<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        var isInEscape = false
        for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
            if isInEscape {
                // Ends at a letter; `[` and digits belong to it.
                isInEscape = !scalar.properties.isAlphabetic && scalar != "\u{7}"
            } else if scalar == "\u{1B}" {
                isInEscape = true
            } else if scalar == "\t" {
                text.append(" ")
            } else if scalar.properties.generalCategory != .control, scalar.properties.generalCategory != .format {
                text.append(scalar)
            }
        }
        let line = String(text)
        guard let first = line.firstIndex(where: { $0 != " " }), let last = line.lastIndex(where: { $0 != " " })
        else { return "" }
        return String(line[first...last])
    }

    private static let kept = 12
    private static let longestLine = 2000

    /// What a kernel writes before it resets the machine.
    private static let lastWords = ["reboot: Restarting system", "sysrq: Resetting", "Rebooting in "]
    /// What begins a boot, where a kernel has been at work before.
    private static let firstWords = [
        "SeaBIOS (version", "iPXE (http", "BdsDxe: ", "GNU GRUB", "GRUB loading", "EFI stub: ", "Linux version ",
    ]

    /// Words that only one stage writes, the latest stage first.
    private static let signs: [(stage: ReadinessStage, words: [String])] =
        [(.cloudInit, ["Cloud-init v.", " finished at "])]
        + ["login:", "Linux version", "systemd[", "Welcome to ", "Kernel panic", "cloud-init["].map { (.kernel, [$0]) }
        + [
            "SeaBIOS", "iPXE", "BdsDxe", "GRUB", "SYSLINUX", "ISOLINUX", "EFI stub", "Booting from", "Loading Linux",
            "boot:",
        ].map { (.firmware, [$0]) }
}
