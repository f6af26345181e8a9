internal import Quantities

/// What all counters of some ways stood at, at one moment.
struct HopCounts {
    let sample: Sample
    /// Those of the kernel, by name.
    private(set) var devices: [RequestPath.Counter.Origin: [String: HopCount]] = [:]

    init(_ counters: [RequestPath.Counter], files: HostFiles, _ sample: Sample) {
        self.sample = sample
        let time = files.isLive ? HostMeter.now : sample.time
        for counter in counters {
            let count: HopCount? =
                switch counter.origin {
                case .blockDevice: HopCount(block: counter.name, files, at: time)
                case .networkDevice: HopCount(network: counter.name, files, at: time)
                case .guestDisk, .guestInterface, .thread: nil
                }
            devices[counter.origin, default: [:]][counter.name] = count
        }
    }

    /// What one counter of a guest, or of the host, stood at.
    func of(_ counter: RequestPath.Counter, _ guest: String) -> HopCount? {
        let counters = sample.guests.first { $0.name == guest }
        switch counter.origin {
        case .guestDisk:
            return counters?.disks.first { $0.name == counter.name }.map { HopCount($0, at: sample.statisticsTime) }
        case .guestInterface:
            return counters?.interfaces.first { $0.name == counter.name }
                .map { HopCount($0, at: sample.statisticsTime) }
        case .blockDevice, .networkDevice: return devices[counter.origin]?[counter.name]
        case .thread: return nil
        }
    }
}

/// What one counter stood at.
struct HopCount {
    var time: Double
    var requests: UInt64
    var bytesDown: UInt64
    var bytesUp: UInt64
    /// Seconds that requests took, added up; `nil` where nobody stops the time.
    var seconds: Double?

    init(_ disk: DiskCounters, at time: Double) {
        self.time = time
        requests = disk.reads &+ disk.writes &+ disk.flushes
        bytesDown = disk.bytesWritten.bytes
        bytesUp = disk.bytesRead.bytes
        seconds = disk.requestSeconds
    }

    init(_ adapter: InterfaceCounters, at time: Double) {
        self.time = time
        requests = adapter.packets
        bytesDown = adapter.bytesSent.bytes
        bytesUp = adapter.bytesReceived.bytes
    }

    /// Reads `/sys/class/block/NAME/stat`, which counts in sectors of 512 bytes.
    init?(block name: String, _ files: HostFiles, at time: Double) {
        let numbers = files.word("/sys/class/block/\(name)/stat")?.words.map { UInt64($0) ?? 0 } ?? []
        guard numbers.count >= 8 else { return nil }
        self.time = time
        requests = numbers[0] &+ numbers[4]
        bytesUp = numbers[2] &* 512
        bytesDown = numbers[6] &* 512
        seconds = Double(numbers[3] &+ numbers[7]) / 1000
    }

    /// Reads `/sys/class/net/NAME/statistics`: what the host received of a tap, the guest has sent.
    init?(network name: String, _ files: HostFiles, at time: Double) {
        let folder = "/sys/class/net/\(name)"
        func count(_ key: String) -> UInt64? { files.word("\(folder)/statistics/\(key)").flatMap { UInt64($0) } }
        guard let inward = count("rx_bytes"), let outward = count("tx_bytes") else { return nil }
        // The host's end of a cable, or its bridge, receives what comes from guests; an adapter sends that.
        let facesGuests = !files.exists(folder + "/device")
        self.time = time
        bytesDown = facesGuests ? inward : outward
        bytesUp = facesGuests ? outward : inward
        requests = (count("rx_packets") ?? 0) &+ (count("tx_packets") ?? 0)
    }
}

extension HopMeasurement {
    /// What came between two counts, per second.
    init?(from first: HopCount?, to last: HopCount?) {
        guard let first, let last, last.time > first.time else { return nil }
        let seconds = last.time - first.time
        let count = Growth.of(first.requests, last.requests)
        self.init(
            requests: count / seconds, bytesDown: Growth.of(first.bytesDown, last.bytesDown) / seconds,
            bytesUp: Growth.of(first.bytesUp, last.bytesUp) / seconds)
        if let begin = first.seconds, let end = last.seconds, count > 0 { latency = Growth.of(begin, end) / count }
    }
}
