extension HardwareLayer {
    /// The hardware's box.
    func rows(glyphs: Glyphs) -> [FactRow] {
        var rows: [FactRow] = []
        if let product { rows.append(FactRow("machine", product)) }
        rows.append(FactRow("processor", processorFacts(glyphs: glyphs)))
        if let memory {
            let nodes = numaNodes.isEmpty ? "" : " in \(numaNodes.count) NUMA node\(numaNodes.count == 1 ? "" : "s")"
            rows.append(FactRow("memory", "\(memory)\(nodes)"))
        } else {
            rows.append(FactRow("memory", absent: unavailable["memory"] ?? "not read"))
        }
        rows.append(list("disks", blockDevices.map(\.summary), reason: unavailable["blockDevices"]))
        rows.append(list("adapters", networkAdapters.map(\.summary), reason: unavailable["networkAdapters"]))
        return rows
    }

    private func processorFacts(glyphs: Glyphs) -> [StyledLine] {
        var facts: [StyledLine] = []
        if let model = processor.model ?? processor.vendor {
            facts.append(StyledLine(model))
        } else {
            facts.append(StyledLine("n/a: \(unavailable["processor.model"] ?? "not read")", .absent))
        }
        if let text = processor.topology(times: glyphs.times) { facts.append(StyledLine(text)) }
        switch processor.virtualization {
        case nil: facts.append(StyledLine("no virtualization flag shown", .absent))
        case .some(.none): facts.append(StyledLine(processor.missingFlags, .caution))
        case .some(let flag): facts.append(StyledLine("\(flag.rawValue)", .good))
        }
        return facts
    }

    /// A row of named things, the first ones of many.
    private func list(_ label: String, _ names: [String], reason: String?) -> FactRow {
        if let reason { return FactRow(label, absent: reason) }
        guard !names.isEmpty else { return FactRow(label, [StyledLine("none", .absent)]) }
        return FactRow(label, names.shortened(to: 8).map { StyledLine($0) })
    }
}

extension [String] {
    /// The first `limit` names, and how many more there are.
    func shortened(to limit: Int) -> [String] {
        count <= limit ? self : prefix(limit - 1) + ["and \(count - limit + 1) more"]
    }
}

extension Processor {
    /// Such as `2 sockets × 8 cores × 2 threads`; the plain numbers where they do not divide evenly (mixed cores).
    fileprivate func topology(times: String) -> String? {
        guard let threads else { return nil }
        let count = "\(threads) logical processor\(threads == 1 ? "" : "s")"
        guard let sockets, let cores, sockets > 0, cores > 0 else { return count }
        guard cores % sockets == 0, threads % cores == 0 else { return "\(count) of \(cores) cores" }
        let parts = [(sockets, "socket"), (cores / sockets, "core"), (threads / cores, "thread")]
        return parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " \(times) ")
    }
}

extension BlockDevice {
    fileprivate var summary: String {
        [name, size.map { "\($0)" } ?? "no medium", model].compactMap { $0 }.joined(separator: " ")
    }
}

extension NetworkAdapter {
    fileprivate var summary: String {
        let speed = megabitsPerSecond.map { rate in
            rate >= 1000 && rate % 1000 == 0 ? "\(rate / 1000) Gbit/s" : "\(rate) Mbit/s"
        }
        return [name, driver, speed].compactMap { $0 }.joined(separator: " ")
    }
}
