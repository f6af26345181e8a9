internal import LibvirtXML
internal import Quantities

extension AdviceRule {
    /// A disk that waits for the host's disk at each write, although the guest says itself when it has to.
    static let slowCache = AdviceRule("slow-cache") { guest, _ in
        guest.disks.compactMap { disk in
            guard let mode = disk.node.value("driver/@cache"), ["writethrough", "directsync"].contains(mode) else {
                return nil
            }
            // One that was measured and wrote nothing waited for nothing.
            guard disk.usage.map({ $0.bytesWritten > 0 }) ?? true else { return nil }
            let written = disk.usage.map { "\(ByteCount(bytes: UInt64($0.bytesWritten))) written a second" }
            return Suggestion(
                "slow-cache", "each write to disk \(disk.target) waits for the host's disk (cache '\(mode)')",
                evidence: ["<driver cache='\(mode)'>", disk.words, written].compactMap(\.self),
                gain: "only the guest's flushes wait, which its file systems and databases send where they must",
                risk: "programs in the guest that never flush lose in a power cut what they wrote last",
                changes: [.diskDriver(target: disk.target, option: "cache", value: "none")])
        }
    }
}
