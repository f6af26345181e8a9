/// One line of the kernel about a process or a thread: `/proc/N/stat`.
struct ProcessStatus: Equatable {
    /// The kernel counts in hundredths of a second here, whatever its own clock does.
    static let ticksPerSecond = 100.0

    let name: String
    let parent: Int
    let time: ThreadTime
    let threads: Int
    /// Seconds from the kernel's own start.
    let began: Double

    /// Reads the line; `nil` when it is no such line.
    ///
    /// The name stands in brackets and may hold anything, brackets and blanks included: it ends at the last one.
    init?(_ line: String) {
        guard let begin = line.utf8.firstIndex(of: UInt8(ascii: "(")),
            let end = line.utf8.lastIndex(of: UInt8(ascii: ")")), begin < end
        else { return nil }
        // The numbers that proc(5) gives count from 1, and the first two are before the bracket's end.
        let fields = line.utf8[line.utf8.index(after: end)...].split(separator: UInt8(ascii: " "))
        func number(_ field: Int) -> UInt64? {
            fields.indices.contains(field - 3) ? UInt64(Substring(fields[field - 3])) : nil
        }
        guard let parent = number(4), let user = number(14), let system = number(15), let threads = number(20),
            let began = number(22)
        else { return nil }
        name = String(line[line.utf8.index(after: begin)..<end])
        self.parent = Int(clamping: parent)
        time = ThreadTime(
            user: Double(user) / Self.ticksPerSecond, system: Double(system) / Self.ticksPerSecond,
            guest: Double(number(43) ?? 0) / Self.ticksPerSecond)
        self.threads = Int(clamping: threads)
        self.began = Double(began) / Self.ticksPerSecond
    }
}

/// How long a thread had a processor and how long it was ready and had none: `/proc/N/schedstat`, in nanoseconds.
struct SchedulingStatus: Equatable {
    let running: Double
    let waiting: Double

    init?(_ line: String) {
        let numbers = line.words.prefix(2).compactMap { UInt64($0) }
        guard numbers.count == 2 else { return nil }
        running = Double(numbers[0]) / 1e9
        waiting = Double(numbers[1]) / 1e9
    }
}
