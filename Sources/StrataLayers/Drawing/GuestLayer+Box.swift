extension GuestLayer {
    /// The guest's box.
    ///
    /// At most `limit` lines tell of devices, the last of them counting the rest by style; `width` is what is between
    /// the borders.
    func box(devices limit: Int, width: Int, glyphs: Glyphs) -> Box {
        var title = StyledLine("guest ", .label)
        title.append(name, .title)
        var rows = FactRow("", stateFacts).lines(width: width, indent: 0, glyphs: glyphs)
        rows += FactRow("", kindFacts).lines(width: width, indent: 0, glyphs: glyphs)
        rows += deviceRows(limit: limit, width: width, glyphs: glyphs)
        return Box(title: title, rows: rows)
    }

    private var stateFacts: [StyledLine] {
        var facts = [StyledLine(state, Tone(state: state))]
        if let vcpus { facts.append(StyledLine("\(vcpus) vCPU\(vcpus == 1 ? "" : "s")")) }
        if let memory { facts.append(StyledLine("\(memory)")) }
        return facts
    }

    private var kindFacts: [StyledLine] {
        let boot: String? =
            switch boot {
            case .bios: "BIOS"
            case .uefi: "UEFI"
            case .directKernel: "direct boot"
            case .program, nil: nil
            }
        let style: StyledLine =
            switch style {
            case .kvm: StyledLine("KVM", .good)
            case .hardwareAssisted: StyledLine("hardware-assisted", .good)
            case .emulation: StyledLine("emulation", .caution)
            case .paravirtual: StyledLine("paravirtual", .paravirtual)
            case .container: StyledLine("container on the host's kernel", .passthrough)
            case nil: StyledLine("style n/a", .absent)
            }
        return [style] + [machine, boot, operatingSystem].compactMap { $0.map { StyledLine($0) } }
    }

    private func deviceRows(limit: Int, width: Int, glyphs: Glyphs) -> [StyledLine] {
        guard !devices.isEmpty else { return [] }
        if devices.count <= limit {
            return devices.map { $0.line(width: width, glyphs: glyphs) }
        }
        let shown = max(0, limit - 1)
        let label = shown == 0 ? "devices " : "and "
        let rest = FactRow(label, GuestLayer.countsByStyle(devices.dropFirst(shown)))
        return devices.prefix(shown).map { $0.line(width: width, glyphs: glyphs) }
            + rest.lines(width: width, indent: label.count, glyphs: glyphs)
    }

    private static func countsByStyle(_ devices: ArraySlice<VirtualDevice>) -> [StyledLine] {
        (DeviceStyle.allCases.map(Optional.some) + [nil]).compactMap { style in
            let count = devices.count { $0.style == style }
            guard count > 0 else { return nil }
            var line = StyledLine("\(count) ")
            line.append(style?.inWords ?? "of unknown style", Tone(style: style))
            return line
        }
    }
}

extension VirtualDevice {
    /// One line: kind, model, style, and what serves it if there is room for at least a bit of it.
    fileprivate func line(width: Int, glyphs: Glyphs) -> StyledLine {
        var line = StyledLine(shortKind, .label)
        line.pad(to: width < 40 ? 5 : 7)
        line.append(" ")
        if let model { line.append("\(model) ") }
        line.append(style?.inWords ?? "style n/a", Tone(style: style))
        guard let backedBy else { return line }
        let room = width - line.width - glyphs.from.displayWidth - 2
        guard room >= 6 else { return line }
        line.append(" \(glyphs.from) ", .border)
        line.append(backedBy.standing.shortenedPath(toWidth: room, mark: glyphs.more))
        return line
    }

    /// The kind in a short word.
    private var shortKind: String {
        switch kind {
        case .interface: "net"
        case .controller: "control"
        case .memballoon: "balloon"
        case .filesystem: "folder"
        case .redirdev: "usb"
        default: kind.rawValue
        }
    }
}

extension String {
    /// A path as far as it fits: its last part is what tells it from others.
    fileprivate func shortenedPath(toWidth width: Int, mark: String) -> String {
        guard displayWidth > width, hasPrefix("/"), let name = split(separator: "/").last else {
            return truncated(toWidth: width, mark: mark)
        }
        let short = "\(mark)/\(name)"
        return short.displayWidth <= width ? short : name.truncated(toWidth: width, mark: mark)
    }
}

extension DeviceStyle {
    var inWords: String { self == .sharedKernel ? "shared kernel" : rawValue }
}
