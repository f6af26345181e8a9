import Foundation
import Libvirt
import LibvirtXML
import Testing
import TestSupport

extension RealGuests {
    /// Giving a real guest another name, and processes that die while they do.
    @Suite("Renaming") struct RenamingTests {
        private static let variables = "/var/lib/libvirt/qemu/nvram/"
        private static let logs = "/var/log/libvirt/qemu/"

        private func strata(_ folder: URL, _ arguments: [String], crashAt: Int? = nil) async throws -> Tool.Outcome {
            var environment = ["XDG_STATE_HOME": folder.path + "/state"]
            environment["STRATA_CRASH_AT"] = crashAt.map(String.init)
            return try await Tool.strata.run(arguments + ["-q", "-c", RealGuests.uri], environment: environment)
        }

        private func remove(_ names: String...) {
            for name in names {
                for path in ["\(Self.variables)\(name)_VARS.fd", "\(Self.logs)\(name).console.log"] {
                    try? FileManager.default.removeItem(atPath: path)
                }
            }
        }

        private func definition(_ name: String) -> String {
            """
            <domain type='qemu'><name>\(name)</name><memory unit='MiB'>64</memory>
            <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/></features>
            <devices><serial type='pty'><log file='\(Self.logs)\(name).console.log'/></serial></devices></domain>
            """
        }

        private func number(_ path: String) throws -> UInt64? {
            try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? UInt64
        }

        @Test func whatItsFirmwareRememberedGoesAlong() async throws {
            defer { remove("rn-a", "rn-b") }
            try await RealGuests.withGuests("rn-a", "rn-b") { host in
                try await withTemporaryFolder { folder in
                    let guest = try await host.define(definition("rn-a"))
                    try await guest.start()
                    try await guest.forceOff()
                    let before = try number(Self.variables + "rn-a_VARS.fd")
                    let outcome = try await strata(folder, ["rename", "rn-a", "rn-b"])
                    #expect(outcome.output == "rn-a: is now called rn-b\n", "\(outcome.errors)")
                    let renamed = try await host.domain(named: "rn-b")
                    #expect(renamed.uuid == guest.uuid)
                    #expect(!FileManager.default.fileExists(atPath: Self.variables + "rn-a_VARS.fd"))
                    #expect(!FileManager.default.fileExists(atPath: Self.logs + "rn-a.console.log"))
                    try await renamed.start()
                    // The same file: the firmware did not begin anew.
                    #expect(try number(Self.variables + "rn-b_VARS.fd") == before)
                    #expect(try await renamed.xml().contains(Self.logs + "rn-b.console.log"))
                    let deleted = try await strata(folder, ["delete", "rn-b", "--yes", "--force"])
                    #expect(deleted.status == 0, "\(deleted.errors)")
                    for path in [Self.variables + "rn-b_VARS.fd", Self.logs + "rn-b.console.log"] {
                        #expect(!FileManager.default.fileExists(atPath: path), "\(path)")
                    }
                }
            }
        }

        @Test func aNameIsNotTakenOver() async throws {
            defer { remove("rn-c", "rn-d") }
            try await RealGuests.withGuests("rn-c", "rn-d") { host in
                try await withTemporaryFolder { folder in
                    _ = try await host.define(definition("rn-c"))
                    let other = try await host.define(definition("rn-d"))
                    let taken = try await strata(folder, ["rename", "rn-c", "rn-d"])
                    #expect(taken.status == 4)
                    #expect(taken.errors.contains("error: guest 'rn-c': there is a guest 'rn-d' already\nhint: "))
                    // The guest of the name is gone, and its variables are not.
                    try await other.undefine(.keepNVRAM)
                    try Data("left".utf8).write(to: URL(filePath: Self.variables + "rn-d_VARS.fd"))
                    let left = try await strata(folder, ["rename", "rn-c", "rn-d"])
                    #expect(left.status == 4)
                    #expect(left.errors.contains("the firmware variables of an earlier guest"))
                    let kernel = RealGuests.domains.path + "/images/vmlinux"
                    let made = try await strata(
                        folder, ["create", "rn-d", "--kernel", kernel, "--firmware", "uefi", "--dry-run"])
                    #expect(made.status == 4, "\(made.errors)")
                    #expect(try await host.domain(named: "rn-c").isPersistent)
                }
            }
        }

        /// Dies at every place where it could; the next one finishes it.
        @Test func aDeathInTheMiddleIsMadeGood() async throws {
            defer { remove("rn-e", "rn-f") }
            try await RealGuests.withGuests("rn-e", "rn-f") { host in
                try await withTemporaryFolder { folder in
                    var places = 0
                    for place in 1... {
                        let guest = try await host.define(definition("rn-e"))
                        let mine = Data("of \(place)".utf8)
                        try mine.write(to: URL(filePath: Self.variables + "rn-e_VARS.fd"))
                        let killed = try await strata(folder, ["rename", "rn-e", "rn-f"], crashAt: place)
                        if killed.status != 0 {
                            places += 1
                            #expect(killed.status == 137, "\(killed.errors)")
                            // Its guest has another name by then.
                            let next = try await strata(folder, ["rename", "rn-e", "rn-f"])
                            #expect(next.status == 2, "\(place): \(next.errors)")
                        }
                        let renamed = try await host.domain(named: "rn-f")
                        #expect(renamed.uuid == guest.uuid)
                        #expect(try await renamed.xml(inactive: true).contains("rn-f.console.log"))
                        let kept = FileManager.default.contents(atPath: Self.variables + "rn-f_VARS.fd")
                        #expect(kept == mine, "\(place)")
                        let journals = try FileManager.default.contentsOfDirectory(
                            atPath: folder.path + "/state/strata/journal")
                        #expect(journals.isEmpty)
                        try await renamed.undefine(.nvram)
                        if killed.status == 0 { break }
                    }
                    // Before and after each of: the name, the variables, the log, the paths in the definition.
                    #expect(places == 8)
                }
            }
        }
    }
}
