internal import Glibc

/// The half of a meter that asks the kernel: about the host, and about the processes of the guests in a sample.
struct HostMeter {
    private let host: HostCountersReader
    private var table: ProcessTable
    private var processes: ProcessReader
    private let groups: GroupReader

    init(files: HostFiles) {
        host = HostCountersReader(files: files)
        table = ProcessTable(files: files)
        processes = ProcessReader(files: files)
        groups = GroupReader(files: files)
    }

    /// Adds to a sample what the kernel tells, or why it does not.
    mutating func read(into sample: inout Sample, _ detail: Sample.Detail) {
        table.refresh(for: Set(sample.guests.map(\.uuid)))
        processes.keep(only: Set(table.hypervisors.values.map(\.id)))
        for index in sample.guests.indices { readProcess(of: &sample.guests[index], detail) }
        sample.time = Self.now
        do throws(HostFiles.Unreadable) {
            sample.host = try host.read()
            sample.host?.daemons = host.daemons(table.daemons)
        } catch {
            sample.unavailable["host"] = error.reason
        }
    }

    private mutating func readProcess(of guest: inout GuestCounters, _ detail: Sample.Detail) {
        guard let hypervisor = table.hypervisors[guest.uuid] else {
            guest.unavailable["process"] = "no process that can be seen here has its UUID"
            return
        }
        do throws(HostFiles.Unreadable) {
            guest.process = try processes.read(hypervisor, detail)
        } catch {
            table.forget(guest.uuid)
            guest.unavailable["process"] = "it ended meanwhile"
            return
        }
        guard detail.contains(.groups) else { return }
        do throws(GroupReader.Absent) {
            guest.group = try groups.read(hypervisor.id)
        } catch {
            guest.unavailable["group"] = error.reason
        }
    }

    /// Seconds since the kernel began: the clock by which it tells when a process did.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
