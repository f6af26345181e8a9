import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    /// Folders of definitions on a real daemon: plan, apply, drift, and processes that die in the middle.
    @Suite("Folders of definitions") struct FolderTests {
        static let examples = ["hello", "emulated", "paravirtual", "five-nics", "uefi-tpm", "kvm-hello"]
        private static let names = examples.map { "apply-" + $0 }

        /// All examples under names of their own, emulated, in a folder.
        func withFolder(_ body: (URL, Connection, [String: String]) async throws -> Void) async throws {
            try await withTemporaryFolder { folder in
                let files = folder.appending(path: "files")
                try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
                for name in Self.examples {
                    let file = try await RealGuests.copy(of: name, as: "apply-" + name, in: files)
                    let text = try String(contentsOfFile: file, encoding: .utf8)
                    _ = try files.file(
                        "apply-\(name).xml",
                        text.replacingOccurrences(of: "type='kvm'", with: "type='qemu'")
                            .replacingOccurrences(of: "mode='host-passthrough'", with: "mode='maximum'"))
                }
                let state = ["XDG_STATE_HOME": folder.path + "/state"]
                try await RealGuests.withGuests("apply-hello", "apply-emulated", "apply-paravirtual") { host in
                    try await RealGuests.withGuests("apply-five-nics", "apply-uefi-tpm", "apply-kvm-hello") { _ in
                        try await body(files, host, state)
                    }
                }
            }
        }

        /// A file that can be a disk, beside the folder of definitions.
        func disk(beside folder: URL) throws -> String {
            try folder.deletingLastPathComponent().file("apply-disk.img", String(repeating: " ", count: 65536))
        }

        /// The definition with that disk as vdb.
        func withDisk(_ definition: String, beside folder: URL) throws -> String {
            let device = """
                <disk type='file' device='disk'><driver name='qemu' type='raw'/>
                <source file='\(try disk(beside: folder))'/><target dev='vdb' bus='virtio'/></disk></devices>
                """
            return definition.replacingOccurrences(of: "</devices>", with: device)
        }

        func strata(_ arguments: String..., state: [String: String]) async throws -> Tool.Outcome {
            try await Tool.strata.run(arguments + ["-c", RealGuests.uri, "-q"], environment: state)
        }

        private func virsh(_ arguments: String...) async throws {
            let outcome = try await Tool(path: "/usr/bin/virsh").run(["-q", "-c", RealGuests.uri] + arguments)
            #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        }

        /// libvirt drops the time-out of a boot menu that is off, without a word.
        @Test func whatLibvirtDoesNotKeepIsSaid() async throws {
            try await withFolder { folder, _, state in
                let file = folder.path + "/apply-emulated.xml"
                let text = try String(contentsOfFile: file, encoding: .utf8)
                let menu = "<bootmenu enable='no' timeout='3000'/></os>"
                let changed = text.replacingOccurrences(of: "</os>", with: menu)
                _ = try folder.file("apply-emulated.xml", changed)
                let words = ["apply", file, "-c", RealGuests.uri]
                let applied = try await Tool.strata.run(words, environment: state)
                #expect(applied.status == 0)
                #expect(
                    applied.errors.contains(
                        "guest 'apply-emulated': created; libvirt does not keep /domain/os/bootmenu/@timeout\n"))
                let again = try await Tool.strata.run(words + ["--format", "json"], environment: state)
                #expect(again.output.contains("/domain/os/bootmenu/@timeout"))
                _ = try folder.file("apply-emulated.xml", text)
                let mended = try await Tool.strata.run(words, environment: state)
                #expect(mended.status == 0 && !mended.errors.contains("does not keep"), "\(mended.errors)")
            }
        }

        @Test func everyExampleIsAppliedAndDoesNotDifferThenRunningOrNot() async throws {
            try await withFolder { folder, host, state in
                let applied = try await strata("apply", folder.path, state: state)
                #expect(applied.status == 0, "\(applied.errors)")
                #expect(applied.output == "6 changed, 0 unchanged\n")
                let planned = try await strata("plan", folder.path, "--exit-code", state: state)
                #expect(planned.status == 0, "\(planned.output)")
                var numbers: [String: Int32?] = [:]
                for name in Self.names {
                    try await host.domain(named: name).start()
                    numbers[name] = try await host.domain(named: name).id
                }
                let running = try await strata("plan", folder.path, "--exit-code", state: state)
                #expect(running.status == 0, "\(running.output)")
                #expect(running.output == "no change: 6 as their files say\n")
                let again = try await strata("apply", folder.path, state: state)
                #expect(again.output == "0 changed, 6 unchanged\n")
                for name in Self.names {
                    let guest = try await host.domain(named: name)
                    #expect(guest.id != nil && guest.id == numbers[name], "\(name) is the same guest")
                }
            }
        }

        @Test func whatVirshChangedIsShownWithTheTimeAtWhichItCanGoBack() async throws {
            try await withFolder { folder, host, state in
                let hello = folder.path + "/apply-hello.xml"
                _ = try await strata("apply", hello, state: state)
                try await host.domain(named: "apply-hello").start()
                let number = try await host.domain(named: "apply-hello").id

                try await virsh("setvcpus", "apply-hello", "3", "--config", "--maximum")
                let kept = try await strata("plan", hello, "--exit-code", state: state)
                #expect(kept.status == 10)
                #expect(
                    kept.output == """
                        guest 'apply-hello': differs, from its next start on
                          ~ /domain/vcpu: 3 → 1  (at next boot)
                        1 to change, 0 as their files say

                        """)
                #expect(try await strata("apply", hello, state: state).status == 0)
                #expect(try await strata("plan", hello, "--exit-code", state: state).status == 0)

                try await virsh(
                    "attach-disk", "apply-hello", try disk(beside: folder), "vdz", "--live", "--subdriver", "raw")
                let live = try await strata("plan", hello, "--exit-code", state: state)
                #expect(live.status == 10)
                #expect(live.output.contains("- /domain/devices/disk[target/@dev='vdz']"))
                #expect(live.output.contains("(now)"))
                #expect(live.output.split(separator: "\n").count == 3, "\(live.output)")
                // Left alone, until it may be touched.
                #expect(try await strata("apply", hello, state: state).status == 0)
                #expect(try await strata("plan", hello, "--exit-code", state: state).status == 10)
                #expect(try await host.domain(named: "apply-hello").id == number)
            }
        }

        @Test func aRunningGuestIsChangedOnlyAsFarAsWasAsked() async throws {
            try await withFolder { folder, host, state in
                let hello = folder.path + "/apply-hello.xml"
                _ = try await strata("apply", hello, state: state)
                let guest = try await host.domain(named: "apply-hello")
                try await guest.start()
                let text = try String(contentsOfFile: hello, encoding: .utf8)
                _ = try folder.file("apply-hello.xml", try withDisk(text, beside: folder))
                #expect(try await strata("apply", hello, state: state).status == 0)
                #expect(try await !guest.xml().contains("vdb"))
                #expect(try await guest.xml(inactive: true).contains("vdb"))
                let live = try await strata("apply", hello, "--live", state: state)
                #expect(live.status == 0, "\(live.errors)")
                #expect(try await guest.xml().contains("vdb"))
                #expect(try await strata("plan", hello, "--exit-code", state: state).status == 0)

                let larger = try String(contentsOfFile: hello, encoding: .utf8)
                    .replacingOccurrences(of: "<memory unit='MiB'>256", with: "<memory unit='MiB'>272")
                _ = try folder.file("apply-hello.xml", larger)
                let restarted = try await strata(
                    "apply", hello, "--restart", "--yes", "--timeout", "0s", state: state)
                #expect(restarted.status == 0, "\(restarted.errors)")
                let after = try await host.domain(named: "apply-hello")
                #expect(after.id != nil && after.id != guest.id)
                #expect(try await after.info().maximumMemory == .mebibytes(272))
                #expect(try await strata("plan", hello, "--exit-code", state: state).status == 0)
            }
        }

        @Test func driftIsSeenByTheEventsOfTheHost() async throws {
            try await withFolder { folder, host, state in
                let hello = folder.path + "/apply-hello.xml"
                _ = try await strata("apply", hello, state: state)
                let watch = try Tool.strata.start(
                    ["watch-drift", hello, "--count", "2", "-c", RealGuests.uri], environment: state)
                let definition = try await host.domain(named: "apply-hello").xml(inactive: true)
                let other = definition.replacingOccurrences(
                    of: "<vcpu placement='static'>1<", with: "<vcpu placement='static'>2<")
                // Defined again until the watcher has subscribed, which nothing tells.
                _ = try await eventually {
                    _ = try await host.define(other)
                    return watch.outputSoFar.contains("/domain/vcpu: 2 → 1")
                }
                _ = try await host.define(definition)
                let outcome = try await watch.outcome()
                #expect(outcome.status == 0)
                #expect(outcome.output.hasSuffix("guest 'apply-hello': is as its file says\n"), "\(outcome.output)")
            }
        }

        @Test func aNetworkThatCannotBeStartedIsNotLeftBehindHalf() async throws {
            try await withFolder { folder, host, state in
                // The bridge's name is longer than Linux allows.
                let file = try folder.file(
                    "net.xml",
                    "<network><name>apply-net</name><bridge name='a-name-that-is-too-long'/><ip address='10.213.7.1' prefix='24'/></network>"
                )
                let outcome = try await strata("apply", file, state: state)
                #expect(outcome.status != 0)
                #expect(outcome.errors.contains("network 'apply-net'"))
                let error = await #expect(throws: LibvirtError.self) { try await host.network(named: "apply-net") }
                #expect(error?.code == .noNetwork)
            }
        }

        @Test func aPoolWithAVolumeIsMadeAndGrown() async throws {
            try await withFolder { folder, host, state in
                let place = folder.path + "/apply-pool"
                _ = try folder.file(
                    "pool.xml",
                    "<pool type='dir'><name>apply-pool</name><target><path>\(place)</path></target></pool>")
                func volume(_ size: Int) throws {
                    _ = try folder.file(
                        "volume.xml",
                        "<volume><name>v.qcow2</name><capacity unit='MiB'>\(size)</capacity><target>"
                            + "<path>\(place)/v.qcow2</path><format type='qcow2'/></target></volume>")
                }
                try volume(8)
                let files = [folder.path + "/pool.xml", folder.path + "/volume.xml"]
                func apply() async throws -> Tool.Outcome {
                    try await strata("apply", files[0], files[1], state: state)
                }
                let made = try await apply()
                #expect(made.status == 0, "\(made.errors)")
                let pool = try await host.storagePool(named: "apply-pool")
                let again = try await apply()
                #expect(again.output == "0 changed, 2 unchanged\n")
                try volume(16)
                let grown = try await apply()
                #expect(grown.status == 0, "\(grown.errors)")
                let capacity = try await pool.volume(named: "v.qcow2").info().capacity
                #expect(capacity == .mebibytes(16))
                try volume(4)
                let shrunk = try await apply()
                #expect(shrunk.status == 78)
                #expect(shrunk.errors.contains("would be lost"))
                try await pool.stop()
                try await pool.undefine()
            }
        }
    }
}
