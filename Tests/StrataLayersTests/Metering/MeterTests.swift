import Quantities
import Testing

@testable import StrataLayers

@Suite("A meter on a recorded host") struct MeterTests {
    @Test func aGuestsProcessIsFoundByItsUUIDWithTheThreadsThatSayWhatTheyAreFor() throws {
        try MeteredHost.with { metered in
            let guests = metered.sample(at: 0).guests
            let web = try #require(guests.last?.process)
            #expect(web.id == 2000)
            #expect(web.time == ThreadTime(user: 400, system: 90, guest: 300))
            #expect(web.threads.map(\.role) == [.vcpu, .vcpu, .ioThread, .vhost])
            #expect(web.threads.first?.running == 190)
            #expect(web.threads.first?.waiting == 5)
            #expect(web.isEmulated == false)
            #expect(web.diskBytes == .mebibytes(3))
            #expect(guests.first?.process?.isEmulated == true)
        }
    }

    @Test func theHostIsDividedAsTheKernelDoesIt() throws {
        try MeteredHost.with { metered in
            let host = try #require(metered.sample(at: 0).host)
            #expect(host.processors == 4)
            #expect(host.cpu.user == 1010)
            #expect(host.cpu.idle == 3040)
            #expect(host.cpu.interrupts == 20)
            #expect(host.cpu.total == 4272)
            #expect(host.memory?.pageCache == .kibibytes(4_096_000 + 102_400 + 102_400 - 204_800))
            #expect(host.memory?.reservedHugePages == .mebibytes(128))
            #expect(host.memory?.swapUsed == .kibibytes(100_000))
            #expect(host.disks.map(\.name) == ["vda"])
            #expect(host.disks.first?.requestSeconds == 5)
            #expect(host.daemons.map(\.name) == ["libvirtd"])
            #expect(host.daemons.first?.memory == .kibibytes(24_000))
        }
    }

    @Test func memoryMapsTellTheGuestsPagesFromTheHypervisorsOwn() throws {
        try MeteredHost.with { metered in
            let memory = try #require(metered.sample(at: 0, .memoryMaps).guests.last?.process?.memory)
            #expect(memory.guest == .kibibytes(300_000))
            #expect(memory.own == .kibibytes(500))
            #expect(memory.files == .kibibytes(2162))
            #expect(memory.swapped == .kibibytes(10_020))
            #expect(memory.merged == .kibibytes(4000))
            #expect(memory.inHugePages == .kibibytes(204_800))
            #expect(memory.pageTables == .kibibytes(600))
        }
    }

    @Test func whatMayNotBeReadHasItsReasonAndTheRestIsThere() throws {
        try MeteredHost.with { metered in
            metered.host.remove("/proc/2000/io")
            metered.host.remove("/proc/2000/smaps")
            let web = try #require(metered.sample(at: 0, .memoryMaps).guests.last?.process)
            #expect(web.unavailable["diskBytes"] == "there is no /proc/2000/io")
            #expect(web.unavailable["memory"] == "there is no /proc/2000/smaps")
            #expect(web.threads.count == 4)
        }
    }

    @Test(arguments: [
        ("/proc/stat", "host", "there is no /proc/stat"), ("/proc/meminfo", "memory", "there is no /proc/meminfo"),
        ("/proc/diskstats", "disks", "there is no /proc/diskstats"),
    ])
    func aFileThatThisKernelLacksIsNamedAndTheRestIsThere(path: String, fact: String, reason: String) throws {
        try MeteredHost.with { metered in
            metered.host.remove(path)
            let sample = metered.sample(at: 0)
            #expect((sample.unavailable[fact] ?? sample.host?.unavailable[fact]) == reason)
            #expect((sample.host == nil) == (fact == "host"))
            #expect(sample.guests.allSatisfy { $0.process != nil })
        }
    }

