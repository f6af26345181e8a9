internal import Libvirt

/// This host's table of whom it has spoken with on its own networks.
struct NeighbourTable: Sendable {
    /// One with whom the host has spoken.
    struct Entry: Hashable, Sendable {
        let address: String
        let mac: String
        let interface: String
    }

    let entries: [Entry]

    /// Reads the kernel's table, as /proc/net/arp shows it.
    init(_ text: some StringProtocol) {
        entries = text.split(separator: "\n").dropFirst().compactMap { line in
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            // The flag 2: somebody has answered for the address.
            guard words.count >= 6, let flags = Int(words[2].dropFirst(2), radix: 16), flags & 2 != 0 else {
                return nil
            }
            return Entry(address: String(words[0]), mac: words[3].lowercased(), interface: String(words[5]))
        }
    }

    /// The table as it is now.
    static func read() -> NeighbourTable {
        NeighbourTable(SmallFile.read("/proc/net/arp") ?? "")
    }

    /// The entries of adapters with those hardware addresses.
    func interfaces(of macs: Set<String>) -> [GuestInterface] {
        entries.filter { macs.contains($0.mac) }.map { entry in
            GuestInterface(
                name: entry.interface, hardwareAddress: entry.mac,
                addresses: [.init(type: .ipv4, address: entry.address, prefix: 32)])
        }
    }
}
