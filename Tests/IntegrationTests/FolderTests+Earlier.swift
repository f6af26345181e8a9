import Foundation
import Libvirt
import Testing
import TestSupport

/// What an apply left that failed or died, and what a later one, of other files, makes of it.
extension RealGuests.FolderTests {
    /// A guest without anything to boot from, and one that has nothing to do with it.
    private func withTwo(_ body: (URL, Connection, [String: String]) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let state = ["XDG_STATE_HOME": folder.path + "/state"]
            try await RealGuests.withGuests("earlier-web", "earlier-other") { host in
                _ = try folder.file("other.xml", text("earlier-other"))
                try await body(folder, host, state)
            }
        }
    }

    private func text(_ name: String, memory: Int = 32, disk: String? = nil) -> String {
        let disk = disk.map {
            "<disk type='file'><driver type='raw'/><source file='\($0)'/><target dev='hda' bus='ide'/></disk>"
        }
        return """
            <domain type='qemu'><name>\(name)</name><memory unit='MiB'>\(memory)</memory><vcpu>1</vcpu>
            <os><type arch='x86_64' machine='pc'>hvm</type></os><devices>\(disk ?? "")<memballoon model='none'/></devices>
            </domain>
            """
    }

    private func journals(_ state: [String: String]) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: (state["XDG_STATE_HOME"] ?? "") + "/strata/journal")
    }

    private func other(_ folder: URL, _ state: [String: String]) async throws -> Tool.Outcome {
        let outcome = try await Tool.strata.run(
            "apply", folder.path + "/other.xml", "-c", RealGuests.uri, environment: state)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try journals(state) == [])
        return outcome
    }

    @Test func aGuestThatCannotStartAnewHasItsOldDefinitionBackAndRuns() async throws {
        try await withTwo { folder, host, state in
            let disk = try folder.file("disk.img", String(repeating: " ", count: 65536))
            let file = try folder.file("web.xml", text("earlier-web", disk: disk))
            let made = try await strata("apply", file, state: state)
            #expect(made.status == 0, "\(made.errors)")
            let guest = try await host.domain(named: "earlier-web")
            try await guest.start()
            _ = try folder.file("web.xml", text("earlier-web", disk: folder.path + "/gone.img"))
            func restart() async throws -> Tool.Outcome {
                try await strata("apply", file, "--restart", "--yes", "--timeout", "0s", state: state)
            }
            let failed = try await restart()
            #expect(failed.status == 66, "\(failed.errors)")
            #expect(!failed.errors.contains("taking back"), "\(failed.errors)")
            #expect(try await guest.isActive)
            #expect(try await guest.xml(inactive: true).contains(disk))
            #expect(try journals(state) == [])

            // Now it could not even be started again: that is said, and the definition is back all the same.
            try FileManager.default.removeItem(atPath: disk)
            let twice = try await restart()
            #expect(twice.errors.contains("it is off and could not be started again"), "\(twice.errors)")
            #expect(try await guest.xml(inactive: true).contains(disk))
            _ = try await other(folder, state)
            #expect(try await !guest.isActive)
        }
    }

    /// What somebody did to the guest between the death and the next apply.
    enum Since: CaseIterable { case nothing, switchedOff, removed }

    @Test(arguments: Since.allCases) func whatALaterApplyFindsIsLeftAlone(since: Since) async throws {
        try await withTwo { folder, host, state in
            let file = try folder.file("web.xml", text("earlier-web"))
            _ = try await strata("apply", file, state: state)
            let guest = try await host.domain(named: "earlier-web")
            try await guest.start()
            _ = try folder.file("web.xml", text("earlier-web", memory: 40))
            // Between the definition and the stop.
            let killed = try await strata(
                "apply", file, "--restart", "--yes", "--timeout", "0s",
                state: state.merging(["STRATA_CRASH_AT": "3"]) { $1 })
            #expect(killed.status == 137)
            let number = try await host.domain(named: "earlier-web").id
            if since != .nothing { try await guest.forceOff() }
            if since == .removed { try await guest.undefine() }
            let next = try await other(folder, state)
            let said = next.errors.split(separator: "\n").filter { $0.contains("an earlier apply that died") }
            #expect(said.count == 1 && next.errors.contains("guest 'earlier-web': "), "\(next.errors)")
            let now = try? await host.domain(named: "earlier-web")
            switch since {
            case .nothing: #expect(now?.id == number && number != nil)
            case .switchedOff: #expect(now != nil && now?.id == nil)
            case .removed: #expect(now == nil)
            }
            let kept = try await now?.xml(inactive: true)
            #expect(kept?.contains(">40960<") == (since == .removed ? nil : true))
        }
    }

    /// Its next start goes on with the definition that it was put aside with.
    @Test func aSavedStateWithAnotherDefinitionIsSaid() async throws {
        try await withTwo { folder, host, state in
            let file = try folder.file("web.xml", text("earlier-web"))
            _ = try await strata("apply", file, state: state)
            let guest = try await host.domain(named: "earlier-web")
            try await guest.start()
            try await guest.managedSave()
            let words = "its saved state has another definition"
            func run(_ command: String) async throws -> Tool.Outcome {
                try await Tool.strata.run(command, file, "-c", RealGuests.uri, environment: state)
            }
            for _ in 1...2 {
                let same = try await run("plan")
                #expect(same.output == "no change: 1 as their files say\n")
            }
            _ = try folder.file("web.xml", text("earlier-web", memory: 40))
            let applied = try await run("apply")
            #expect(applied.status == 0 && applied.errors.contains(words), "\(applied.errors)")
            for _ in 1...2 {
                let planned = try await run("plan")
                #expect(planned.output.contains(words), "\(planned.output)")
                #expect(planned.output.contains("virsh managedsave-remove earlier-web"))
            }
            try await guest.removeManagedSave()
            let clean = try await run("plan")
            #expect(clean.output == "no change: 1 as their files say\n")
        }
    }

    /// libvirt passes over limits in an update of a running disk without a word.
    @Test func limitsOfADiskWaitForTheNextStart() async throws {
        try await withTwo { folder, host, state in
            let disk = try folder.file("disk.img", String(repeating: " ", count: 65536))
            let file = try folder.file("web.xml", text("earlier-web", disk: disk))
            _ = try await strata("apply", file, state: state)
            try await host.domain(named: "earlier-web").start()
            let limits = "<iotune><read_bytes_sec>1000000</read_bytes_sec></iotune></disk>"
            let limited = text("earlier-web", disk: disk).replacingOccurrences(of: "</disk>", with: limits)
            _ = try folder.file("web.xml", limited)
            let planned = try await strata("plan", file, state: state)
            #expect(planned.output.contains("iotune/read_bytes_sec: 1000000  (at next boot)"), "\(planned.output)")
            let first = try await strata("apply", file, "--live", state: state)
            #expect(first.output == "1 changed, 0 unchanged\n", "\(first.errors)")
            let second = try await strata("apply", file, "--live", state: state)
            #expect(second.output == "0 changed, 1 waiting for its next start, 0 unchanged\n", "\(second.errors)")
        }
    }
}
