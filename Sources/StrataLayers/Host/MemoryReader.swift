internal import Glibc
internal import Quantities

/// Reads how the kernel keeps memory: use, swap, page sizes, huge pages, merged pages.
struct MemoryReader {
    let files: HostFiles
    let memory: Parsed

    func read(into layer: inout HostLayer) {
        if let lines = memory.value, let total = lines.kibibytes("MemTotal") {
            readUse(lines, total: total, into: &layer)
        } else {
            layer.unavailable["memory"] = memory.reason ?? "/proc/meminfo has no MemTotal"
        }
        readPageSize(into: &layer)
        layer.hugePages = hugePages()
        if layer.hugePages.isEmpty { layer.unavailable["hugePages"] = "there is no /sys/kernel/mm/hugepages" }
        layer.pageMerging = pageMerging()
        if layer.pageMerging == nil { layer.unavailable["pageMerging"] = "there is no /sys/kernel/mm/ksm" }
    }

    private func readUse(_ lines: KeyedLines, total: ByteCount, into layer: inout HostLayer) {
        guard let available = lines.kibibytes("MemAvailable") else {
            layer.unavailable["memory"] = "/proc/meminfo has no MemAvailable (kernels before 3.14)"
            return
        }
        let swapTotal = lines.kibibytes("SwapTotal") ?? .zero
        let swapFree = lines.kibibytes("SwapFree") ?? .zero
        layer.memory = HostMemory(
            total: total, available: available, swapTotal: swapTotal,
            swapUsed: ByteCount(bytes: swapTotal.bytes - min(swapTotal.bytes, swapFree.bytes)))
    }

    private func readPageSize(into layer: inout HostLayer) {
        let size = files.isLive ? sysconf(Int32(_SC_PAGESIZE)) : 0
        if size > 0 {
            layer.pageSize = .bytes(UInt64(size))
        } else {
            layer.unavailable["pageSize"] = "no file tells; only the running kernel does"
        }
    }

    private func hugePages() -> [HugePages] {
        let folder = "/sys/kernel/mm/hugepages"
        return files.names(in: folder, limit: 16).compactMap { name -> HugePages? in
            // "hugepages-2048kB"
            guard let size = UInt64(name.dropFirst("hugepages-".count).dropLast("kB".count)),
                let total = files.number("\(folder)/\(name)/nr_hugepages"),
                let free = files.number("\(folder)/\(name)/free_hugepages")
            else { return nil }
            return HugePages(size: .kibibytes(size), total: total, free: free)
        }.sorted { $0.size < $1.size }
    }

    private func pageMerging() -> PageMerging? {
        let folder = "/sys/kernel/mm/ksm"
        guard let run = files.number(folder + "/run") else { return nil }
        return PageMerging(
            isRunning: run == 1, sharedPages: files.number(folder + "/pages_shared") ?? 0,
            savedPages: files.number(folder + "/pages_sharing") ?? 0)
    }
}
