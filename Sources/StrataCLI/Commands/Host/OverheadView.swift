internal import Strata

/// Where the host's time and memory went, as tables.
struct OverheadView: Renderable {
    let usage: Usage
    var columns = StandardStream.output.width

    var text: String {
        [hostTables, processorTable, memoryTable, groupTable, diskTable, remarks].filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    func encode(to encoder: any Encoder) throws {
        try usage.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(usage.notes, forKey: .notes)
    }

    private enum CodingKeys: String, CodingKey { case notes }

    private var hostTables: String {
        guard let host = usage.host else { return "" }
        let count = host.processors
        let time = host.cpu.parts.map { ($0.kind.words, Figures.time($0.amount), $0.share) }
        let memory = host.memory.map { memory in
            let parts = memory.parts.map { ($0.kind.words, Figures.size($0.amount), $0.share) }
            return HostTable(heading: "MEMORY", total: Figures.size(memory.total), rows: parts).text
        }
        let tables = [
            "\(count) processor\(count == 1 ? "" : "s"), measured for \(Figures.time(usage.seconds))\n",
            HostTable(heading: "PROCESSOR TIME", total: Figures.time(host.cpu.total), rows: time).text, memory,
        ]
        return tables.compactMap(\.self).joined(separator: "\n")
    }

    private var processorTable: String {
        guests(["GUEST", "ITS CODE", "VMM", "HOST KERNEL", "TOTAL", "WAITED", "BY THREADS"], numbers: 1..<6) { guest in
            let cpu = guest.cpu
            return [
                guest.label, Figures.percent(cpu?.guest), Figures.percent(cpu?.vmm), Figures.percent(cpu?.kernel),
                Figures.percent(cpu?.total), Figures.percent(cpu?.waiting), cpu?.threads?.words ?? Figures.unknown,
            ]
        }
    }

    private var memoryTable: String {
        let headings = [
            "GUEST", "GIVEN", "RESIDENT", "USED INSIDE", "GUEST'S PAGES", "VMM BESIDE", "PAGE TABLES", "MERGED",
            "SWAPPED",
        ]
        return guests(headings, numbers: 1..<9) { guest in
            let memory = guest.memory
            let amounts = [
                memory.given, memory.resident, memory.usedInside, memory.process?.guest, memory.process?.own,
                memory.process?.pageTables, memory.process?.merged, memory.process?.swapped,
            ]
            return [guest.label] + amounts.map(Figures.size)
        }
    }

    /// Only where a guest has a control group that counts.
    private var groupTable: String {
        let grouped = usage.guests.filter { $0.group?.memory != nil || $0.group?.kernel != nil }
        guard !grouped.isEmpty else { return "" }
        let headings = [
            "CGROUP OF", "PROGRAMS", "HOST KERNEL", "INTERRUPTED", "MEMORY", "OF IT FILES", "OF IT KERNEL'S",
        ]
        let rows = grouped.map { guest in
            let group = guest.group
            return [
                guest.label, Figures.percent(group?.user), Figures.percent(group?.kernel),
                Figures.percent(group?.interrupted), Figures.size(group?.memory?.charged),
                Figures.size(group?.memory?.files), Figures.size(group?.memory?.kernel),
            ]
        }
        return TextTable(headings: headings, rows: rows, alignedRight: 1..<7).text(columns: columns)
    }

    private var diskTable: String {
        let headings = ["DISK", "REQUESTS/S", "READ", "WRITTEN", "LATENCY", "QUEUE"]
        let guests = usage.guests.flatMap { guest in
            guest.disks.map { disk in
                [
                    "\(guest.name) \(disk.name)", Figures.decimal(disk.requests), Figures.rate(disk.bytesRead),
                    Figures.rate(disk.bytesWritten), Figures.time(disk.latency), Figures.decimal(disk.queue, places: 2),
                ]
            }
        }
        let host = (usage.host?.disks ?? []).map { disk in
            [
                "host \(disk.name)", Figures.decimal(disk.requests), Figures.rate(disk.bytes) + " both ways", "",
                Figures.time(disk.latency), Figures.decimal(disk.queue, places: 2),
            ]
        }
        guard !(guests + host).isEmpty else { return "" }
        let table = TextTable(headings: headings, rows: guests + host, alignedRight: 1..<6)
        return table.text(columns: columns) + amplification
    }

    private var amplification: String {
        usage.guests.compactMap { guest in
            guest.amplification.map { ratio in
                "\(guest.name): for each byte of its disks the host's moved \(Figures.decimal(ratio, places: 2))\n"
            }
        }.joined()
    }

    var remarks: String {
        let reasons = UsageRemarks(usage).lines
        return (reasons + usage.notes.map { "note: \($0)" })
            .map { Paragraph(words: $0, indent: 2).text(columns: columns) }.joined()
    }

    private func guests(
        _ headings: [String], numbers: Range<Int>, _ cells: (GuestUsage) -> [String]
    ) -> String {
        guard !usage.guests.isEmpty else { return "" }
        let table = TextTable(headings: headings, rows: usage.guests.map(cells), alignedRight: numbers)
        return table.text(columns: columns)
    }
}

/// A whole of the host in its parts, with the sum below.
private struct HostTable {
    let heading: String
    let total: String
    let rows: [(String, String, Double)]

    var text: String {
        let cells = rows.map { [$0.0, $0.1, Figures.percent($0.2)] }
        let sum = ["sum", total, Figures.percent(rows.reduce(0) { $0 + $1.2 })]
        return TextTable(headings: [heading, "AMOUNT", "SHARE"], rows: cells + [sum], alignedRight: 1..<3).text
    }
}

extension GuestUsage {
    /// The name, with the state where that explains the figures.
    fileprivate var label: String { isBusy ? "\(name) (busy)" : state == "running" ? name : "\(name) (\(state))" }
}

extension GuestCPU.ThreadShares {
    /// `vCPU 98.1 % · emulator 1.2 %`.
    fileprivate var words: String {
        let parts = [("vCPU", vcpu), ("I/O", ioThread), ("vhost", vhost), ("emulator", emulator)]
        return parts.filter { $0.0 == "vCPU" || $0.1 > 0 }.map { "\($0.0) \(Figures.percent($0.1))" }
            .joined(separator: " · ")
    }
}
