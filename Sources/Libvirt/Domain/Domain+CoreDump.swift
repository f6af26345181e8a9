internal import CLibvirt

extension DomainReference where Mode == ReadWrite {
    /// Writes the domain's memory to a file, for a debugger.
    ///
    /// The domain must run or stand suspended; unless an option says otherwise it stands still meanwhile and goes on
    /// as before. May take minutes; cancelling the task aborts the dump.
    /// - Parameters:
    ///   - path: The file, on the host of the hypervisor.
    ///   - format: The format of the memory; `nil` for the driver's own. All but ``DomainCoreDumpFormat/raw`` need
    ///     `.memoryOnly`.
    ///   - options: What of the domain is dumped, and what becomes of it afterwards.
    /// - Throws: `CancellationError` when the task was cancelled in time, ``LibvirtError`` with code
    ///   `operationInvalid` when it does not run, `operationUnsupported` for a format that the hypervisor lacks.
    ///
    /// libvirt: [`virDomainCoreDump`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCoreDump) and
    /// [`virDomainCoreDumpWithFormat`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCoreDumpWithFormat)
    public func dumpCore(
        to path: String, format: DomainCoreDumpFormat? = nil, _ options: DomainCoreDumpOptions = []
    ) async throws {
        guard let format else {
            return try await handle.job("virDomainCoreDump", .dump) { domain in
                try path.withCheckedCString { virDomainCoreDump(domain, $0, options.rawValue) }
            }
        }
        try await handle.job("virDomainCoreDumpWithFormat", .dump) { domain in
            try path.withCheckedCString {
                virDomainCoreDumpWithFormat(domain, $0, UInt32(bitPattern: format.rawValue), options.rawValue)
            }
        }
    }
}
