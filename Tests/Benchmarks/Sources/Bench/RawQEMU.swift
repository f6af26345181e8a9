import Foundation
import Strata

/// The command line of QEMU that libvirt uses for a definition, without libvirt's monitor and secrets: the same guest
/// with the same devices, started by hand.
enum RawQEMU {
    /// Starts the definition once, suspended, and reads libvirt's log of it.
    ///
    /// Needs the right to read that log.
    static func program(for document: DomainDocument, on connection: Connection) async throws -> Program {
        var document = document
        let name = "bench-raw-\(UUID().uuidString.prefix(8))"
        document.name = name
        let guest = try await connection.createTransient(document.xml, .paused)
        try await guest.forceOff()
        let log = try String(contentsOfFile: "/var/log/libvirt/qemu/\(name).log", encoding: .utf8)
        let command = log.split(separator: "\n").drop { !$0.hasPrefix("/") }
            .prefix { $0.hasPrefix("/") || $0.hasPrefix("-") }
        var words = command.flatMap { $0.hasSuffix(" \\") ? split($0.dropLast(2)) : split($0[...]) }
        let emulator = words.removeFirst()
        return Program(emulator, withoutLibvirtsOwn(words))
    }

    private static func withoutLibvirtsOwn(_ words: [String]) -> [String] {
        var kept: [String] = []
        var index = 0
        while index < words.count {
            let option = words[index]
            let hasValue = index + 1 < words.count && !words[index + 1].hasPrefix("-")
            let value = hasValue ? words[index + 1] : ""
            index += hasValue ? 2 : 1
            let isLibvirts =
                ["-S", "-name", "-mon", "-no-shutdown", "-add-fd"].contains(option)
                || value.contains("masterKey0") || value.contains("id=charmonitor")
            if isLibvirts { continue }
            kept.append(option)
            if hasValue { kept.append(byHand(value)) }
        }
        return kept
    }

    /// What libvirt hands over as open files: the terminal and its log are our output, a channel leads nowhere.
    private static func byHand(_ value: String) -> String {
        if value.hasPrefix("pty,id=charserial0") { return "stdio,id=charserial0" }
        return value.hasPrefix("socket,id=charchannel0") ? "null,id=charchannel0" : value
    }

    /// Words as a shell reads them; libvirt quotes with `'` alone.
    private static func split(_ line: Substring) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        for character in line {
            switch character {
            case "'": isQuoted.toggle()
            case " " where !isQuoted:
                words.append(word)
                word = ""
            default: word.append(character)
            }
        }
        return words + [word]
    }
}
