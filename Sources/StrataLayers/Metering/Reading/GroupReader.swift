internal import Quantities

/// Reads what the kernel counts of the control groups in which libvirt runs guests.
///
/// The second version of control groups has one tree with everything, the first one a tree for each thing that is
/// counted; a host may have both, with each thing in one of them.
struct GroupReader {
    let files: HostFiles
    /// Where the trees are mounted: `memory` and `cpuacct` of the first version, an empty name for the second.
    private let trees: [String: String]

    /// Why there is no group.
    struct Absent: Error, Equatable { var reason: String }

    init(files: HostFiles) {
        self.files = files
        var trees: [String: String] = [:]
        for mount in MountTable((try? files.text("/proc/self/mountinfo", limit: 1 << 20)) ?? "").mounts {
            if mount.type == "cgroup2" { trees[""] = trees[""] ?? mount.folder }
            guard mount.type == "cgroup" else { continue }
            for name in mount.options where ["memory", "cpuacct"].contains(name) {
                trees[name] = trees[name] ?? mount.folder
            }
        }
        self.trees = trees
    }

    /// Reads the group of a guest by its hypervisor's process.
    func read(_ process: Int) throws(Absent) -> GroupCounters {
        guard !trees.isEmpty else { throw Absent(reason: "no control groups are mounted here") }
        let text: String
        do { text = try files.text("/proc/\(process)/cgroup") } catch { throw Absent(reason: error.reason) }
        let groups = Self.machineGroups(text)
        guard let path = groups[""] ?? groups["memory"] ?? groups["cpuacct"] ?? groups.values.min() else {
            throw Absent(reason: "libvirt put its hypervisor into no control group of its own")
        }
        var counters = GroupCounters(path: path)
        let whole = folder("", groups), accounting = folder("cpuacct", groups), memory = folder("memory", groups)
        readTime(whole, accounting, into: &counters)
        readInterruptions(whole, into: &counters)
        readMemory(whole, memory, into: &counters)
        return counters
    }

    /// The guest's group in each tree: lines such as `0::/machine.slice/machine-qemu-1-web.scope/libvirt/emulator`, of
    /// which what comes after the guest's own folder is a part of it.
    static func machineGroups(_ text: String) -> [String: String] {
        var groups: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            let folders = parts[2].split(separator: "/")
            guard let last = folders.firstIndex(where: { isMachine($0) }) else { continue }
            let path = folders[...last].map { "/" + $0 }.joined()
            for name in parts[1].split(separator: ",", omittingEmptySubsequences: false) { groups[String(name)] = path }
        }
        return groups
    }

    /// With systemd it is a scope, otherwise a folder of libvirt's own.
    private static func isMachine(_ name: Substring) -> Bool {
        name.hasPrefix("machine-qemu") && name.hasSuffix(".scope") || name.hasSuffix(".libvirt-qemu")
    }

    private func folder(_ tree: String, _ groups: [String: String]) -> String? {
        guard let root = trees[tree], let path = groups[tree] else { return nil }
        return root + path
    }

    private func readTime(_ whole: String?, _ accounting: String?, into counters: inout GroupCounters) {
        if let whole, let lines = lines(whole + "/cpu.stat"), let user = lines.number("user_usec"),
            let system = lines.number("system_usec")
        {
            counters.time = ThreadTime(user: Double(user) / 1e6, system: Double(system) / 1e6)
        } else if let accounting, let lines = lines(accounting + "/cpuacct.stat"), let user = lines.number("user"),
            let system = lines.number("system")
        {
            counters.time = ThreadTime(
                user: Double(user) / ProcessStatus.ticksPerSecond,
                system: Double(system) / ProcessStatus.ticksPerSecond)
        } else {
            counters.unavailable["time"] = "the kernel counts no processor time for \(counters.path)"
        }
    }

    /// Only newer kernels that count the time of interrupts at all have `irq.pressure`.
    private func readInterruptions(_ whole: String?, into counters: inout GroupCounters) {
        guard let whole else {
            counters.unavailable["interrupted"] = "only control groups of the second version tell"
            return
        }
        do {
            let words = try files.text(whole + "/irq.pressure").words
            let total = words.first { $0.hasPrefix("total=") }.flatMap { UInt64($0.dropFirst("total=".count)) }
            counters.interrupted = total.map { Double($0) / 1e6 }
        } catch {
            counters.unavailable["interrupted"] =
                error.isMissing ? "this kernel does not count interrupts by control group" : error.reason
        }
    }

    private func readMemory(_ whole: String?, _ memory: String?, into counters: inout GroupCounters) {
        if let whole, let charged = files.bytes(whole + "/memory.current") {
            let lines = lines(whole + "/memory.stat")
            counters.memory = GroupMemory(
                charged: charged, files: lines?.number("file").map { .bytes($0) },
                kernel: lines?.number("kernel").map { .bytes($0) })
        } else if let memory, let charged = files.bytes(memory + "/memory.usage_in_bytes") {
            counters.memory = GroupMemory(
                charged: charged, files: lines(memory + "/memory.stat")?.number("total_cache").map { .bytes($0) },
                kernel: files.bytes(memory + "/memory.kmem.usage_in_bytes"))
        } else {
            counters.unavailable["memory"] = "the kernel counts no memory for \(counters.path)"
        }
    }

    private func lines(_ path: String) -> KeyedLines? {
        (try? files.text(path, limit: 1 << 14)).map { KeyedLines($0, separator: " ") }
    }
}

extension KeyedLines {
    fileprivate func number(_ key: String) -> UInt64? { self[key].flatMap { UInt64($0) } }
}

extension HostFiles {
    fileprivate func bytes(_ path: String) -> ByteCount? {
        word(path).flatMap { UInt64($0) }.map { .bytes($0) }
    }
}
