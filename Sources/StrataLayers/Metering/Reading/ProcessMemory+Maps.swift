internal import Quantities

extension ProcessMemory {
    /// Reads a process's memory maps (`/proc/N/smaps`).
    ///
    /// The guest's memory are the maps that have exactly the size that the hypervisor was told. What has no name of a
    /// file is the hypervisor's own; of what has one, the pages that it wrote to.
    init(maps text: String, guestSizes: Set<UInt64>) {
        self.init()
        var map = MemoryMap(size: 0, isFile: false)
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            guard let first = line.first else { continue }
            if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) {
                map.take(Substring(line))
            } else {
                add(map, isGuest: guestSizes.contains(map.size))
                map = MemoryMap(heading: Substring(line))
            }
        }
        add(map, isGuest: guestSizes.contains(map.size))
    }

    private mutating func add(_ map: MemoryMap, isGuest: Bool) {
        if isGuest {
            guest.add(map.proportional)
        } else if map.isFile {
            own.add(map.anonymous)
            files.add(map.proportional > map.anonymous ? map.proportional - map.anonymous : 0)
        } else {
            own.add(map.proportional)
        }
        swapped.add(map.swapped)
        merged.add(map.merged)
        inHugePages.add(map.inHugePages)
    }
}

extension ByteCount {
    fileprivate mutating func add(_ kibibytes: UInt64) {
        self = .kibibytes(self.kibibytes + kibibytes)
    }
}

/// One map of a process's memory, in KiB but for its size.
private struct MemoryMap {
    var size: UInt64
    var isFile: Bool
    var proportional: UInt64 = 0
    var anonymous: UInt64 = 0
    var swapped: UInt64 = 0
    var merged: UInt64 = 0
    var inHugePages: UInt64 = 0

    init(size: UInt64, isFile: Bool) {
        self.size = size
        self.isFile = isFile
    }

    /// `7f00-7f01 rw-p 00000000 fe:00 1234    /usr/bin/qemu-system-x86_64`: a file is what has an inode that is not of
    /// memory.
    init(heading line: Substring) {
        let words = line.split(separator: " ", maxSplits: 5)
        let bounds = words.first?.split(separator: "-").compactMap { UInt64($0, radix: 16) } ?? []
        let path = words.count > 5 ? words[5].drop { $0 == " " } : ""
        let isMemory = ["/memfd:", "/dev/zero", "/SYSV", "/dev/hugepages", "/dev/shm"].contains { path.hasPrefix($0) }
        self.init(
            size: bounds.count == 2 && bounds[1] > bounds[0] ? bounds[1] - bounds[0] : 0,
            isFile: path.hasPrefix("/") && !isMemory)
    }

    /// `Pss:                4124 kB`; huge pages of the reserved sort are counted apart by the kernel.
    mutating func take(_ line: Substring) {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return }
        func amount() -> UInt64 {
            let digits = line.utf8[line.utf8.index(after: colon)...].drop { $0 == UInt8(ascii: " ") }
                .prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            return UInt64(Substring(digits)) ?? 0
        }
        switch line[..<colon] {
        case "Pss": proportional += amount()
        case "Anonymous": anonymous += amount()
        case "SwapPss": swapped += amount()
        case "KSM": merged += amount()
        case "AnonHugePages", "ShmemPmdMapped": inHugePages += amount()
        case "Private_Hugetlb", "Shared_Hugetlb":
            let size = amount()
            proportional += size
            inHugePages += size
        default: break
        }
    }
}
