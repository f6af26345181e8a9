import Quantities
import Testing

@testable import StrataLayers

@Suite("The control groups of guests, recorded") struct GroupReaderTests {
    private static let unified = "30 24 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n"
    private static let hybrid = """
        30 24 0:26 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw
        31 24 0:27 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory
        32 24 0:28 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct

        """
    private static let scope = "/machine.slice/machine-qemu\\x2d1\\x2dweb.scope"

    /// What is read of web's group on the recorded host, with these files beside.
    private func group(
        _ mounts: String, _ lines: String, _ contents: [String: String] = [:]
    ) throws -> Result<GroupCounters, GroupReader.Absent> {
        try withRecordedHost("metering") { host in
            try host.write(mounts, to: "/proc/self/mountinfo")
            try host.write(lines, to: "/proc/2000/cgroup")
            for (path, text) in contents { try host.write(text, to: path) }
            let reader = GroupReader(files: HostFiles(root: host.root))
            do throws(GroupReader.Absent) { return .success(try reader.read(2000)) } catch { return .failure(error) }
        }
    }

    @Test func theSecondVersionHasEverythingInOneTree() throws {
        let folder = "/sys/fs/cgroup" + Self.scope
        let found = try group(
            Self.unified, "0::\(Self.scope)/libvirt/emulator\n",
            [
                folder + "/cpu.stat": "usage_usec 3500000\nuser_usec 3000000\nsystem_usec 500000\nnr_periods 0\n",
                folder + "/irq.pressure": "full avg10=0.00 avg60=0.00 avg300=0.00 total=250000\n",
                folder + "/memory.current": "1073741824\n",
                folder + "/memory.stat": "anon 900000000\nfile 1048576\nkernel 2097152\nkernel_stack 16384\n",
            ]
        ).get()
        #expect(
            found
                == GroupCounters(
                    path: Self.scope, time: ThreadTime(user: 3, system: 0.5), interrupted: 0.25,
                    memory: GroupMemory(charged: .gibibytes(1), files: .mebibytes(1), kernel: .mebibytes(2))))
    }

    @Test func inTheFirstVersionEachThingHasItsTree() throws {
        let path = "/machine/qemu-1-web.libvirt-qemu"
        let found = try group(
            Self.hybrid, "4:memory:\(path)\n3:cpu,cpuacct:\(path)/emulator\n0::/\n",
            [
                "/sys/fs/cgroup/cpu,cpuacct\(path)/cpuacct.stat": "user 300\nsystem 50\n",
                "/sys/fs/cgroup/memory\(path)/memory.usage_in_bytes": "1073741824\n",
                "/sys/fs/cgroup/memory\(path)/memory.stat": "cache 1\ntotal_cache 1048576\n",
                "/sys/fs/cgroup/memory\(path)/memory.kmem.usage_in_bytes": "2097152\n",
            ]
        ).get()
        #expect(found.path == path)
        #expect(found.time == ThreadTime(user: 3, system: 0.5))
        #expect(
            found.memory == GroupMemory(charged: .gibibytes(1), files: .mebibytes(1), kernel: .mebibytes(2)))
        #expect(found.unavailable == ["interrupted": "only control groups of the second version tell"])
    }

    @Test func oneThatHasBothIsReadWhereEachThingIs() throws {
        let path = "/machine/qemu-1-web.libvirt-qemu"
        let found = try group(
            Self.hybrid, "4:memory:\(path)\n3:cpu,cpuacct:/\n0::\(path)/emulator\n",
            [
                "/sys/fs/cgroup/unified\(path)/cpu.stat": "usage_usec 5\nuser_usec 3\nsystem_usec 2\n",
                "/sys/fs/cgroup/memory\(path)/memory.usage_in_bytes": "4096\n",
            ]
        ).get()
        #expect(found.time == ThreadTime(user: 3e-6, system: 2e-6))
        #expect(found.memory == GroupMemory(charged: .kibibytes(4)))
        #expect(found.unavailable == ["interrupted": "this kernel does not count interrupts by control group"])
    }

    @Test func whatIsNotCountedHasItsReason() throws {
        let found = try group(Self.unified, "0::\(Self.scope)/libvirt/emulator\n").get()
        #expect(found.time == nil && found.memory == nil)
        #expect(Set(found.unavailable.keys) == ["time", "interrupted", "memory"])
    }

    @Test(arguments: [
        (unified, "0::/user.slice/user-1000.slice/session-2.scope\n", "no control group of its own"),
        ("27 1 254:0 / / rw - ext4 /dev/vda1 rw\n", "0::/\n", "no control groups are mounted here"),
    ])
    func withoutAGroupItIsSaidWhy(mounts: String, lines: String, reason: String) throws {
        guard case .failure(let absent) = try group(mounts, lines) else {
            Issue.record("there is a group")
            return
        }
        #expect(absent.reason.contains(reason))
    }

    @Test func twoSamplesTellWhatTheGroupUsed() throws {
        try MeteredHost.with { metered in
            let folder = "/sys/fs/cgroup" + Self.scope
            try metered.host.write(Self.unified, to: "/proc/self/mountinfo")
            try metered.host.write("0::\(Self.scope)/libvirt/emulator\n", to: "/proc/2000/cgroup")
            try metered.host.write("0::/init.scope\n", to: "/proc/3000/cgroup")
            try metered.host.write("user_usec 1000000\nsystem_usec 500000\n", to: folder + "/cpu.stat")
            try metered.host.write("full avg10=0.00 total=100000\n", to: folder + "/irq.pressure")
            try metered.host.write("4096\n", to: folder + "/memory.current")
            metered.lookAgain()
            let begin = metered.sample(at: 10, .groups)
            try metered.host.write("user_usec 2000000\nsystem_usec 750000\n", to: folder + "/cpu.stat")
            try metered.host.write("full avg10=0.00 total=150000\n", to: folder + "/irq.pressure")
            try metered.host.write("8192\n", to: folder + "/memory.current")
            let usage = Usage(from: begin, to: metered.sample(at: 12, .groups))
            let web = try #require(usage.guests.last?.group)
            #expect(web.path == Self.scope)
            #expect(web.user == 0.5)
            #expect(web.kernel == 0.125)
            #expect(abs((web.interrupted ?? 0) - 0.025) < 1e-9)
            #expect(web.memory == GroupMemory(charged: .kibibytes(8)))
            #expect(usage.host?.unavailable["cpu.interrupts.guests"] == nil)
            #expect(usage.guests.first?.group == nil)
            #expect(usage.guests.first?.unavailable["group"]?.contains("no control group of its own") == true)
            #expect(metered.sample(at: 13).guests.allSatisfy { $0.group == nil && $0.unavailable["group"] == nil })
        }
    }
}
