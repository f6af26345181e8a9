internal import CLibvirt

extension ConnectionReference {
    /// What the host's processors have done since the host booted.
    ///
    /// - Parameter processor: One of them; the default is all together.
    /// - Returns: The times; with all together they are the sums.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when the host has no such processor, `noSupport` where the
    ///   driver cannot tell.
    ///
    /// libvirt: [`virNodeGetCPUStats`](https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetCPUStats)
    public func nodeCPUStatistics(of processor: NodeCPUNumber = .all) async throws -> NodeCPUStatistics {
        try await handle.call { connection in
            NodeCPUStatistics(
                try namedValues(virNodeCPUStats(), "virNodeGetCPUStats") {
                    virNodeGetCPUStats(connection, processor.rawValue, $0, $1, 0)
                } read: {
                    (TypedParameterName(String(characters: $0.field)), $0.value)
                })
        }
    }

    /// How the host's memory is used now.
    ///
    /// - Parameter cell: One NUMA cell; the default is the whole host.
    /// - Returns: The amounts.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` or `internalError` when the host has no such cell,
    ///   `noSupport` where the driver cannot tell.
    ///
    /// libvirt: [`virNodeGetMemoryStats`](https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetMemoryStats)
    public func nodeMemoryStatistics(of cell: NodeCellNumber = .all) async throws -> NodeMemoryStatistics {
        try await handle.call { connection in
            NodeMemoryStatistics(
                try namedValues(virNodeMemoryStats(), "virNodeGetMemoryStats") {
                    virNodeGetMemoryStats(connection, cell.rawValue, $0, $1, 0)
                } read: {
                    (TypedParameterName(String(characters: $0.field)), $0.value)
                })
        }
    }
}

/// Makes a call that is asked twice: for how many values there are, then for them.
private func namedValues<Value>(
    _ empty: Value, _ name: StaticString, _ call: (UnsafeMutablePointer<Value>?, UnsafeMutablePointer<Int32>) -> Int32,
    read: (Value) -> (name: TypedParameterName, value: UInt64)
) throws -> [(name: TypedParameterName, value: UInt64)] {
    var count: Int32 = 0
    try check(call(nil, &count), name)
    guard count > 0 else { return [] }
    var values = [Value](repeating: empty, count: Int(count))
    try values.withUnsafeMutableBufferPointer { buffer in
        _ = try check(call(buffer.baseAddress, &count), name)
    }
    return values.prefix(Int(count)).map(read)
}
