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

        /// Devices on the USB come and go without the system in the guest.
        @Test func whatOnlyOneFormOfTheGuestHasIsChangedThere() async throws {
            try await IdleGuest.with("jed-forms") { idle in
                for name in ["one", "two"] {
                    _ = try await IdleGuest.run("/usr/bin/qemu-img", "create", "-q", "-f", "raw", idle.path(name), "1M")
                }
                func set(_ arguments: String...) async throws -> Tool.Outcome {
                    try await Tool.strata.run(
                        ["set", "jed-forms"] + arguments + ["-c", RealGuests.uri, "-q"],
                        environment: ["XDG_STATE_HOME": idle.folder.path + "/state"])
                }
                func disks() async throws -> (live: [String], kept: [String]) {
                    func all(_ xml: String) throws -> [String] {
                        try XMLDocument(xml: xml).root.all("devices/disk").compactMap { $0.value("target/@dev") }
                            .sorted()
                    }
                    return (try all(try await idle.guest.xml()), try all(try await idle.guest.xml(inactive: true)))
                }
                let one = "path=\(idle.path("one")),format=raw,bus=usb",
                    two = "path=\(idle.path("two")),format=raw,bus=usb"
                let live = try await set("--add-disk", one, "--now")
                #expect(live.output.hasSuffix("  (now only)\n"), "\(live.errors)")
                let refused = try await set("--remove-disk", "sda", "--next-boot")
                #expect(refused.status == 64)
                #expect(refused.errors.contains("only the running guest has it\nhint: say --now"), "\(refused.errors)")
                // The one that comes has one name, which is free in both.
                let both = try await set("--add-disk", two)
                #expect(both.output.contains("'sdb'") && both.output.hasSuffix("  (now and at next boot)\n"))
                let there = try await disks()
                #expect(there.live == ["hda", "sda", "sdb"] && there.kept == ["hda", "sdb"])
                let first = try await set("--remove-disk", "sda")
                #expect(first.output.hasSuffix("  (now only)\n"), "\(first.errors)")
                let kept = try await set("--remove-disk", "sdb", "--next-boot")
                #expect(kept.output.hasSuffix("  (at next boot)\n"), "\(kept.errors)")
                let rest = try await disks()
                #expect(rest.live == ["hda", "sdb"] && rest.kept == ["hda"])
                let neither = try await set("--remove-disk", "sdz")
                #expect(neither.status == 64)
                #expect(
                    neither.errors.contains(
                        "its next boot: there is no such disk, of hda; the running guest: there is no such disk, of hda, sdb"
                    ))
            }
        }

        /// There is no system in the guest that could let a device on the PCI bus go.
        @Test func aDeviceThatTheGuestKeepsIsNotSaidToBeGone() async throws {
            try await IdleGuest.with("jed-keeps") { idle in
                _ = try await IdleGuest.run("/usr/bin/qemu-img", "create", "-q", "-f", "raw", idle.path("data"), "1M")
                let disk = "path=\(idle.path("data")),format=raw"
                let added = try await strata(idle, "set", "jed-keeps", "--add-disk", disk, "--now")
                #expect(added.status == 0, "\(added.errors)")
                let asked = try await strata(idle, "set", "jed-keeps", "--remove-disk", "vda")
                let isThere = try await idle.guest.xml().contains("'vda'")
                #expect(asked.output.contains("asked of the guest, which has it still") == isThere, "\(asked.errors)")
                #expect(asked.output.hasSuffix("  (now only)\n") != isThere)
            }
        }

        @Test(
            arguments: [
                (["--add-network", "jed-ghost"], 65, "the host has no network 'jed-ghost'"),
                (["--add-disk", "/nowhere/at-all.raw"], 65, "/nowhere/at-all.raw is not there"),
                (["--add-disk", "/nowhere/at-all.raw", "--now"], 65, "/nowhere/at-all.raw is not there"),
                (["--cpu", "Foo"], 65, "knows no processor 'Foo'"),
                (["--memory", "99999GiB"], 65, "the whole host has"),
                (["--machine", "pc-foo"], 78, "pc-foo"),
            ] as [([String], Int32, String)])
        func whatTheHostDoesNotHaveIsRefused(options: [String], status: Int32, words: String) async throws {
            try await IdleGuest.with("jed-fit", isStarted: options.contains("--now")) { idle in
                let before = try await idle.guest.xml(inactive: true)
                let refused = try await Tool.strata.run(
                    ["set", "jed-fit"] + options + ["-c", RealGuests.uri, "-q"],
                    environment: ["XDG_STATE_HOME": idle.folder.path + "/state"])
                #expect(refused.status == status, "\(refused.errors)")
                #expect(refused.errors.hasPrefix("error: guest 'jed-fit': "), "\(refused.errors)")
                #expect(refused.errors.contains(words) && refused.errors.contains("\nhint: "), "\(refused.errors)")
                #expect(try await idle.guest.xml(inactive: true) == before)
            }
        }

        @Test func anEditIsForTheNextStartAndIsCheckedAsSetIs() async throws {
            try await IdleGuest.with("jed-edit") { idle in
                for (editor, words) in [
                    (
                        "sed -i 's,\(idle.disk),images/a.qcow2,'",
                        "the path 'images/a.qcow2' does not begin with a slash"
                    ),
                    ("sed -i s,disk.qcow2,nowhere.qcow2,", "nowhere.qcow2 is not there"),
                    ("sed -i s,pc-i440fx-[0-9.]*,pc-foo,", "error: guest 'jed-edit'"),
                ] {
                    let refused = try await strata(idle, "edit", "jed-edit", editor: editor)
                    #expect(refused.status != 0)
                    #expect(refused.errors.contains(words), "\(refused.errors)")
                    #expect(refused.errors.contains("the draft is kept"), "\(refused.errors)")
                    try FileManager.default.removeItem(atPath: idle.folder.path + "/state/strata/drafts")
                }
                let disk = "<disk type=\"file\"><source file=\"\(idle.disk)\"/><target dev=\"sda\" bus=\"usb\"/></disk>"
                let changed = try await strata(
                    idle, "edit", "jed-edit", editor: "sed -i 's,<devices>,<devices>\(disk),'")
                #expect(changed.status == 0, "\(changed.errors)")
                #expect(changed.output.contains("(at next boot)") && !changed.output.contains("(now"))
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

        /// The one that comes stands in front of the one that is there, and neither takes the other's address.
        @Test func anAdapterInFrontOfAnotherOneTakesNothingFromIt() async throws {
            try await IdleGuest.with("jed-front") { idle in
                let old = "<interface type='user'><model type='virtio'/></interface>", new = "<interface type='user'/>"
                func apply(_ devices: String) async throws {
                    let text = IdleGuest.definition("jed-front", disk: idle.disk, devices: devices)
                    let applied = try await strata(idle, "apply", try idle.folder.file("jed.xml", text), "--live")
                    #expect(applied.status == 0, "\(applied.errors)")
                }
                try await apply(old)
                let before = try await addresses(idle.guest).kept
                try await apply(new + old)
                let (live, kept) = try await addresses(idle.guest)
                #expect(kept.count == 2 && kept.last == before.first && Set(kept) == Set(live))
                #expect(Set(live).count == live.count)
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
