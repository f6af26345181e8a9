import Foundation
import Strata
import Testing
import TestSupport

@testable import StrataCLI

@Suite("The overhead command") struct OverheadTests {
    /// Two samples of a host of two processors with one guest, two seconds apart.
    private var usage: Usage {
        func sample(_ time: Double, busy: Double, guest: Double) -> Sample {
            var cpu = ProcessorTime()
            cpu.user = busy
            cpu.idle = 2 * time - busy
            var process = ProcessCounters(id: 7, began: 1, time: ThreadTime(user: guest, system: guest / 10))
            process.threads = [
                ThreadCounters(
                    id: 8, role: .vcpu, name: "CPU 0/TCG", time: ThreadTime(user: guest), running: guest, waiting: 0)
            ]
            process.diskBytes = .mebibytes(UInt64(time))
            var web = GuestCounters(name: "web", uuid: "1", vcpus: [VCPUCounters(number: 0)], process: process)
            web.memory.given = .mebibytes(256)
            web.memory.resident = .mebibytes(300)
            web.unavailable["memory.usedInside"] = "no balloon"
            var disk = DiskCounters(name: "vda")
            disk.reads = UInt64(time * 100)
            disk.bytesRead = .mebibytes(UInt64(time * 2))
            disk.requestSeconds = time / 10
            web.disks = [disk]
            return Sample(time: time, host: HostCounters(processors: 2, cpu: cpu), guests: [web])
        }
        return Usage(from: sample(10, busy: 10, guest: 1), to: sample(12, busy: 12, guest: 2))
    }

    @Test func theTablesAddUpAndSayWhatIsMissing() {
        #expect(
            OverheadView(usage: usage, columns: nil).text == """
                2 processors, measured for 2.00 s

                PROCESSOR TIME            AMOUNT    SHARE
                guests' code              1.00 s   25.0 %
                VMM for guests            0.0 ms    0.0 %
                host kernel for guests  100.0 ms    2.5 %
                VMM's daemons             0.0 ms    0.0 %
                interrupts                0.0 ms    0.0 %
                other work              900.0 ms   22.5 %
                stolen from this host     0.0 ms    0.0 %
                idle                      2.00 s   50.0 %
                sum                       4.00 s  100.0 %

                GUEST  ITS CODE    VMM  HOST KERNEL   TOTAL  WAITED  BY THREADS
                web      50.0 %  0.0 %        5.0 %  55.0 %   0.0 %  vCPU 50.0 % · emulator 5.0 %

                GUEST    GIVEN  RESIDENT  USED INSIDE  GUEST'S PAGES  VMM BESIDE  PAGE TABLES  MERGED  SWAPPED
                web    256 MiB   300 MiB          n/a            n/a         n/a          n/a     n/a      n/a

                DISK     REQUESTS/S     READ  WRITTEN  LATENCY  QUEUE
                web vda       100.0  2 MiB/s    0 B/s   1.0 ms   0.10
                web: for each byte of its disks the host's moved 0.50


                """ + OverheadView(usage: usage, columns: nil).remarks)
        #expect(OverheadView(usage: usage, columns: nil).remarks.contains("n/a memory.usedInside: no balloon (web)\n"))
        #expect(OverheadView(usage: usage, columns: nil).remarks.contains("note: emulation:"))
    }

    @Test func inJSONTheNotesStandBesideTheFigures() throws {
        let text = try JSON.text(OverheadView(usage: usage, columns: nil), isPretty: false)
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(Set((object ?? [:]).keys) == ["guests", "host", "notes", "seconds", "unavailable"])
    }

    @Test func aGuestThatDoesNotRunCannotBeMeasured() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.running("web"), .shutOff("off")])
            let off = try await Tool.strata.run("overhead", "off", "-c", uri)
            #expect(off.status == 3)
            #expect(off.errors.contains("hint: strata start off"))
            let ghost = try await Tool.strata.run("overhead", "ghost", "-c", uri)
            #expect(ghost.status == 2)
            let short = try await Tool.strata.run("overhead", "--interval", "1ms", "-c", uri)
            #expect(short.status == 64)
        }
    }

    @Test func severalMeasurementsAreOneLineOfJSONEach() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [.running("web")])
            let outcome = try await Tool.strata.run(
                "overhead", "web", "--interval", "100ms", "--count", "3", "--format", "json", "-c", uri)
            #expect(outcome.status == 0)
            #expect(outcome.output.split(separator: "\n").count == 3)
        }
    }
}
