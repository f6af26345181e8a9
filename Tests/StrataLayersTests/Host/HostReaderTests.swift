import Quantities
import StrataLayers
import Testing

@Suite("Reading a host") struct HostReaderTests {
    @Test func aFolderWithoutAnythingGivesReasonsForEverything() {
        let reading = HostReader(root: "/nowhere/at/all").read()
        #expect(reading.hardware.memory == nil)
        #expect(reading.hardware.unavailable["memory"] == "there is no /proc/meminfo")
        #expect(reading.hardware.unavailable["processor.model"] == "there is no /proc/cpuinfo")
        #expect(reading.hardware.unavailable["blockDevices"] == "there is no /sys/block")
        #expect(reading.host.unavailable["memory"] == "there is no /proc/meminfo")
        #expect(reading.host.kvm.access == .absent)
        #expect(reading.hardware.provides.isEmpty)
        #expect(reading.host.provides.isEmpty)
    }

    @Test func theRunningHostIsReadCompletely() {
        let reading = HostReader().read()
        #expect((reading.hardware.processor.threads ?? 0) > 0)
        #expect((reading.hardware.memory?.mebibytes ?? 0) > 0)
        #expect((reading.host.pageSize?.bytes ?? 0) >= 4096)
        #expect(reading.host.kernel != nil)
        #expect(reading.host.architecture != nil)
    }

    @Test func aSlashAtTheEndOfTheRootChangesNothing() throws {
        try withRecordedHost("intel-kvm") { host in
            #expect(HostReader(root: host.root + "/").read() == host.reading)
        }
    }

    @Test func filesOfAnyContentAreSurvived() throws {
        let noise = String(repeating: "x: \u{0}\u{FFFD}:::\n\n- 99999999999999999999 kB\n", count: 4000)
        let paths = [
            "/proc/cpuinfo", "/proc/meminfo", "/proc/uptime", "/proc/loadavg", "/etc/nsswitch.conf", "/etc/os-release",
            "/sys/devices/system/node/online", "/sys/kernel/mm/ksm/run", "/sys/kernel/security/lsm",
            "/sys/devices/system/cpu/cpu0/topology/package_cpus_list",
        ]
        for path in paths {
            let reading = try withRecordedHost("nested-vm", changing: { try $0.write(noise, to: path) }) { $0.reading }
            #expect(reading.hardware.blockDevices.count == 1, "\(path)")
        }
    }

    @Test func noReadingTakesLongerThanAMomentEvenUnoptimized() {
        let clock = ContinuousClock()
        let best = (0..<5).map { _ in clock.measure { _ = HostReader().read() } }.min()
        #expect((best ?? .seconds(1)) < .milliseconds(50))
    }
}
