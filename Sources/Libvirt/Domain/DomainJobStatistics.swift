public import Quantities

/// How far a job on a domain is: a migration, a save, a dump, a backup or a snapshot.
///
/// A value that the hypervisor did not report is `nil`, never zero.
///
/// ```swift
/// let job = try await guest.jobStatistics()
/// if job.type != .noJob { print(job.data.processed ?? .zero, "of", job.data.total ?? .zero) }
/// ```
public struct DomainJobStatistics: Hashable, Sendable {
    /// Whether a job runs, or how it ended.
    public var type: DomainJobType
    /// What the job does.
    public var operation: DomainJobOperation?
    /// Whether the job succeeded; only of one that has ended.
    public var succeeded: Bool?
    /// Why it failed; only of one that has.
    public var errorMessage: String?
    /// How long it has run.
    public var elapsed: Duration?
    /// The same without the time that it took to hand control over to the other host.
    public var elapsedNet: Duration?
    /// How long it will still take, where that can be told.
    public var remaining: Duration?
    /// How long it took to set the migration up.
    public var setupTime: Duration?
    /// How long the guest is expected to stand still; of a migration that has ended, how long it did.
    public var downtime: Duration?
    /// The same without the time that it took to hand control over to the other host.
    public var downtimeNet: Duration?
    /// How much of everything has been moved.
    public var data = Amounts()
    /// How much of the memory has been moved.
    public var memory = Amounts()
    /// How much of the disks has been moved.
    public var disk = Amounts()
    /// How the memory is moved, page by page.
    public var memoryTransfer = MemoryTransfer()
    /// How the memory is compressed.
    public var compression = MemoryCompression()
    /// How fast the disks are moved, per second.
    public var diskSpeed: ByteCount?
    /// How much temporary disk space is in use, such as a backup's scratch file.
    public var temporaryDiskUsed: ByteCount?
    /// How much temporary disk space there is.
    public var temporaryDiskTotal: ByteCount?
    /// By how many percent the guest's processors are slowed down so that the migration catches up with them.
    public var throttling: Int?
    /// Everything that has no property here.
    public var others: [TypedParameterName: TypedValue] = [:]

    /// What has been moved, and what has not.
    public struct Amounts: Hashable, Sendable {
        /// What has been moved.
        public var processed: ByteCount?
        /// What still has to be.
        public var remaining: ByteCount?
        /// What there is to move; less than the sum of the others where something had to be moved again.
        public var total: ByteCount?
    }

    /// How the memory of a guest is moved.
    public struct MemoryTransfer: Hashable, Sendable {
        /// How many pages were moved that hold one byte repeated, most often zero.
        public var constantPages: UInt64?
        /// How many pages were moved as they are.
        public var normalPages: UInt64?
        /// The bytes of the pages that were moved as they are.
        public var normalBytes: ByteCount?
        /// How fast, per second.
        public var speed: ByteCount?
        /// How many pages the guest dirties per second meanwhile.
        public var dirtyPagesPerSecond: UInt64?
        /// Which round over the memory it is, from 0.
        public var iteration: UInt64?
        /// How large a page is.
        public var pageSize: ByteCount?
        /// How many pages the destination asked for after the switch to post-copy.
        public var postCopyRequests: UInt64?
    }

    /// How the memory of a guest is compressed while it is moved.
    public struct MemoryCompression: Hashable, Sendable {
        /// The size of the cache.
        public var cache: ByteCount?
        /// The compressed bytes that were moved.
        public var bytes: ByteCount?
        /// The compressed pages that were moved.
        public var pages: UInt64?
        /// Pages that were not in the cache, and so could not be compressed.
        public var cacheMisses: UInt64?
        /// Pages that compression made larger.
        public var overflows: UInt64?
    }
}
