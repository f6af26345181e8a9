internal import CLibvirt
internal import Glibc
public import Quantities

/// A file system that a guest has mounted.
public struct GuestMount: Hashable, Sendable {
    /// Where it is mounted.
    public var mountPoint: String
    /// The guest's name of the device that it is on, such as `sda1`.
    public var name: String
    /// The kind of file system, such as `ext4`.
    public var type: String
    /// libvirt's names of the disks that hold it, such as `vda`.
    public var disks: [String]

    init(_ info: virDomainFSInfo) {
        mountPoint = String(borrowing: info.mountpoint)
        name = String(borrowing: info.name)
        type = String(borrowing: info.fstype)
        disks = UnsafeBufferPointer(start: info.devAlias, count: info.ndevAlias).map { String(borrowing: $0) }
    }
}

extension DomainAgentTimeout {
    /// To wait that long, in whole seconds; a started second counts.
    public static func after(_ time: Duration) -> DomainAgentTimeout {
        DomainAgentTimeout(rawValue: Int32(clamping: max(0, time.wholeSeconds)))
    }
}

/// What needs the guest's agent, except where the test driver plays it.
///
/// The calls wait for the agent as long as ``setAgentResponseTimeout(_:)`` allows: by default for ever.
extension DomainReference where Mode == ReadWrite {
    /// Chooses how long calls wait for the guest's agent.
    ///
    /// - Parameter timeout: How long; `.block` for ever.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver knows no agent.
    ///
    /// libvirt: [`virDomainAgentSetResponseTimeout`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAgentSetResponseTimeout)
    public func setAgentResponseTimeout(_ timeout: DomainAgentTimeout) async throws {
        try await handle.status("virDomainAgentSetResponseTimeout") {
            virDomainAgentSetResponseTimeout($0, timeout.rawValue, 0)
        }
    }

    /// The file systems that the guest has mounted.
    ///
    /// - Throws: ``LibvirtError`` with code `agentUnresponsive` when the agent does not answer.
    ///
    /// libvirt: [`virDomainGetFSInfo`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetFSInfo)
    public func mounts() async throws -> [GuestMount] {
        try await handle.call(lane: .long) { domain in
            var infos: UnsafeMutablePointer<virDomainFSInfoPtr?>?
            let count = try check(
                virDomainGetFSInfo(domain, &infos, 0), "virDomainGetFSInfo", DomainKind.describe(domain))
            guard let infos else { return [] }
            defer { free(infos) }
            return (0..<Int(count)).compactMap { index in
                defer { virDomainFSInfoFree(infos[index]) }
                return infos[index].map { GuestMount($0.pointee) }
            }
        }
    }

    /// Has the guest write out its file systems and hold back further writes, such as for a consistent copy of disks.
    ///
    /// Thaw them soon: a frozen guest hangs.
    /// - Parameter mountPoints: Which ones; empty for all.
    /// - Returns: How many were frozen.
    /// - Throws: ``LibvirtError`` with code `agentUnresponsive` when the agent does not answer.
    ///
    /// libvirt: [`virDomainFSFreeze`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFSFreeze)
    @discardableResult
    public func freezeFileSystems(_ mountPoints: [String] = []) async throws -> Int {
        let count = try await handle.status("virDomainFSFreeze", lane: .long) { domain in
            try withCheckedCStrings(mountPoints) { virDomainFSFreeze(domain, $0, $1, 0) }
        }
        return Int(count)
    }

    /// Lets frozen file systems of the guest go on.
    ///
    /// - Parameter mountPoints: Which ones; empty for all. QEMU's agent always thaws all.
    /// - Returns: How many were thawed.
    /// - Throws: ``LibvirtError`` with code `agentUnresponsive` when the agent does not answer.
    ///
    /// libvirt: [`virDomainFSThaw`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFSThaw)
    @discardableResult
    public func thawFileSystems(_ mountPoints: [String] = []) async throws -> Int {
        let count = try await handle.status("virDomainFSThaw", lane: .long) { domain in
            try withCheckedCStrings(mountPoints) { virDomainFSThaw(domain, $0, $1, 0) }
        }
        return Int(count)
    }

    /// Has the guest tell its disks which blocks it no longer needs, so that their files shrink.
    ///
    /// - Parameters:
    ///   - mountPoint: Which file system; `nil` for all. QEMU's agent always takes all.
    ///   - minimum: Free ranges smaller than that are left alone.
    /// - Throws: ``LibvirtError`` with code `agentUnresponsive` when the agent does not answer.
    ///
    /// libvirt: [`virDomainFSTrim`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFSTrim)
    public func trimFileSystems(_ mountPoint: String? = nil, minimum: ByteCount = .zero) async throws {
        try await handle.status("virDomainFSTrim", lane: .long) { domain in
            try mountPoint.withCheckedCString { virDomainFSTrim(domain, $0, minimum.bytes, 0) }
        }
    }
}

/// Lends texts as a C array of C strings, NULL where there are none.
func withCheckedCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafePointer<CChar>?>?, UInt32) throws -> Result
) throws -> Result {
    var copies: [UnsafeMutablePointer<CChar>?] = []
    defer { copies.forEach { free($0) } }
    for text in texts { copies.append(try text.withCheckedCString { strdup($0) }) }
    var pointers = copies.map { UnsafePointer($0) }
    let count: UInt32 = try checkedNumber(pointers.count, "the number of texts")
    guard count > 0 else { return try body(nil, 0) }
    return try pointers.withUnsafeMutableBufferPointer { try body($0.baseAddress, count) }
}
