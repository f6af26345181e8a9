internal import CLibvirt
public import Quantities
internal import Synchronization

/// A job that moves data between the files of a running domain's disk, while the guest goes on.
///
/// A pull, and a commit of files below the active one, end by themselves. A copy, and a commit of the active file, go
/// on mirroring once they are ready, until ``pivot()`` or ``abort(_:)``.
///
/// ```swift
/// let job = try await guest.commitDisk("vda", options: [.active, .shallow])
/// try await job.wait()
/// try await job.pivot()
/// ```
/// The job goes on when this value goes.
public final class BlockJob: Sendable {
    /// How far ``BlockJob/wait()`` found the job.
    public enum Stage: Hashable, Sendable {
        /// It mirrors now, until ``BlockJob/pivot()`` or ``BlockJob/abort(_:)``.
        case ready
        /// It has ended.
        case completed
    }

    /// The domain whose disk it is.
    public let domain: Domain
    /// The disk's target, such as `vda`.
    public let disk: String

    /// Begun before the job was, so that its end cannot be missed.
    private let watch: BlockJobWatch
    /// How it ended, once that was seen.
    private let end = Mutex<BlockJobChange?>(nil)

    /// Begins to watch the disk.
    ///
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for a file's path, by which events do not name a disk.
    init(watching disk: String, of domain: Domain) async throws {
        guard !disk.contains("/") else {
            throw LibvirtError(
                code: .invalidArgument, message: "'\(disk)' is not the target of a disk",
                subject: domain.handle.subject, hint: "name the disk by its target, such as vda")
        }
        self.domain = domain
        self.disk = disk
        watch = try await BlockJobWatch(domain)
    }

    /// How far it is; `nil` when it has ended.
    ///
    /// libvirt: [`virDomainGetBlockJobInfo`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetBlockJobInfo)
    public func info() async throws -> BlockJobInfo? { try await domain.blockJobInfo(of: disk) }

    /// Waits until the job is ready for ``pivot()``, or has ended.
    ///
    /// One task at a time may wait. Cancelling it aborts the job.
    /// - Returns: `.ready` for a copy or a commit of the active file, `.completed` for what ends by itself.
    /// - Throws: `CancellationError` when the task was cancelled, ``LibvirtError`` with code `operationFailed` when
    ///   the job failed or the domain stopped, `operationAborted` when somebody aborted it.
    @discardableResult
    public func wait() async throws -> Stage {
        while true {
            if let end = end.withLock({ $0 }) { return try stage(at: end) }
            if try await info()?.isReady == true { return .ready }
            switch try await watch.next() {
            case .job(disk, .ready), .job(disk, .unknown): break
            case .job(let other, _) where other != disk: break
            case let change?: end.withLock { $0 = change }
            case nil: return try await giveUp()
            }
        }
    }

    private func stage(at end: BlockJobChange) throws -> Stage {
        var error = LibvirtError(
            code: .operationFailed, message: "the block job failed", subject: subject,
            hint: "the domain's log on the host says more")
        switch end {
        case .job(_, .completed): return .completed
        case .job(_, .cancelled):
            error.code = .operationAborted
            error.message = "the block job was aborted"
            error.hint = nil
        case .domainStopped: error.message = "the domain stopped, and the block job with it"
        case .job: break
        }
        throw error
    }

    private var subject: String { "disk '\(disk)' of \(domain.handle.subject)" }

    /// No more events come: the task was cancelled, or an earlier one, or the connection closed.
    private func giveUp() async throws -> Stage {
        guard Task.isCancelled else {
            throw LibvirtError(
                code: .operationInvalid, message: "the block job is not watched any more", subject: subject,
                hint: "take it up again with blockJob(on:)")
        }
        if (try? await abort(.async)) != nil { end.withLock { $0 = .job(disk: disk, .cancelled) } }
        throw CancellationError()
    }

    /// Ends a job that is ready by letting the disk go on with the new file, and waits for that.
    ///
    /// After a copy that is the copy, after a commit of the active file its base.
    /// - Throws: ``LibvirtError`` with code `blockCopyActive` when it is not ready yet.
    ///
    /// libvirt: [`virDomainBlockJobAbort`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockJobAbort)
    public func pivot() async throws { try await abort(.pivot) }

    /// Ends the job; the disk goes on with the files that it has.
    ///
    /// - Parameter options: `.async` to return before it has ended.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when there is no job any more.
    ///
    /// libvirt: [`virDomainBlockJobAbort`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockJobAbort)
    public func abort(_ options: DomainBlockJobAbortOptions = []) async throws {
        let disk = disk
        try await domain.handle.status("virDomainBlockJobAbort", lane: .long) { domain in
            try disk.withCheckedCString { virDomainBlockJobAbort(domain, $0, options.rawValue) }
        }
    }

    /// Limits how fast the job may go, per second; `nil` takes the limit away.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when there is no job any more.
    ///
    /// libvirt: [`virDomainBlockJobSetSpeed`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockJobSetSpeed)
    public func setSpeed(_ limit: ByteCount?) async throws {
        let disk = disk
        let limit = try UInt(speed: limit)
        try await domain.handle.status("virDomainBlockJobSetSpeed") { domain in
            try disk.withCheckedCString {
                virDomainBlockJobSetSpeed(
                    domain, $0, limit, DomainBlockJobSetSpeedOptions.bandwidthBytes.rawValue)
            }
        }
    }
}

extension UInt {
    /// A speed as libvirt takes it: in bytes per second, 0 for no limit.
    ///
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for a limit of 0, which libvirt would read as none.
    init(speed: ByteCount?) throws {
        guard let speed else {
            self = 0
            return
        }
        guard let bytes = UInt(exactly: speed.bytes), bytes > 0 else {
            throw LibvirtError(
                code: .invalidArgument, message: "a speed of \(speed) per second", hint: "leave it out for no limit")
        }
        self = bytes
    }
}
