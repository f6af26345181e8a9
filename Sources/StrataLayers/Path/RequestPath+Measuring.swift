public import Libvirt

extension RequestPath {
    /// Counts at the hops of the ways for some time.
    ///
    /// Ways of a guest that does not run come back as they are.
    public static func measure(
        _ paths: [RequestPath], _ connection: ReadOnlyConnection, over interval: Duration
    ) async throws -> [RequestPath] {
        guard paths.contains(where: \.isActive) else { return paths }
        let files = HostFiles(root: "/")
        let counters = paths.flatMap(\.hops).compactMap(\.counter)
        var meter = Meter(connection)
        let first = HopCounts(counters, files: files, try await meter.sample())
        try await Task.sleep(for: interval)
        let last = HopCounts(counters, files: files, try await meter.sample())
        return paths.map { $0.measured(from: first, to: last) }
    }

    /// The way with what came between two counts.
    func measured(from first: HopCounts, to last: HopCounts) -> RequestPath {
        guard isActive else { return self }
        let usage = Usage(from: first.sample, to: last.sample).guests.first { $0.name == guest }
        var result = self
        result.seconds = max(last.sample.time - first.sample.time, 0)
        for index in hops.indices {
            guard let counter = hops[index].counter else { continue }
            var found: HopMeasurement?
            if counter.origin == .thread {
                found = usage?.cpu?.threads?[counter.name].map { HopMeasurement(processor: $0) }
            } else {
                found = HopMeasurement(from: first.of(counter, guest), to: last.of(counter, guest))
            }
            if hops[index].kind == .virtualDevice { found?.exits = usage?.cpu?.exits }
            result.hops[index].measured = found
            if found == nil { result.hops[index].unavailable["measured"] = reason(counter, usage) }
            if hops[index].kind == .virtualDevice, found?.exits == nil {
                result.hops[index].unavailable["measured.exits"] =
                    guestStyle == .emulation ? "only KVM counts them; the code is translated" : "KVM does not tell here"
            }
        }
        return result
    }

    private func reason(_ counter: Counter, _ usage: GuestUsage?) -> String {
        switch counter.origin {
        case .guestDisk, .guestInterface, .thread:
            guard let usage else { return "the guest ended meanwhile" }
            let keys = counter.origin == .thread ? ["process", "cpu"] : ["disks", "cpu"]
            return keys.lazy.compactMap { usage.unavailable[$0] }.first ?? "libvirt counts nothing of that name"
        case .blockDevice, .networkDevice: return "the kernel counts nothing of that name"
        }
    }
}

extension GuestCPU.ThreadShares {
    fileprivate subscript(role: String) -> Double? {
        ["ioThread": ioThread, "vhost": vhost, "emulator": emulator, "vcpu": vcpu][role]
    }
}
