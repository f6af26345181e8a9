import FoundationEssentials
import Quantities
import Testing

@testable import StrataLayers

@Suite("The difference of two samples") struct UsageTests {
    private func second(_ change: (MeteredHost) throws -> Void = { _ in }) throws -> Usage {
        var usage: Usage?
        try MeteredHost.with { metered in
            let begin = metered.sample(at: 10)
            try metered.passOneSecond()
            try change(metered)
            usage = Usage(from: begin, to: metered.sample(at: 11, .memoryMaps))
        }
        return try #require(usage)
    }

    private func isClose(_ value: Double?, _ expected: Double) -> Bool { abs((value ?? .nan) - expected) < 1e-9 }

    @Test func underKVMTheGuestsCodeIsWhatTheKernelCountsAsSuch() throws {
        let cpu = try #require(try second().guests.last?.cpu)
        // Each vCPU had 0.6 s: 50 of 60 ticks in the guest, 5 in QEMU, 5 in the kernel.
        #expect(isClose(cpu.guest, 1.0))
        // QEMU: the vCPUs' 0.1, the I/O thread's 0.1, and 10 ticks of the process that belong to no named thread.
        #expect(isClose(cpu.vmm, 0.3))
        // Kernel: the vCPUs' 0.1, vhost's 0.1, and 10 ticks of the process.
        #expect(isClose(cpu.kernel, 0.3))
        #expect(isClose(cpu.total, 1.6))
        #expect(isClose(cpu.waiting, 0.5))
        #expect(isClose(cpu.threads?.vcpu, 1.2))
        #expect(isClose(cpu.threads?.ioThread, 0.1))
        #expect(isClose(cpu.threads?.vhost, 0.1))
        #expect(isClose(cpu.threads?.emulator, 0.2))
    }

    @Test func aKVMThatCountsNoGuestTimeIsSaidToDoSo() throws {
        #expect(try second().guests.last?.unavailable["cpu.guest"] == nil)
        let usage = try second { metered in
            try metered.write(2000, "qemu-system-x86", user: 40130, system: 9030, guest: 0, threads: 6)
        }
        #expect(usage.guests.last?.unavailable["cpu.guest"]?.contains("counts no guest time") == true)
    }

    @Test func emulatedEverythingOfTheVCPUsOutsideTheKernelCountsAndItIsSaid() throws {
        let usage = try second { metered in
            try metered.write(3000, "qemu-system-x86", user: 2085, system: 505, threads: 4)
            try metered.write(3000, thread: 3002, "CPU 0/TCG", user: 1880, system: 300)
            try metered.host.write("21800000000 100000000 1000", to: "/proc/3000/task/3002/schedstat")
        }
        let cpu = try #require(usage.guests.first?.cpu)
        #expect(isClose(cpu.guest, 0.8))
        #expect(isClose(cpu.vmm, 0.05))
        #expect(isClose(cpu.kernel, 0.05))
        #expect(usage.notes.contains { $0.hasPrefix("emulation:") })
    }

    @Test func thePartsOfTheProcessorsAddUpToTheKernelsTotal() throws {
        let cpu = try #require(try second().host?.cpu)
        #expect(isClose(cpu.total, 4))
        #expect(isClose(cpu[.guestCode], 1.0))
        #expect(isClose(cpu[.vmm], 0.3))
        #expect(isClose(cpu[.kernelForGuests], 0.3))
        #expect(isClose(cpu[.daemons], 0.1))
        #expect(isClose(cpu[.interrupts], 0.15))
        #expect(isClose(cpu[.stolen], 0.05))
        #expect(isClose(cpu[.idle], 1.8))
        #expect(isClose(cpu[.otherWork], 0.3))
        #expect(isClose(cpu.parts.reduce(0) { $0 + $1.share }, 1))
        #expect(cpu.excess < 1e-9)
    }

    @Test func aProgramThatWasOverlookedBeforeIsNotCountedWithAllItsLife() throws {
        func daemons(_ began: Double) throws -> Double {
            var begin = Sample(time: 100, host: HostCounters(processors: 4, cpu: ProcessorTime()))
            begin.host?.cpu.idle = 400
            var end = begin
            end.time = 110
            end.host?.cpu.idle = 440
            end.host?.daemons = [
                DaemonCounters(name: "libvirtd", processID: 7, began: began, cpuSeconds: 3, memory: .zero)
            ]
            return try #require(Usage(from: begin, to: end).host).cpu[.daemons]
        }
        #expect(try daemons(50) == 0)
        #expect(try daemons(105) == 3)
    }

