internal import Glibc
internal import Quantities

/// Reads what the kernel counts of hypervisors' processes and their threads.
struct ProcessReader {
    let files: HostFiles
    /// The threads with a role, by process; listed again when their number changes.
    private var roles: [Int: Roles] = [:]

    private struct Roles {
        var began: Double
        var threads: Int
        var named: [(id: Int, role: ThreadCounters.Role, name: String)]
    }

    init(files: HostFiles) { self.files = files }

    /// Forgets processes that are gone.
    mutating func keep(only present: Set<Int>) {
        if roles.count > present.count { roles = roles.filter { present.contains($0.key) } }
    }

    /// Reads one process.
    ///
    /// - Throws: Why there is nothing: it went, or its number is another process's by now.
    mutating func read(
        _ hypervisor: ProcessTable.Hypervisor, _ detail: Sample.Detail
    ) throws(HostFiles.Unreadable) -> ProcessCounters {
        let folder = "/proc/\(hypervisor.id)"
        guard let status = ProcessStatus(try files.text(folder + "/stat")), status.began == hypervisor.began
        else { throw HostFiles.Unreadable(path: folder, code: ESRCH) }
        var counters = ProcessCounters(id: hypervisor.id, began: status.began, time: status.time)
        counters.threads = threads(of: hypervisor, status)
        if let thread = counters.threads.first(where: { $0.role == .vcpu && $0.waiting == nil }) {
            counters.unavailable["waiting"] = reasonForNoWaiting(of: thread, in: folder)
        }
        readDiskBytes(folder, into: &counters)
        if detail.contains(.memoryMaps) { readMemory(of: hypervisor, folder, into: &counters) }
        return counters
    }

    private mutating func threads(
        of hypervisor: ProcessTable.Hypervisor, _ status: ProcessStatus
    ) -> [ThreadCounters] {
        let folder = "/proc/\(hypervisor.id)/task"
        let known = roles[hypervisor.id]
        if known?.threads != status.threads || known?.began != status.began {
            roles[hypervisor.id] = list(folder, status)
        }
        let named = roles[hypervisor.id]?.named ?? []
        let found = named.compactMap { thread("\(folder)/\($0.id)", $0.id, $0.role, $0.name) }
        // One of the threads went and another came meanwhile: the next sample lists them again.
        if found.count < named.count { roles[hypervisor.id] = nil }
        let outside = hypervisor.kernelThreads.compactMap { id in
            var found = thread("/proc/\(id)", id, .vhost, "vhost-\(hypervisor.id)")
            found?.isOutside = true
            return found
        }
        return found + outside
    }

    private func list(_ folder: String, _ status: ProcessStatus) -> Roles {
        let ids = files.names(in: folder, limit: 1 << 16).compactMap { Int($0) }.sorted()
        let named = ids.compactMap { id -> (id: Int, role: ThreadCounters.Role, name: String)? in
            guard let name = files.word("\(folder)/\(id)/comm"), let role = ThreadCounters.role(ofThreadNamed: name)
            else { return nil }
            return (id, role, name)
        }
        return Roles(began: status.began, threads: status.threads, named: named)
    }

    private func thread(
        _ folder: String, _ id: Int, _ role: ThreadCounters.Role, _ name: String
    ) -> ThreadCounters? {
        guard let line = try? files.text(folder + "/stat"), let status = ProcessStatus(line) else { return nil }
        let scheduling = (try? files.text(folder + "/schedstat")).flatMap { SchedulingStatus($0) }
        return ThreadCounters(
            id: id, role: role, name: name, time: status.time, running: scheduling?.running,
            waiting: scheduling?.waiting)
    }

    private func reasonForNoWaiting(of thread: ThreadCounters, in folder: String) -> String {
        do {
            _ = try files.text("\(folder)/task/\(thread.id)/schedstat")
            return "this kernel keeps no account of it"
        } catch {
            return error.reason
        }
    }

    private func readDiskBytes(_ folder: String, into counters: inout ProcessCounters) {
        do {
            let lines = KeyedLines(try files.text(folder + "/io"))
            let counts = ["read_bytes", "write_bytes"].compactMap { lines[$0].flatMap { UInt64($0) } }
            counters.diskBytes = counts.count == 2 ? .bytes(counts[0] &+ counts[1]) : nil
        } catch {
            counters.unavailable["diskBytes"] = error.reason
        }
    }

    private func readMemory(
        of hypervisor: ProcessTable.Hypervisor, _ folder: String, into counters: inout ProcessCounters
    ) {
        do {
            let maps = try files.text(folder + "/smaps", limit: 1 << 23)
            var memory = ProcessMemory(maps: maps, guestSizes: hypervisor.memorySizes)
            let status = KeyedLines(try files.text(folder + "/status", limit: 8192))
            memory.pageTables = status.kibibytes("VmPTE") ?? .zero
            counters.memory = memory
        } catch {
            counters.unavailable["memory"] = error.reason
        }
    }
}
