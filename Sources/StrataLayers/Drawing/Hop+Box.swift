internal import Quantities

extension RequestPath.Hop {
    /// The hop's box: what it is, what it costs either way, and what was counted.
    func box(width: Int, glyphs: Glyphs) -> Box {
        var title = StyledLine(runner.inWords, Tone(runner: runner))
        title.append("  \(kind.inWords) ", .label)
        title.append(name, .title)
        var rows: [FactRow] = []
        if !details.isEmpty { rows.append(FactRow("is", details.map { StyledLine($0) })) }
        rows += ["name", "chain", "vhost", "request"].compactMap { key in
            unavailable[key].map { FactRow(key, absent: $0) }
        }
        rows += [("request", request), ("answer", answer)].compactMap { label, costs in
            costs.isEmpty ? nil : FactRow(label, costs.map(\.line))
        }
        rows.append(measuredRow)
        if let reason = unavailable["measured.exits"] { rows.append(FactRow("exits", absent: reason)) }
        return Box(title: title, rows: rows.flatMap { $0.lines(width: width, glyphs: glyphs) })
    }

    private var measuredRow: FactRow {
        guard let measured else { return FactRow("measured", absent: unavailable["measured"] ?? "not measured") }
        return FactRow("measured", measured.facts(unit: counter?.unit ?? "requests").map { StyledLine($0) })
    }
}

extension RequestPath.Counter {
    fileprivate var unit: String {
        origin == .guestInterface || origin == .networkDevice ? "packets" : "requests"
    }
}

extension RequestPath.Cost {
    fileprivate var line: StyledLine {
        var line = StyledLine(kind == .copy ? "copies" : "switches", .caution)
        line.append(": \(reason)")
        return line
    }
}

extension HopMeasurement {
    fileprivate func facts(unit: String) -> [String] {
        [
            requests.map { "\(CompactNumber.tenths($0)) \(unit)/s" },
            latency.map { "\(CompactNumber.hundredths($0 * 1000)) ms each" },
            bytesDown.map { "\(ByteCount(bytes: UInt64(max($0, 0))))/s down" },
            bytesUp.map { "\(ByteCount(bytes: UInt64(max($0, 0))))/s up" },
            processor.map { "\(CompactNumber.tenths($0 * 100)) % of a processor" },
            exits.map { "\(CompactNumber.tenths($0)) exits/s" },
        ].compactMap { $0 }
    }
}

extension RequestPath.Runner {
    var inWords: String {
        switch self {
        case .guest: "guest"
        case .vmm: "VMM"
        case .hostKernel: "host kernel"
        case .hardware: "hardware"
        case .elsewhere: "elsewhere"
        }
    }
}

extension Tone {
    fileprivate init(runner: RequestPath.Runner) {
        switch runner {
        case .guest: self = .good
        case .vmm: self = .caution
        case .hostKernel: self = .passthrough
        case .hardware, .elsewhere: self = .label
        }
    }
}

extension RequestPath.Hop.Kind {
    fileprivate var inWords: String {
        switch self {
        case .guestDriver, .hostDriver: "driver"
        case .virtualDevice: "virtual device"
        case .remoteStorage: "storage"
        case .userNetwork: "network"
        case .blockLayer: "block device"
        case .hardware: "device"
        case .thread, .image, .filesystem, .tap, .filter, .bridge, .route: rawValue
        }
    }
}
