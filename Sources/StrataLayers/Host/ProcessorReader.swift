/// Reads the processors from the first entry of `/proc/cpuinfo` and the topology in `/sys`.
struct ProcessorReader {
    let files: HostFiles
    let entry: Parsed

    private let folder = "/sys/devices/system/cpu"

    init(files: HostFiles, entry: Parsed) {
        self.files = files
        self.entry = entry
    }

    func read(into layer: inout HardwareLayer) {
        readName(into: &layer)
        readVirtualization(into: &layer)
        readTopology(into: &layer)
    }

    private func readName(into layer: inout HardwareLayer) {
        let lines = entry.value
        let arm = lines.flatMap { ARMProcessor($0) }
        layer.processor.vendor = lines?["vendor_id"] ?? arm?.vendor
        layer.processor.model = lines?["model name"] ?? arm?.model ?? lines?["cpu model"] ?? lines?["cpu"]
        if layer.processor.vendor == nil {
            layer.unavailable["processor.vendor"] = entry.reason ?? "/proc/cpuinfo names no vendor"
        }
        if layer.processor.model == nil {
            layer.unavailable["processor.model"] = entry.reason ?? "/proc/cpuinfo names no model"
        }
    }

    private func readVirtualization(into layer: inout HardwareLayer) {
        let flags = entry.value.flatMap { ($0["flags"] ?? $0["features"])?.words }
        layer.processor.instructionSets = Processor.knownInstructionSets.filter { flags?.contains($0) == true }
        if let flags, let found = ["vmx", "svm", "sie"].first(where: flags.contains) {
            layer.processor.virtualization = Processor.Virtualization(rawValue: found)
        } else if flags != nil {
            layer.processor.virtualization = Processor.Virtualization.none
        } else {
            layer.unavailable["processor.virtualization"] =
                entry.reason ?? "this architecture shows no flag for it; /dev/kvm tells"
        }
    }

    private func readTopology(into layer: inout HardwareLayer) {
        guard let online = files.word(folder + "/online").flatMap({ NumberList($0) })?.numbers else {
            let reason = "there is no \(folder)/online"
            for key in ["sockets", "cores", "threads"] { layer.unavailable["processor.\(key)"] = reason }
            return
        }
        layer.processor.threads = online.count
        layer.processor.sockets = groups(of: online, by: ["package_cpus_list", "core_siblings_list"])
        layer.processor.cores = groups(of: online, by: ["core_cpus_list", "thread_siblings_list"])
        for (key, value) in [("sockets", layer.processor.sockets), ("cores", layer.processor.cores)] where value == nil
        {
            layer.unavailable["processor.\(key)"] = "\(folder)/cpu\(online[0])/topology does not tell"
        }
    }

    /// In how many groups the processors fall; one file is read per group, not per processor.
    private func groups(of online: [Int], by names: [String]) -> Int? {
        var seen: Set<Int> = []
        var count = 0
        for id in online where !seen.contains(id) {
            let members = names.lazy.compactMap { files.word("\(folder)/cpu\(id)/topology/\($0)") }.first
            guard let members = members.flatMap({ NumberList($0) })?.numbers, members.contains(id) else { return nil }
            seen.formUnion(members)
            count += 1
        }
        return count
    }
}
