extension UsagePicture {
    /// What the host's processors and its memory do; nothing where the host is elsewhere.
    func hostLines(_ usage: Usage) -> [StyledLine] {
        guard let host = usage.host else {
            return [StyledLine("host n/a: \(usage.unavailable["host"] ?? "not read")", .absent)]
        }
        let cpu = host.cpu.parts.map { ($0.kind.short, CompactNumber.tenths($0.share * 100) + "%") }
        var lines = summary("\(host.processors) CPU\(host.processors == 1 ? "" : "s")", cpu)
        if let memory = host.memory {
            let parts = memory.parts.compactMap { part in
                part.kind.short.map { ($0, CompactNumber.bytes(part.amount)) }
            }
            lines += summary(CompactNumber.bytes(memory.total), parts)
        }
        return lines
    }

    /// A low screen has no second line for what is left of one.
    private func summary(_ title: String, _ parts: [(String, String)]) -> [StyledLine] {
        var lines = [StyledLine(title, .title)]
        lines[0].pad(to: 7)
        for (name, value) in parts {
            let isFull = lines[lines.count - 1].width + name.count + value.count + 2 > width
            if isFull, lines.count == 1, (height ?? .max) >= 12 {
                lines.append(StyledLine())
                lines[1].pad(to: 7)
            }
            lines[lines.count - 1].append(" \(name) ", .label)
            lines[lines.count - 1].append(value)
        }
        return lines
    }
}

extension CPUPart {
    fileprivate var short: String {
        switch self {
        case .guestCode: "code"
        case .vmm: "VMM"
        case .kernelForGuests: "kernel"
        case .undividedGuests: "guests"
        case .daemons: "daemons"
        case .interrupts: "interrupts"
        case .otherWork: "other"
        case .stolen: "stolen"
        case .idle: "idle"
        }
    }
}

extension MemoryPart {
    /// `nil` for what a live view does not read.
    fileprivate var short: String? {
        switch self {
        case .guestMemory, .vmm, .pageTables: nil
        case .undividedGuests: "guests with VMM"
        case .daemons: "daemons"
        case .reservedHugePages: "huge pages in reserve"
        case .pageCache: "cache"
        case .other: "other"
        case .free: "free"
        }
    }
}
