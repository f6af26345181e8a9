internal import CLibvirt

extension DomainReference {
    /// What the backup that runs does, with the files and the server address that libvirt has chosen.
    ///
    /// - Returns: A `<domainbackup>` document.
    /// - Throws: ``LibvirtError`` with code `noDomainBackup` when no backup runs.
    ///
    /// libvirt: [`virDomainBackupGetXMLDesc`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBackupGetXMLDesc)
    public func backupXML() async throws -> String {
        try await handle.string("virDomainBackupGetXMLDesc") { virDomainBackupGetXMLDesc($0, 0) }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Begins to back the disks up as they are now, and returns while that goes on.
    ///
    /// The domain must run. In push mode the backup ends by itself, which ``lastJobStatistics()`` then shows; in pull
    /// mode the hypervisor serves the disks until ``abortJob(_:)``.
    /// - Parameters:
    ///   - xml: The whole `<domainbackup>` document.
    ///   - checkpoint: A `<domaincheckpoint>` document, for a checkpoint made at the same instant; the next backup
    ///     can then hold only what changed since.
    ///   - options: `.reuseExternal` to write to files that are there already.
    /// - Throws: ``LibvirtError`` with code `operationUnsupported` when it does not run, `noDomainCheckpoint` when the
    ///   backup builds on a checkpoint that there is not, `operationInvalid` when a backup runs already.
    ///
    /// libvirt: [`virDomainBackupBegin`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBackupBegin)
    public func beginBackup(
        _ xml: String, checkpoint: String? = nil, _ options: DomainBackupBeginOptions = []
    ) async throws {
        try await handle.status("virDomainBackupBegin", lane: .long) { domain in
            try xml.withCheckedCString { xml in
                try checkpoint.withCheckedCString { virDomainBackupBegin(domain, xml, $0, options.rawValue) }
            }
        }
    }
}