    @Test func aKernelThatEstimatesNoAvailableMemoryIsSaidToBeSo() throws {
        try MeteredHost.with { metered in
            try metered.host.write("MemTotal: 16384000 kB\nMemFree: 4096000 kB\n", to: "/proc/meminfo")
            let usage = Usage(from: metered.sample(at: 0), to: metered.sample(at: 1))
            #expect(usage.host?.memory == nil)
            #expect(usage.host?.unavailable["memory"] == "/proc/meminfo has no MemAvailable")
            #expect(usage.host?.cpu != nil)
        }
    }

    @Test func aProcessThatWentIsSaidToHaveEndedAndTheOthersAreThere() throws {
        try MeteredHost.with { metered in
            _ = metered.sample(at: 0)
            metered.host.remove("/proc/2000/stat")
            let guests = metered.sample(at: 1).guests
            #expect(guests.last?.process == nil)
            #expect(guests.last?.unavailable["process"] == "it ended meanwhile")
            #expect(guests.first?.process?.id == 3000)
        }
    }

    @Test func anotherProcessOfTheSameNumberIsNotTakenForTheGuest() throws {
        try MeteredHost.with { metered in
            _ = metered.sample(at: 0)
            try metered.write(2000, "bash", user: 1, system: 1, began: 99999)
            #expect(metered.sample(at: 1).guests.last?.process == nil)
            #expect(metered.sample(at: 2).guests.last?.process == nil)
        }
    }

    @Test func aProcessThatBecomesAHypervisorLaterIsFound() throws {
        try MeteredHost.with { metered in
            try metered.write(2000, "rpc-libvirtd", user: 0, system: 0, threads: 6)
            #expect(metered.sample(at: 0).guests.last?.process == nil)
            try metered.write(2000, "qemu-system-x86", user: 0, system: 0, threads: 6)
            var found: ProcessCounters?
            for time in 1...10 where found == nil { found = metered.sample(at: Double(time)).guests.last?.process }
            #expect(found?.id == 2000)
        }
    }

    @Test func withoutSchedulingFilesTheTicksAreTaken() throws {
        try MeteredHost.with { metered in
            for id in 2002...2005 { metered.host.remove("/proc/2000/task/\(id)/schedstat") }
            let begin = metered.sample(at: 0)
            try metered.passOneSecond()
            for id in 2002...2005 { metered.host.remove("/proc/2000/task/\(id)/schedstat") }
            let web = Usage(from: begin, to: metered.sample(at: 1)).guests.last
            #expect(abs((web?.cpu?.threads?.vcpu ?? 0) - 1.2) < 1e-9)
            #expect(web?.cpu?.waiting == nil)
            #expect(web?.unavailable["process.waiting"] == "there is no /proc/2000/task/2002/schedstat")
        }
    }

    @Test(arguments: ["", "17", "17 (a", "17 (a) S 1", "17 (a) S x 1 1 0 -1 0 0 0 0 0 1 1 0 0 20 0 1 0 5 0 1"])
    func brokenStatusLinesAreNone(line: String) { #expect(ProcessStatus(line) == nil) }

    @Test func aNameMayHoldBracketsAndBlanks() throws {
        let line = "17 (a) b (c)) S 1 1 1 0 -1 0 0 0 0 0 150 250 0 0 20 0 3 0 500 0 1 0"
        let status = try #require(ProcessStatus(line))
        #expect(status.name == "a) b (c)")
        #expect(status.time == ThreadTime(user: 1.5, system: 2.5))
        #expect(status.threads == 3)
        #expect(status.began == 5)
    }

    @Test(
        arguments: [
            ("-m\u{0}256", 256 << 20), ("-m\u{0}size=262144k,slots=16", 256 << 20), ("-m\u{0}4G", 4 << 30),
            ("-object\u{0}{\"qom-type\":\"memory-backend-memfd\",\"id\":\"r\",\"size\":1048576}", 1 << 20),
            ("-object\u{0}memory-backend-ram,id=r,size=2097152", 2 << 20),
        ] as [(String, UInt64)])
    func theCommandLineTellsTheSizesOfMemory(words: String, size: UInt64) {
        #expect(HypervisorCommandLine("qemu\u{0}\(words)\u{0}").memorySizes == [size])
    }
}