    @Test func aThreadThatWasNotSeenBeforeRanNoLongerThanItCould() throws {
        let usage = try second { metered in
            for (file, text) in [
                ("comm", "CPU 2/KVM"), ("schedstat", "190000000000 5000000000 1000"),
            ] { try metered.host.write(text, to: "/proc/2000/task/2006/\(file)") }
            try metered.write(2000, thread: 2006, "CPU 2/KVM", user: 17000, system: 2000, guest: 15000)
            try metered.write(2000, "qemu-system-x86", user: 40130, system: 9030, guest: 30100, threads: 7)
        }
        #expect(isClose(usage.guests.last?.cpu?.threads?.vcpu, 2.2))
    }

    @Test func moreThanTheKernelsTotalIsNotHidden() throws {
        let usage = try second { metered in
            try metered.write(2000, "qemu-system-x86", user: 41130, system: 9030, guest: 30100, threads: 6)
        }
        #expect((usage.host?.cpu.excess ?? 0) > 2)
        #expect(usage.host?.cpu[.otherWork] == 0)
        #expect(usage.notes.contains { $0.contains("more than the kernel's own total") })
    }

    @Test func thePartsOfTheMemoryAddUp() throws {
        let memory = try #require(try second().host?.memory)
        #expect(memory.total == Double(16_384_000 << 10))
        #expect(memory[.guestMemory] == Double(300_000 << 10))
        #expect(memory[.vmm] == Double(500 << 10))
        #expect(memory[.pageTables] == Double(600 << 10))
        #expect(memory[.free] == Double(4_096_000 << 10))
        #expect(isClose(memory.parts.reduce(0) { $0 + $1.share }, 1))
    }

    @Test func aGuestThatWentOrCameIsShownAsSuch() throws {
        let web = GuestCounters(name: "web", uuid: "1", cpuSeconds: 5)
        let db = GuestCounters(name: "db", uuid: "2", cpuSeconds: 5)
        let usage = Usage(from: Sample(time: 0, guests: [web]), to: Sample(time: 1, guests: [db]))
        #expect(usage.guests.map(\.state) == ["running", "gone"])
        #expect(
            usage.guests.map { $0.unavailable["cpu"] } == ["it was not there at the beginning", "it ended meanwhile"])
    }

    @Test func aGuestThatBeganAnewCountsFromItsBeginning() throws {
        let usage = try second { metered in
            try metered.write(2000, "qemu-system-x86", user: 10, system: 0, threads: 6, began: 99_000)
            for id in 2002...2005 { metered.host.remove("/proc/2000/task/\(id)") }
        }
        // The number is another process's now; it is found again in the next sample.
        #expect(usage.guests.last?.unavailable["process"] == "it ended meanwhile")
        let begin = GuestCounters(name: "a", uuid: "1", cpuSeconds: 100)
        let end = GuestCounters(name: "a", uuid: "1", cpuSeconds: 2)
        let again = Usage(from: Sample(time: 0, guests: [begin]), to: Sample(time: 4, guests: [end]))
        #expect(again.guests.first?.cpu?.total == 0.5)
    }

    @Test func whereNoProcessIsSeenTheTotalIsLibvirts() {
        let begin = GuestCounters(
            name: "a", uuid: "1", cpuSeconds: 1, vcpus: [VCPUCounters(number: 0, waitingSeconds: 1, exits: 100)])
        var end = begin
        end.cpuSeconds = 2
        end.vcpus = [VCPUCounters(number: 0, waitingSeconds: 1.5, exits: 600)]
        let cpu = Usage(from: Sample(time: 0, guests: [begin]), to: Sample(time: 2, guests: [end])).guests.first?.cpu
        #expect(cpu?.total == 0.5)
        #expect(cpu?.guest == nil)
        #expect(cpu?.waiting == 0.25)
        #expect(cpu?.exits == 250)
    }

    @Test func disksHaveRatesQueuesAndAmplification() throws {
        var begin = GuestCounters(name: "a", uuid: "1", disks: [DiskCounters(name: "vda")])
        begin.process = ProcessCounters(id: 7, began: 1, time: ThreadTime(), diskBytes: .zero)
        var end = begin
        end.disks[0].reads = 100
        end.disks[0].writes = 100
        end.disks[0].bytesRead = .mebibytes(1)
        end.disks[0].bytesWritten = .mebibytes(1)
        end.disks[0].requestSeconds = 4
        end.process?.diskBytes = .mebibytes(3)
        let usage = Usage(from: Sample(time: 0, guests: [begin]), to: Sample(time: 2, guests: [end]))
        let disk = try #require(usage.guests.first?.disks.first)
        #expect(disk.requests == 100)
        #expect(disk.latency == 0.02)
        #expect(disk.queue == 2)
        #expect(usage.guests.first?.amplification == 1.5)
    }

    @Test func aUsageSurvivesJSON() throws {
        let usage = try second()
        let data = try JSONEncoder().encode(usage)
        #expect(try JSONDecoder().decode(Usage.self, from: data) == usage)
    }
}
