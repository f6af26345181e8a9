internal import Quantities

extension HostLayer {
    /// The host OS's box.
    func rows(glyphs: Glyphs) -> [FactRow] {
        [
            FactRow("system", systemFacts),
            nestingRow,
            usesRow,
            FactRow("memory", memoryFacts(glyphs: glyphs)),
            kvmRow,
            FactRow("bridges", bridgeFacts),
            FactRow("services", serviceFacts),
        ].compactMap { $0 }
    }

    private var systemFacts: [StyledLine] {
        var facts = [operatingSystem, kernel.map { "kernel \($0)" }, architecture].compactMap { $0 }
        if let uptime { facts.append("up \(uptime.inWords)") }
        guard !facts.isEmpty else { return [StyledLine("n/a: \(unavailable["kernel"] ?? "not read")", .absent)] }
        return facts.map { StyledLine($0) }
    }

    private var nestingRow: FactRow? {
        guard let nesting else { return nil }
        guard nesting.isGuest else { return FactRow("stands on", "hardware") }
        let name = nesting.hypervisor ?? "a hypervisor that does not name itself"
        let facts = [StyledLine(name, .caution), StyledLine("itself a guest"), StyledLine(nesting.evidence)]
        return FactRow("stands on", facts)
    }

    private var usesRow: FactRow? {
        let facts = uses.map(\.summary)
        return facts.isEmpty ? nil : FactRow("uses", facts.map { StyledLine($0) })
    }

    private func memoryFacts(glyphs: Glyphs) -> [StyledLine] {
        var facts: [StyledLine] = []
        if let pageSize { facts.append(StyledLine("pages of \(pageSize)")) }
        let reserved = hugePages.filter { $0.total > 0 }
        facts += reserved.map { StyledLine("\($0.total)\(glyphs.times)\($0.size) huge, \($0.free) free") }
        if reserved.isEmpty && !hugePages.isEmpty { facts.append(StyledLine("no huge pages reserved")) }
        if let pageMerging {
            let saved = pageMerging.savedPages
            let isIdle = !pageMerging.isRunning && saved == 0
            facts.append(StyledLine(isIdle ? "page merging off" : "page merging saves \(saved) pages"))
        }
        if let memory, memory.swapTotal == .zero { facts.append(StyledLine("no swap")) }
        if let memory, memory.swapTotal > .zero { facts.append(StyledLine("\(memory.swapTotal) swap")) }
        return facts.isEmpty ? [StyledLine("n/a: \(unavailable["memory"] ?? "not read")", .absent)] : facts
    }

    private var kvmRow: FactRow {
        switch kvm.access {
        case .openable: FactRow("/dev/kvm", "opens")
        case .refused: FactRow("/dev/kvm", [StyledLine("does not open: \(kvm.reason ?? "refused")", .caution)])
        case .absent: FactRow("/dev/kvm", [StyledLine("none", .absent)])
        }
    }

    private var bridgeFacts: [StyledLine] {
        guard !bridges.isEmpty else { return [StyledLine("none", .absent)] }
        let names = bridges.map { "\($0.name) (\($0.ports.count) port\($0.ports.count == 1 ? "" : "s"))" }
        return names.shortened(to: 6).map { StyledLine($0) }
    }

    private var serviceFacts: [StyledLine] {
        [
            fact("security", services.securityModules, key: "services.securityModules"),
            fact("directory", services.directorySources, key: "services.directorySources"),
            fact("backup", services.backupPrograms, key: "services.backupPrograms"),
        ]
    }

    private func fact(_ name: String, _ values: [String]?, key: String) -> StyledLine {
        guard let values else { return StyledLine("\(name) n/a: \(unavailable[key] ?? "not read")", .absent) }
        guard !values.isEmpty else { return StyledLine("\(name) none found", .absent) }
        return StyledLine("\(name) \(values.joined(separator: " "))")
    }
}

extension Duration {
    /// The two largest parts, such as `3 d 4 h` or `12 min`.
    var inWords: String {
        let seconds = components.seconds
        let parts = [
            (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s"),
        ]
        guard let first = parts.firstIndex(where: { $0.0 > 0 }) else { return "0 s" }
        let shown = parts[first...].prefix(first < 2 ? 2 : 1).filter { $0.0 > 0 }
        return shown.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }
}
