internal import Glibc
internal import Quantities

/// Reads what the kernel counts of the whole host.
struct HostCountersReader {
    let files: HostFiles
    /// The disks of the machine, as opposed to those made of software.
    private let disks: Set<String>
    private let pageSize: UInt64

    init(files: HostFiles) {
        self.files = files
        var layer = HardwareLayer()
        BlockDeviceReader(files: files).read(into: &layer)
        disks = Set(layer.blockDevices.map(\.name))
        pageSize = files.isLive ? UInt64(max(sysconf(Int32(_SC_PAGESIZE)), 4096)) : 4096
    }

    /// Reads everything but the daemons.
    ///
    /// - Throws: Why there is nothing: `/proc/stat` cannot be read.
    func read() throws(HostFiles.Unreadable) -> HostCounters {
        // A processor has a line of its own, and with hundreds of them the interrupts' line is longer than all those.
        let text = try files.text("/proc/stat", limit: 1 << 18)
        guard let (processors, cpu) = ProcessorTime.read(text) else {
            throw HostFiles.Unreadable(path: "/proc/stat", code: EBADMSG)
        }
        var counters = HostCounters(processors: processors, cpu: cpu)
        do {
            counters.memory = MemoryCounters(KeyedLines(try files.text("/proc/meminfo", limit: 8192)))
            if counters.memory == nil { counters.unavailable["memory"] = "/proc/meminfo has no MemAvailable" }
        } catch {
            counters.unavailable["memory"] = error.reason
        }
        do {
            let lines = try files.text("/proc/diskstats", limit: 1 << 18).split(separator: "\n")
            counters.disks = lines.compactMap { DeviceCounters(String($0)) }.filter { disks.contains($0.name) }
        } catch {
            counters.unavailable["disks"] = error.reason
        }
        return counters
    }

    /// Reads the VMM's own programs; those that went meanwhile are left out.
    func daemons(_ known: [Int: String]) -> [DaemonCounters] {
        known.sorted { $0.key < $1.key }.compactMap { id, name in
            guard let line = try? files.text("/proc/\(id)/stat"), let status = ProcessStatus(line),
                status.name == name
            else { return nil }
            return DaemonCounters(
                name: name, processID: id, began: status.began, cpuSeconds: status.time.total, memory: memory(of: id))
        }
    }

    /// What a process holds that is no file's: `/proc/N/statm` has all pages, those that are there, and those of files.
    private func memory(of id: Int) -> ByteCount {
        let pages = files.word("/proc/\(id)/statm")?.words.prefix(3).compactMap { UInt64($0) } ?? []
        guard pages.count == 3, pages[1] > pages[2] else { return .zero }
        return .bytes((pages[1] - pages[2]) &* pageSize)
    }
}

extension ProcessorTime {
    /// Reads the first line of `/proc/stat`, and counts those of the single processors.
    ///
    /// `cpu  user nice system idle iowait irq softirq steal guest guest_nice`, of which user and nice hold the last two.
    static func read(_ text: String) -> (processors: Int, time: ProcessorTime)? {
        let lines = text.split(separator: "\n").prefix { $0.hasPrefix("cpu") }
        guard let all = lines.first?.words, all.first == "cpu" else { return nil }
        let seconds = all.dropFirst().compactMap { UInt64($0) }.map { Double($0) / ProcessStatus.ticksPerSecond }
        guard seconds.count >= 4, lines.count > 1 else { return nil }
        func part(_ index: Int) -> Double { seconds.indices.contains(index) ? seconds[index] : 0 }
        var time = ProcessorTime()
        time.user = part(0) + part(1)
        time.system = part(2)
        time.idle = part(3) + part(4)
        time.interrupts = part(5) + part(6)
        time.stolen = part(7)
        return (lines.count - 1, time)
    }
}

extension MemoryCounters {
    init?(_ lines: KeyedLines) {
        guard let total = lines.kibibytes("MemTotal"), let free = lines.kibibytes("MemFree"),
            let available = lines.kibibytes("MemAvailable")
        else { return nil }
        func amount(_ key: String) -> UInt64 { lines.kibibytes(key)?.kibibytes ?? 0 }
        let cached = amount("Cached") + amount("Buffers") + amount("SReclaimable")
        let hugePages = lines["HugePages_Free"].flatMap { UInt64($0) } ?? 0
        self.init(
            total: total, free: free, available: available,
            // Memory that programs share is counted as cached, and can not be dropped.
            pageCache: .kibibytes(cached - min(cached, amount("Shmem"))),
            reservedHugePages: .kibibytes(hugePages &* amount("Hugepagesize")),
            swapUsed: .kibibytes(amount("SwapTotal") - min(amount("SwapTotal"), amount("SwapFree"))))
    }
}

extension DeviceCounters {
    /// Reads a line of `/proc/diskstats`, in which a sector has 512 bytes whatever the disk's own are.
    init?(_ line: String) {
        let words = line.words
        guard words.count >= 14 else { return nil }
        let numbers = words.dropFirst(3).map { UInt64($0) ?? 0 }
        self.init(
            name: words[2], reads: numbers[0], writes: numbers[4], bytes: .bytes((numbers[2] &+ numbers[6]) &* 512),
            requestSeconds: Double(numbers[3] &+ numbers[7]) / 1000, busySeconds: Double(numbers[9]) / 1000)
    }
}
