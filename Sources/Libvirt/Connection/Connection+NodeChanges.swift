internal import CLibvirt
public import Quantities

extension ConnectionReference where Mode == ReadWrite {
    /// Changes how many huge pages the host keeps in reserve, for guests that want their memory in such pages.
    ///
    /// The kernel may find fewer free pages than asked for; ``ConnectionReference/freePages(of:cells:)`` tells.
    /// - Parameters:
    ///   - pages: How many pages of each size to add; with ``NodeAllocatePagesOptions/set``, how many to have.
    ///   - cells: On which NUMA cells, that many on each; `nil` lets the kernel spread them.
    ///   - options: Whether to add or to set.
    /// - Returns: How many cells were changed.
    /// - Throws: ``LibvirtError`` with code `operationFailed` when the host has no pages of such a size or not enough
    ///   memory in one piece, `invalidArgument` when it has no such cell.
    ///
    /// libvirt: [`virNodeAllocPages`](https://libvirt.org/html/libvirt-libvirt-host.html#virNodeAllocPages)
    @discardableResult
    public func allocatePages(
        _ pages: [ByteCount: UInt64], cells: ClosedRange<Int>? = nil, _ options: NodeAllocatePagesOptions = []
    ) async throws -> Int {
        let sizes = try pages.keys.map { try UInt32(checking: $0) }
        let counts = Array(pages.values)
        let first = try cells.map { try Int32(checking: $0.lowerBound, "cell") } ?? -1
        let cellCount = try UInt32(Int32(checking: cells?.count ?? 1, "count of cells"))
        guard !sizes.isEmpty else { return 0 }
        let changed = try await handle.status("virNodeAllocPages", lane: .long) { connection in
            var (sizes, counts) = (sizes, counts)
            return virNodeAllocPages(
                connection, UInt32(sizes.count), &sizes, &counts, first, cellCount, options.rawValue)
        }
        return Int(changed)
    }

    /// Sends the host itself to sleep and has its clock wake it.
    ///
    /// The call returns before the host sleeps.
    /// - Parameters:
    ///   - target: Where its state goes.
    ///   - duration: How long; libvirt refuses less than a minute.
    /// - Throws: ``LibvirtError`` with code `argumentUnsupported` or `operationUnsupported` where the host cannot,
    ///   `invalidArgument` for too short a time, `operationInvalid` while it goes to sleep already.
    ///
    /// libvirt: [`virNodeSuspendForDuration`](https://libvirt.org/html/libvirt-libvirt-host.html#virNodeSuspendForDuration)
    public func suspendHost(to target: NodeSuspendTarget, for duration: Duration) async throws {
        guard let seconds = UInt64(exactly: duration.components.seconds) else {
            throw LibvirtError(code: .invalidArgument, message: "the host cannot sleep for \(duration)")
        }
        try await handle.status("virNodeSuspendForDuration") {
            virNodeSuspendForDuration($0, UInt32(bitPattern: target.rawValue), seconds, 0)
        }
    }
}
