import Libvirt
import TestSupport

/// The hello guest in emulation, for as long as somebody talks to it, with its console from the first byte on.
final class TalkingGuest {
    let host: Connection
    let guest: Domain
    let console: Console
    /// All that it has written.
    private(set) var text = ""

    private init(_ host: Connection, _ guest: Domain, _ console: Console) {
        (self.host, self.guest, self.console) = (host, guest, console)
    }

    /// Reads until the guest has written something, or is gone.
    func read(until wanted: String) async throws {
        while !text.contains(wanted), let bytes = try await console.next() {
            text += String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Starts it, runs `body` when it listens, and removes whatever there is of it.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - change: What makes its definition another one.
    ///   - body: Talks to it.
    /// - Throws: What `body` throws, and what keeps the guest from starting.
    static func with(
        _ name: String, change: (String) -> String = { $0 }, body: (TalkingGuest) async throws -> Void
    ) async throws {
        try await RealGuests.withGuests(name) { host in
            let xml = try await Tool.strata.run("render", RealGuests.example("hello")).output
                .replacing("<name>hello<", with: "<name>\(name)<").replacing("type='kvm'", with: "type='qemu'")
            let guest = try await host.createTransient(change(xml), .paused)
            let console = try await guest.openConsole()
            try await guest.resume()
            let talking = TalkingGuest(host, guest, console)
            try await talking.read(until: "STRATA HELLO")
            try await body(talking)
            await console.close()
        }
    }
}
