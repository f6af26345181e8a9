internal import CLibvirt

extension DomainReference {
    /// How far the job that runs on the domain is.
    ///
    /// - Returns: The numbers; of type ``DomainJobType/noJob`` when there is none. A block job, such as a commit, is
    ///   no job in this sense.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver has no jobs.
    ///
    /// libvirt: [`virDomainGetJobStats`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetJobStats)
    public func jobStatistics() async throws -> DomainJobStatistics {
        try await handle.call { try DomainJobStatistics(of: $0) }
    }

    /// How the last job on the domain ended; libvirt keeps the numbers for the next one who asks.
    ///
    /// - Returns: The numbers; of type ``DomainJobType/noJob`` when libvirt remembers none.
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver has no jobs.
    ///
    /// libvirt: [`virDomainGetJobStats`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetJobStats)
    public func lastJobStatistics() async throws -> DomainJobStatistics {
        try await handle.call { try DomainJobStatistics(of: $0, [.completed, .keepCompleted]) }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// How the last job on the domain ended; libvirt forgets the numbers.
    ///
    /// - Returns: As for ``lastJobStatistics()``.
    /// - Throws: As for ``lastJobStatistics()``.
    ///
    /// libvirt: [`virDomainGetJobStats`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetJobStats)
    public func takeLastJobStatistics() async throws -> DomainJobStatistics {
        try await handle.call { try DomainJobStatistics(of: $0, .completed) }
    }

    /// Aborts the job that runs on the domain, whoever began it; its call then fails with code `operationAborted`.
    ///
    /// Cancelling the task that waits for a job of one's own does the same, and surely hits the right one.
    /// - Parameter options: Such as interrupting a migration that is in its post-copy phase.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when there is no job, or none that can be aborted.
    ///
    /// libvirt: [`virDomainAbortJobFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAbortJobFlags)
    /// and, without options, [`virDomainAbortJob`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAbortJob)
    public func abortJob(_ options: DomainAbortJobOptions = []) async throws {
        try await handle.status(
            options, "virDomainAbortJob", virDomainAbortJob, "virDomainAbortJobFlags", virDomainAbortJobFlags)
    }
}
