import Foundation
import Libvirt
import TestSupport

/// The hello guest under a name of its own, emulated, with a log of its console.
struct HelloGuest {
    let host: Connection
    let guest: Domain
    let folder: URL
    var name: String { guest.name }
    var log: String { folder.appending(path: "console.log").path }

    /// Runs strata on the host of the guest.
    func strata(_ arguments: String...) async throws -> Tool.Outcome {
        try await Tool.strata.run(arguments + ["-q", "-c", RealGuests.uri])
    }

    /// Defines the guest, starts it unless told otherwise, runs `body`, and removes whatever there is of it.
    static func with(
        _ name: String, isStarted: Bool = true, hasLog: Bool = true, body: (HelloGuest) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            try await RealGuests.withGuests(name, name + "-renamed") { host in
                let log = "<serial type='pty'><log file='\(folder.path)/console.log' append='off'/>"
                let xml = try await Tool.strata.run("render", RealGuests.example("hello")).output
                    .replacing("<name>hello<", with: "<name>\(name)<").replacing("type='kvm'", with: "type='qemu'")
                    .replacing("<serial type='pty'>", with: hasLog ? log : "<serial type='pty'>")
                let guest = try await host.define(xml)
                if isStarted { try await guest.start() }
                try await body(HelloGuest(host: host, guest: guest, folder: folder))
            }
        }
    }
}
