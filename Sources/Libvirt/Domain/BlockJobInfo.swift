internal import CLibvirt
public import Quantities

/// How far a block job is.
public struct BlockJobInfo: Hashable, Sendable {
    /// What it does.
    public var type: DomainBlockJobType
    /// How fast it may go, per second; `nil` for no limit.
    public var speed: ByteCount?
    /// How far it is on its way to ``end``; only their ratio means something.
    public var position: UInt64
    /// Where it will be done.
    public var end: UInt64

    /// From 0, nothing done, to 1.
    public var fraction: Double { end == 0 ? 0 : Double(position) / Double(end) }

    /// Whether it mirrors now and can be ended by ``BlockJob/pivot()``.
    public var isReady: Bool { (type == .copy || type == .activeCommit) && end > 0 && position == end }
}

extension DomainReference {
    /// How far the block job on a disk is.
    ///
    /// - Parameter disk: The disk's target, such as `vda`, or its file.
    /// - Returns: `nil` when no block job runs on it.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the domain does not run, `invalidArgument` for a
    ///   disk that it does not have.
    ///
    /// libvirt: [`virDomainGetBlockJobInfo`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetBlockJobInfo)
    public func blockJobInfo(of disk: String) async throws -> BlockJobInfo? {
        try await handle.call { domain in
            var info = virDomainBlockJobInfo()
            let found = try disk.withCheckedCString {
                virDomainGetBlockJobInfo(domain, $0, &info, DomainBlockJobInfoOptions.bandwidthBytes.rawValue)
            }
            guard try check(found, "virDomainGetBlockJobInfo", DomainKind.describe(domain)) > 0 else { return nil }
            return BlockJobInfo(
                type: DomainBlockJobType(rawValue: info.type),
                speed: info.bandwidth == 0 ? nil : .bytes(UInt64(info.bandwidth)), position: info.cur, end: info.end)
        }
    }
}
