internal import CLibvirt
public import Quantities

/// How large one disk of a domain is.
public struct DiskSize: Hashable, Sendable {
    /// The size that the guest sees.
    public var capacity: ByteCount
    /// What it takes of the host's storage; 0 where the hypervisor does not say.
    public var allocation: ByteCount
    /// The size of the file or device that holds it.
    public var physical: ByteCount
}

extension DomainReference {
    /// What has gone through a disk of the running domain.
    ///
    /// - Parameter disk: The disk's target, such as `vda`, or its path on the host; empty for all disks together.
    /// - Returns: The counts since the domain was started.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when there is no such disk, `operationInvalid` when the
    ///   domain does not run.
    ///
    /// libvirt: [`virDomainBlockStatsFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockStatsFlags)
    /// and, where a driver has only that,
    /// [`virDomainBlockStats`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockStats)
    public func diskStatistics(_ disk: String) async throws -> DiskStatistics {
        try await handle.call { domain in
            try disk.withCheckedCString { path in
                do {
                    let parameters = try TypedParameters(
                        asking: "virDomainBlockStatsFlags", DomainKind.describe(domain)
                    ) { virDomainBlockStatsFlags(domain, path, $0, $1, 0) }
                    return DiskStatistics(disk, parameters)
                } catch let error as LibvirtError where error.code == .noSupport {
                    var raw = virDomainBlockStatsStruct()
                    try check(
                        virDomainBlockStats(domain, path, &raw, MemoryLayout.size(ofValue: raw)),
                        "virDomainBlockStats", DomainKind.describe(domain))
                    return DiskStatistics(disk, raw)
                }
            }
        }
    }

    /// How large a disk is, for its guest and for the host.
    ///
    /// - Parameter disk: The disk's target, such as `vda`, or its path on the host.
    /// - Returns: The sizes.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when there is no such disk, `operationFailed` for a drive
    ///   without a medium.
    ///
    /// libvirt: [`virDomainGetBlockInfo`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetBlockInfo)
    public func diskSize(_ disk: String) async throws -> DiskSize {
        try await handle.call { domain in
            try disk.withCheckedCString { path in
                var info = virDomainBlockInfo()
                try check(
                    virDomainGetBlockInfo(domain, path, &info, 0), "virDomainGetBlockInfo",
                    DomainKind.describe(domain))
                return DiskSize(
                    capacity: .bytes(info.capacity), allocation: .bytes(info.allocation),
                    physical: .bytes(info.physical))
            }
        }
    }

    /// What is wrong with the running domain's disks, by target; a disk that works is not there.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the domain does not run.
    ///
    /// libvirt: [`virDomainGetDiskErrors`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetDiskErrors)
    public func diskErrors() async throws -> [String: DomainDiskErrorCode] {
        try await handle.call { domain in
            func ask(_ errors: virDomainDiskErrorPtr?, _ capacity: Int) throws -> Int {
                Int(
                    try check(
                        virDomainGetDiskErrors(domain, errors, UInt32(capacity), 0), "virDomainGetDiskErrors",
                        DomainKind.describe(domain)))
            }
            let capacity = try ask(nil, 0)
            guard capacity > 0 else { return [:] }
            var errors = [virDomainDiskError](repeating: virDomainDiskError(), count: capacity)
            return try errors.withUnsafeMutableBufferPointer { buffer in
                let count = try ask(buffer.baseAddress, capacity)
                return buffer.prefix(count).reduce(into: [:]) { result, error in
                    guard let disk = error.disk else { return }
                    result[String(adopting: disk)] = DomainDiskErrorCode(rawValue: error.error)
                }
            }
        }
    }
}

extension DiskStatistics {
    init(_ disk: String, _ parameters: TypedParameters) {
        func count(_ name: TypedParameterName) -> UInt64? { parameters[name]?.count }
        func time(_ name: TypedParameterName) -> Duration? {
            count(name).map { .nanoseconds(Int64(clamping: $0)) }
        }
        self.init(
            name: disk, readRequests: count(.domainBlockStatsReadRequests),
            bytesRead: count(.domainBlockStatsReadBytes).map(ByteCount.bytes),
            readTime: time(.domainBlockStatsReadTotalTimes), writeRequests: count(.domainBlockStatsWriteRequests),
            bytesWritten: count(.domainBlockStatsWriteBytes).map(ByteCount.bytes),
            writeTime: time(.domainBlockStatsWriteTotalTimes), flushRequests: count(.domainBlockStatsFlushRequests),
            flushTime: time(.domainBlockStatsFlushTotalTimes))
    }

    /// libvirt writes -1 for what the hypervisor did not report.
    init(_ disk: String, _ raw: virDomainBlockStatsStruct) {
        self.init(
            name: disk, readRequests: UInt64(exactly: raw.rd_req),
            bytesRead: UInt64(exactly: raw.rd_bytes).map(ByteCount.bytes), writeRequests: UInt64(exactly: raw.wr_req),
            bytesWritten: UInt64(exactly: raw.wr_bytes).map(ByteCount.bytes))
    }
}
