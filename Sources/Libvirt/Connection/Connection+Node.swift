internal import CLibvirt
internal import Glibc
public import Quantities

extension ConnectionReference {
    /// The host's processors and memory, in short.
    ///
    /// libvirt: [`virNodeGetInfo`](https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetInfo)
    public func nodeInfo() async throws -> NodeInfo {
        try await handle.call { connection in
            var info = virNodeInfo()
            try check(virNodeGetInfo(connection, &info), "virNodeGetInfo")
            return NodeInfo(
                model: String(characters: info.model), memory: .kibibytes(UInt64(info.memory)),
                processors: Int(info.cpus), megahertz: info.mhz == 0 ? nil : Int(info.mhz), cells: Int(info.nodes),
                socketsPerCell: Int(info.sockets), coresPerSocket: Int(info.cores), threadsPerCore: Int(info.threads))
        }
    }

    /// Which of the host's processors are switched on.
    ///
    /// libvirt: [`virNodeGetCPUMap`](https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetCPUMap)
    public func nodeCPUs() async throws -> NodeCPUs {
        try await handle.call { connection in
            var map: UnsafeMutablePointer<UInt8>?
            var online: UInt32 = 0
            defer { free(map) }
            let count = try check(virNodeGetCPUMap(connection, &map, &online, 0), "virNodeGetCPUMap")
            let bytes = UnsafeBufferPointer(start: map, count: map == nil ? 0 : Int(shim_cpu_map_length(count)))
            return NodeCPUs(count: Int(count), online: CPUMap(bytes: bytes))
        }
    }

    /// The host's free memory.
    ///
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver cannot tell.
    ///
    /// libvirt: [`virNodeGetFreeMemory`](https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetFreeMemory)
    public func freeMemory() async throws -> ByteCount {
        try await handle.call { connection in
            let bytes = virNodeGetFreeMemory(connection)
            guard bytes > 0 else { throw LibvirtError.last(call: "virNodeGetFreeMemory") { nil } }
            return .bytes(bytes)
        }
    }

    /// The free memory of some of the host's NUMA cells.
    ///
    /// - Parameters:
    ///   - cell: The first cell.
    ///   - count: How many at most; cells beyond the last one are left out.
    /// - Returns: One amount per cell, in order.
    /// - Throws: ``LibvirtError`` with code `internalError` or `invalidArgument` when there is no such first cell.
    ///
    /// libvirt: [`virNodeGetCellsFreeMemory`](https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetCellsFreeMemory)
    public func freeMemory(fromCell cell: Int, count: Int) async throws -> [ByteCount] {
        let first = try Int32(checking: cell, "cell")
        let most = try Int32(checking: count, "count of cells")
        return try await handle.call { connection in
            var amounts = [UInt64](repeating: 0, count: Int(most))
            let filled = try check(
                virNodeGetCellsFreeMemory(connection, &amounts, first, most), "virNodeGetCellsFreeMemory")
            return amounts.prefix(Int(filled)).map(ByteCount.bytes)
        }
    }

    /// How many memory pages of each of those sizes are free.
    ///
    /// - Parameters:
    ///   - sizes: The sizes, such as 4 KiB and 2 MiB; ``capabilities`` lists those that the host has.
    ///   - cells: The NUMA cells to ask; `nil` asks for the host as a whole.
    /// - Returns: One element per cell and size.
    /// - Throws: ``LibvirtError`` with code `operationFailed` when the host has no pages of such a size,
    ///   `invalidArgument` when it has no such cell.
    ///
    /// libvirt: [`virNodeGetFreePages`](https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetFreePages)
    public func freePages(of sizes: [ByteCount], cells: ClosedRange<Int>? = nil) async throws -> [FreePages] {
        let kibibytes = try sizes.map { try UInt32(checking: $0) }
        let first = try cells.map { try Int32(checking: $0.lowerBound, "cell") } ?? -1
        let cellCount = try UInt32(Int32(checking: cells?.count ?? 1, "count of cells"))
        guard !sizes.isEmpty else { return [] }
        return try await handle.call { [kibibytes] connection in
            var kibibytes = kibibytes
            var counts = [UInt64](repeating: 0, count: sizes.count * Int(cellCount))
            let filled = try check(
                virNodeGetFreePages(
                    connection, UInt32(sizes.count), &kibibytes, first, cellCount, &counts, 0), "virNodeGetFreePages")
            return counts.prefix(Int(filled)).enumerated().map { index, count in
                FreePages(
                    cell: cells.map { $0.lowerBound + index / sizes.count }, size: sizes[index % sizes.count],
                    count: count)
            }
        }
    }
}

extension Int32 {
    /// A number for libvirt.
    ///
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for a negative one and one that is too large.
    init(checking number: Int, _ what: String) throws {
        guard number >= 0, let value = Int32(exactly: number) else {
            throw LibvirtError(code: .invalidArgument, message: "\(number) is no \(what)", hint: "count from 0")
        }
        self = value
    }
}

extension UInt32 {
    /// A page size in KiB.
    ///
    /// - Throws: ``LibvirtError`` with code `invalidArgument` where it is not a whole number of KiB.
    init(checking size: ByteCount) throws {
        guard size.bytes > 0, size.bytes % 1024 == 0, let value = UInt32(exactly: size.kibibytes) else {
            throw LibvirtError(
                code: .invalidArgument, message: "no host has memory pages of \(size)",
                hint: "name a size that the host's capabilities list, such as 4 KiB or 2 MiB")
        }
        self = value
    }
}
