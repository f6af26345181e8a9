import Foundation
import Libvirt
import LibvirtXML
import Testing
import TestSupport

extension RealGuests {
    /// `set` and `edit` on guests of a real daemon.
    @Suite("Editing guests of a daemon") struct GuestEditingTests {
        /// Runs strata on the idle guest's host, with a state of its own.
        private func strata(_ idle: IdleGuest, _ arguments: String..., editor: String = "") async throws -> Tool.Outcome
        {
            try await Tool.strata.run(
                arguments + ["-c", RealGuests.uri, "-q"],
                environment: ["XDG_STATE_HOME": idle.folder.path + "/state", "VISUAL": editor])
        }

        private func addresses(_ guest: Domain) async throws -> (live: [String], kept: [String]) {
            func all(_ xml: String) throws -> [String] {
                try XMLDocument(xml: xml).root.all("devices/interface").compactMap { $0.value("mac/@address") }
            }
            return (try all(try await guest.xml()), try all(try await guest.xml(inactive: true)))
        }

        @Test func anAdapterThatComesHasOneAddressInBothPlaces() async throws {
            try await IdleGuest.with("jed-mac") { idle in
                let added = try await strata(idle, "set", "jed-mac", "--add-network", "user")
                #expect(added.status == 0, "\(added.errors)")
                let (live, kept) = try await addresses(idle.guest)
                #expect(live.count == 1 && live == kept)
                let removed = try await strata(idle, "set", "jed-mac", "--remove-network", live.first ?? "")
                #expect(removed.status == 0, "\(removed.errors)")
                let rest = try await addresses(idle.guest)
                #expect(rest.kept == [])
            }
        }

        @Test func anAdapterOfAFileHasOneAddressInBothPlaces() async throws {
            try await IdleGuest.with("jed-apply") { idle in
                let adapter = "<interface type='user'><model type='virtio'/></interface>"
                let text = IdleGuest.definition("jed-apply", disk: idle.disk, devices: adapter)
                let file = try idle.folder.file("jed.xml", text)
                for options in [["--live"], ["--live"]] {
                    let applied = try await Tool.strata.run(
                        ["apply", file, "-c", RealGuests.uri, "-q"] + options,
                        environment: ["XDG_STATE_HOME": idle.folder.path + "/state"])
                    #expect(applied.status == 0, "\(applied.errors)")
                    let (live, kept) = try await addresses(idle.guest)
                    #expect(live.count == 1 && live == kept)
                }
                let before = try await addresses(idle.guest).kept
                _ = try idle.folder.file(
                    "jed.xml",
                    text.replacingOccurrences(
                        of: adapter,
                        with: """
                            <interface type='network'><source network='default'/><model type='virtio'/></interface>
                            """))
                let changed = try await strata(idle, "apply", file)
                #expect(changed.status == 0, "\(changed.errors)")
                #expect(try await addresses(idle.guest).kept == before)
            }
        }

        @Test func aPassingGuestKeepsItsAddressWhenItIsApplied() async throws {
            try await withTemporaryFolder { folder in
                try await RealGuests.withGuests("jed-passing") { host in
                    let text = """
                        <domain type='qemu'><name>jed-passing</name><memory unit='MiB'>32</memory>
                        <os><type arch='x86_64' machine='pc'>hvm</type></os>
                        <devices><interface type='user'/><memballoon model='none'/></devices></domain>
                        """
                    let guest = try await host.createTransient(text, .paused)
                    let file = try folder.file("jed-passing.xml", text)
                    let applied = try await Tool.strata.run(
                        "apply", file, "-c", RealGuests.uri, "-q",
                        environment: ["XDG_STATE_HOME": folder.path + "/state"])
                    #expect(applied.status == 0, "\(applied.errors)")
                    let (live, kept) = try await addresses(guest)
                    #expect(live.count == 1 && live == kept)
                }
            }
        }
    }
}
