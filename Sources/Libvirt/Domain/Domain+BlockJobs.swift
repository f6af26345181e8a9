internal import CLibvirt
public import Quantities

extension DomainReference where Mode == ReadWrite {
    /// The block job that runs on a disk, to wait for it or end it.
    ///
    /// - Parameter disk: The disk's target, such as `vda`.
    /// - Returns: `nil` when none runs.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the domain does not run.
    ///
    /// libvirt: [`virDomainGetBlockJobInfo`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetBlockJobInfo)
    public func blockJob(on disk: String) async throws -> BlockJob? {
        let job = try await BlockJob(watching: disk, of: self)
        return try await job.info() == nil ? nil : job
    }

    /// Copies what a disk's backing files hold into its active file, which then needs them no more.
    ///
    /// Returns when the job has begun; it ends by itself. The domain must run.
    /// - Parameters:
    ///   - disk: The disk's target, such as `vda`.
    ///   - base: The backing file that is to remain, as a path or as `vda[2]`; `nil` for none.
    ///   - keepsRelativeNames: Whether the file names its base by a relative path.
    ///   - speed: How fast it may go, per second; `nil` for no limit.
    /// - Returns: The job.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the domain does not run, `operationUnsupported`
    ///   where another block job runs on the disk.
    ///
    /// libvirt: [`virDomainBlockPull`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockPull) and
    /// [`virDomainBlockRebase`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockRebase)
    public func pullDisk(
        _ disk: String, downTo base: String? = nil, keepsRelativeNames: Bool = false, speed: ByteCount? = nil
    ) async throws -> BlockJob {
        let speed = try UInt(speed: speed)
        guard base != nil || keepsRelativeNames else {
            return try await begin("virDomainBlockPull", disk) {
                virDomainBlockPull($0, $1, speed, DomainBlockPullOptions.bandwidthBytes.rawValue)
            }
        }
        let options: DomainBlockRebaseOptions = keepsRelativeNames ? [.bandwidthBytes, .relative] : .bandwidthBytes
        return try await begin("virDomainBlockRebase", disk) { domain, disk in
            try base.withCheckedCString { virDomainBlockRebase(domain, disk, $0, speed, options.rawValue) }
        }
    }

    /// Copies what a file of a disk holds beyond its backing file into that backing file.
    ///
    /// Returns when the job has begun. The domain must run. A commit of the active file needs `.active` and ends with
    /// ``BlockJob/pivot()``; any other ends by itself.
    /// - Parameters:
    ///   - disk: The disk's target, such as `vda`.
    ///   - top: The file to commit, as a path or as `vda[1]`; `nil` for the active one.
    ///   - base: The file to commit into; `nil` for the lowest, or with `.shallow` for the next.
    ///   - speed: How fast it may go, per second; `nil` for no limit.
    ///   - options: Such as deleting the file afterwards.
    /// - Returns: The job.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the domain does not run, `invalidArgument` for the
    ///   active file without `.active`.
    ///
    /// libvirt: [`virDomainBlockCommit`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockCommit)
    public func commitDisk(
        _ disk: String, from top: String? = nil, into base: String? = nil, speed: ByteCount? = nil,
        _ options: DomainBlockCommitOptions = []
    ) async throws -> BlockJob {
        let speed = try UInt(speed: speed)
        let flags = options.union(.bandwidthBytes).rawValue
        return try await begin("virDomainBlockCommit", disk) { domain, disk in
            try base.withCheckedCString { base in
                try top.withCheckedCString { virDomainBlockCommit(domain, disk, base, $0, speed, flags) }
            }
        }
    }

    /// Copies a disk to another file and mirrors it there until ``BlockJob/pivot()`` or ``BlockJob/abort(_:)``.
    ///
    /// Returns when the job has begun. The domain must run; a persistent one needs `.transientJob`.
    /// - Parameters:
    ///   - disk: The disk's target, such as `vda`.
    ///   - xml: A `<disk>` document that says where to, with the format.
    ///   - speed: How fast it may go, per second; `nil` for no limit.
    ///   - granularity: How large the pieces are that are copied anew when the guest changes something in them.
    ///   - bufferSize: How much may be on its way at once.
    ///   - options: Such as writing to a file that is there already.
    /// - Returns: The job.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the domain does not run.
    ///
    /// libvirt: [`virDomainBlockCopy`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockCopy)
    public func copyDisk(
        _ disk: String, to xml: String, speed: ByteCount? = nil, granularity: ByteCount? = nil,
        bufferSize: ByteCount? = nil, _ options: DomainBlockCopyOptions = []
    ) async throws -> BlockJob {
        var parameters: TypedParameters = [:]
        if speed != nil { parameters[.domainBlockCopyBandwidth] = .unsignedLong(UInt64(try UInt(speed: speed))) }
        if let granularity {
            guard let bytes = UInt32(exactly: granularity.bytes) else {
                throw LibvirtError(
                    code: .invalidArgument, message: "a granularity of \(granularity)", hint: "stay below 4 GiB")
            }
            parameters[.domainBlockCopyGranularity] = .unsigned(bytes)
        }
        if let bufferSize { parameters[.domainBlockCopyBufferSize] = .unsignedLong(bufferSize.bytes) }
        return try await begin("virDomainBlockCopy", disk) { [parameters] domain, disk in
            try xml.withCheckedCString { xml in
                try parameters.withUnsafeParameters {
                    virDomainBlockCopy(domain, disk, xml, $0, $1, options.rawValue)
                }
            }
        }
    }

    private func begin(
        _ name: StaticString, _ disk: String,
        _ body: @escaping @Sendable (OpaquePointer, UnsafePointer<CChar>) throws -> Int32
    ) async throws -> BlockJob {
        let job = try await BlockJob(watching: disk, of: self)
        try await handle.status(name, lane: .long) { domain in
            try disk.withCheckedCString { try body(domain, $0) }
        }
        return job
    }
}
