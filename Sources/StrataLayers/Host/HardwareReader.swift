internal import Quantities

/// Reads the hardware layer.
struct HardwareReader {
    let files: HostFiles
    let processors: Parsed
    let memory: Parsed

    func read() -> HardwareLayer {
        var layer = HardwareLayer()
        readProduct(into: &layer)
        ProcessorReader(files: files, entry: processors).read(into: &layer)
        readMemory(into: &layer)
        readNodes(into: &layer)
        BlockDeviceReader(files: files).read(into: &layer)
        NetworkAdapterReader(files: files).read(into: &layer)
        return layer
    }

    private func readProduct(into layer: inout HardwareLayer) {
        let folder = "/sys/class/dmi/id"
        let parts = [files.word(folder + "/sys_vendor"), files.word(folder + "/product_name")].compactMap { $0 }
        layer.product = parts.isEmpty ? files.word("/proc/device-tree/model") : parts.joined(separator: " ")
        guard layer.product == nil else { return }
        layer.unavailable["product"] = "neither DMI (\(folder)) nor a device tree tells"
    }

    private func readMemory(into layer: inout HardwareLayer) {
        layer.memory = memory.value?.kibibytes("MemTotal")
        guard layer.memory == nil else { return }
        layer.unavailable["memory"] = memory.reason ?? "/proc/meminfo has no MemTotal"
    }

    private func readNodes(into layer: inout HardwareLayer) {
        let folder = "/sys/devices/system/node"
        guard let list = files.word(folder + "/online").flatMap({ NumberList($0) }) else {
            layer.unavailable["numaNodes"] = "there is no \(folder)/online: a kernel without NUMA"
            return
        }
        layer.numaNodes = list.numbers.map { id in
            let node = "\(folder)/node\(id)"
            // The keys have the node before them: "Node 0 MemTotal:  1234 kB".
            let lines = (try? files.text(node + "/meminfo", limit: 8192)).map { KeyedLines($0) }
            return NUMANode(
                id: id, processors: files.word(node + "/cpulist"), memory: lines?.kibibytes("Node \(id) MemTotal"))
        }
    }
}

extension KeyedLines {
    /// The amount behind `key`, which the kernel writes in KiB and calls `kB`.
    func kibibytes(_ key: String) -> ByteCount? {
        guard let word = self[key]?.words.first, let count = UInt64(word) else { return nil }
        return .kibibytes(count)
    }
}
