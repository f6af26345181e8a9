import Foundation
import Libvirt
import Testing
import TestSupport

/// Processes that die in the middle of `apply` and `edit`, at every place where they could.
extension RealGuests.FolderTests {
    /// Kills `apply` at every place where it could die, and lets the next one finish.
    @Test func aDeathInTheMiddleLosesNothing() async throws {
        try await withFolder { folder, host, state in
            let hello = folder.path + "/apply-hello.xml"
            let text = try String(contentsOfFile: hello, encoding: .utf8)
            var places = 0
            for place in 1... {
                _ = try folder.file("apply-hello.xml", text)
                _ = try await strata("apply", hello, "--restart", "--yes", "--timeout", "0s", state: state)
                let guest = try await host.domain(named: "apply-hello")
                if try await !guest.isActive { try await guest.start() }
                let uuid = guest.uuid
                let edited = text.replacingOccurrences(of: "'MiB'>256", with: "'MiB'>\(256 + 8 * place)")
                _ = try folder.file("apply-hello.xml", edited)
                let killed = try await strata(
                    "apply", hello, "--restart", "--yes", "--timeout", "0s",
                    state: state.merging(["STRATA_CRASH_AT": "\(place)"]) { $1 })
                let kept = try await host.domain(named: "apply-hello")
                #expect(kept.uuid == uuid)
                #expect(try await kept.isPersistent)
                guard killed.status != 0 else { break }
                places += 1
                #expect(killed.status == 137, "\(killed.errors)")
                #expect(try String(contentsOfFile: hello, encoding: .utf8) == edited)
                let next = try await strata("apply", hello, state: state)
                #expect(next.status == 0, "\(next.errors)")
                let after = try await host.domain(named: "apply-hello")
                // One that was stopped to be started again is not left off.
                #expect(try await after.isActive, "killed at place \(place)")
                let memory = try await after.xml(inactive: true)
                #expect(memory.contains(">\((256 + 8 * place) * 1024)<"), "killed at place \(place)")
                #expect(
                    try FileManager.default.contentsOfDirectory(
                        atPath: (state["XDG_STATE_HOME"] ?? "") + "/strata/journal")
                        == [])
            }
            // Before and after each of: define, stop, start.
            #expect(places == 6)
        }
    }

    /// Runs `strata` again and again, killed at its first place, its second and so on, and once more each time.
    ///
    /// - Returns: At how many places it was killed.
    private func dyingEverywhere(
        _ arguments: String..., state: [String: String], before: () async throws -> Void,
        after: (Int) async throws -> Void
    ) async throws -> Int {
        let arguments = arguments + ["-c", RealGuests.uri, "-q", "--yes"]
        for place in 1... {
            try await before()
            let killed = try await Tool.strata.run(
                arguments, environment: state.merging(["STRATA_CRASH_AT": "\(place)"]) { $1 })
            guard killed.status != 0 else { return place - 1 }
            #expect(killed.status == 137, "\(killed.errors)")
            let next = try await Tool.strata.run(arguments, environment: state)
            #expect(next.status == 0, "killed at place \(place): \(next.errors)")
            let journals = (state["XDG_STATE_HOME"] ?? "") + "/strata/journal"
            #expect(try FileManager.default.contentsOfDirectory(atPath: journals) == [])
            try await after(place)
        }
        return 0
    }

    @Test func aDeathWhileThingsAreMadeAndGrownLosesNothing() async throws {
        try await withFolder { folder, host, state in
            let files = folder.appending(path: "lab"), place = folder.path + "/apply-death-pool"
            try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
            _ = try files.file(
                "net.xml", "<network><name>apply-death</name><bridge name='apply-death0'/></network>")
            _ = try files.file(
                "pool.xml",
                "<pool type='dir'><name>apply-death</name><target><path>\(place)</path></target></pool>")
            let hello = try String(contentsOfFile: folder.path + "/apply-hello.xml", encoding: .utf8)
            _ = try files.file("apply-hello.xml", hello)
            func volume(_ size: Int) throws {
                _ = try files.file(
                    "volume.xml",
                    "<volume><name>v.img</name><capacity unit='MiB'>\(size)</capacity><target>"
                        + "<path>\(place)/v.img</path><format type='raw'/></target></volume>")
            }
            func clear() async {
                try? await host.network(named: "apply-death").stop()
                try? await host.network(named: "apply-death").undefine()
                try? await host.domain(named: "apply-hello").undefine()
                try? await host.storagePool(named: "apply-death").volume(named: "v.img").delete()
                try? await host.storagePool(named: "apply-death").stop()
                try? await host.storagePool(named: "apply-death").undefine()
            }
            func isAsItsFilesSay(_ killed: Int) async throws {
                let plan = try await strata("plan", files.path, "--exit-code", state: state)
                #expect(plan.status == 0, "killed at place \(killed): \(plan.output)")
                #expect(plan.output == "no change: 4 as their files say\n")
                let isActive = try await host.network(named: "apply-death").isActive
                #expect(isActive)
            }
            do {
                let made = try await dyingEverywhere("apply", files.path, state: state) {
                    await clear()
                    try volume(1)
                } after: {
                    try await isAsItsFilesSay($0)
                }
                // Before and after each of: define and start the network and the pool, the volume, the guest.
                #expect(made == 12)
                var size = 1
                let grown = try await dyingEverywhere("apply", files.path, state: state) {
                    size += 1
                    try volume(size)
                } after: {
                    try await isAsItsFilesSay($0)
                    let capacity = try await host.storagePool(named: "apply-death").volume(named: "v.img")
                        .info().capacity
                    #expect(capacity == .mebibytes(UInt64(size)))
                }
                #expect(grown == 2)
            } catch {
                await clear()
                throw error
            }
            await clear()
        }
    }

    /// A change that a guest can be given while it runs: what stands in its definition before and after, and the sign of
    /// it in what runs.
    struct LiveChange: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var before = ""
        var after = ""
        var place = "</devices>"
        var sign = ""
        /// Whether the sign is to be there.
        var comes = true
    }

    private static let rawDisk = "<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='DISK'/>"

    static let liveChanges = [
        LiveChange(testDescription: "attach", after: rawDisk + "<target dev='vdb' bus='virtio'/></disk>", sign: "vdb"),
        // What hangs on USB goes at once, whatever the guest is busy with.
        LiveChange(
            testDescription: "detach", before: rawDisk + "<target dev='sda' bus='usb'/></disk>", sign: "dev='sda'",
            comes: false),
        LiveChange(
            testDescription: "update", after: "<link state='down'/>", place: "</interface>",
            sign: "<link state='down'/>"),
        LiveChange(
            testDescription: "memory", after: "<currentMemory unit='MiB'>128</currentMemory>", place: "<vcpu>1</vcpu>",
            sign: ">131072</currentMemory>"),
        LiveChange(
            testDescription: "processors", before: "<vcpu current='1'>2</vcpu>", after: "<vcpu>2</vcpu>",
            place: "<vcpu>1</vcpu>", sign: "<vcpu placement='static'>2</vcpu>"),
    ]

    @Test(arguments: liveChanges) func aDeathWhileARunningGuestIsChangedLosesNothing(change: LiveChange) async throws {
        try await withFolder { folder, host, state in
            let hello = folder.path + "/apply-hello.xml"
            let text = try String(contentsOfFile: hello, encoding: .utf8)
            let image = try disk(beside: folder)
            func write(_ insertion: String) throws {
                let isWhole = insertion.contains("<vcpu")
                _ = try folder.file(
                    "apply-hello.xml",
                    text.replacingOccurrences(
                        of: change.place,
                        with: insertion.replacingOccurrences(of: "DISK", with: image) + (isWhole ? "" : change.place)))
            }
            let places = try await dyingEverywhere("apply", hello, "--live", state: state) {
                try? await host.domain(named: "apply-hello").forceOff()
                try write(change.before)
                let applied = try await strata("apply", hello, state: state)
                #expect(applied.status == 0, "\(applied.errors)")
                try await host.domain(named: "apply-hello").start()
                try write(change.after)
            } after: { place in
                let live = try await host.domain(named: "apply-hello")
                // A guest gives memory back when it has booted.
                let isThere = try await eventually(within: .seconds(120)) {
                    try await live.xml().contains(change.sign) == change.comes
                }
                #expect(isThere, "killed at place \(place)")
                let plan = try await strata("plan", hello, "--exit-code", state: state)
                #expect(plan.status == 0, "killed at place \(place): \(plan.output)")
            }
            // Before and after each of: define, change.
            #expect(places == 4)
        }
    }

    /// One that runs, which goes on without its definition, and one that does not.
    @Test(arguments: [true, false]) func aDeathWhileAGuestIsRemovedLosesNothing(isRunning: Bool) async throws {
        try await withFolder { folder, host, state in
            let files = folder.appending(path: "pruned")
            try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
            let hello = try String(contentsOfFile: folder.path + "/apply-hello.xml", encoding: .utf8)
            let places = try await dyingEverywhere("apply", files.path, "--prune", state: state) {
                try? await host.domain(named: "apply-hello").forceOff()
                let file = try files.file("apply-hello.xml", hello)
                _ = try await strata("apply", files.path, state: state)
                if isRunning { try await host.domain(named: "apply-hello").start() }
                try FileManager.default.removeItem(atPath: file)
            } after: { place in
                let guest = try? await host.domain(named: "apply-hello")
                let isKept = try await guest?.isPersistent
                #expect(isKept == (isRunning ? false : nil), "killed at place \(place)")
            }
            #expect(places == 2)
        }
    }

    @Test func aDeathInAnEditLosesNeitherTheDefinitionNorTheDraft() async throws {
        try await withFolder { folder, host, state in
            let hello = folder.path + "/apply-hello.xml"
            _ = try await strata("apply", hello, state: state)
            let drafts = (state["XDG_STATE_HOME"] ?? "") + "/strata/drafts"
            var places = 0
            for place in 1... {
                let before = try await host.domain(named: "apply-hello").xml(inactive: true)
                let title = "<title>edit \(place)</title>"
                let editor = "sed -i -e '/<title>/d' -e 's,<memory ,\(title)<memory ,'"
                let killed = try await strata(
                    "edit", "apply-hello",
                    state: state.merging(["STRATA_CRASH_AT": "\(place)", "VISUAL": editor]) { $1 })
                guard killed.status != 0 else { break }
                places += 1
                #expect(killed.status == 137, "\(killed.errors)")
                let after = try await host.domain(named: "apply-hello").xml(inactive: true)
                #expect(after == before || after.contains("edit \(place)<"))
                // The next one goes on with the draft, or finds everything done.
                let next = try await strata(
                    "edit", "apply-hello",
                    state: state.merging(["VISUAL": "sed -i 's/edit [0-9]*</edit 0</'"]) { $1 })
                #expect(next.status == 0, "killed at place \(place): \(next.errors)")
                #expect(try FileManager.default.contentsOfDirectory(atPath: drafts) == [])
            }
            #expect(places == 6)
        }
    }
}
