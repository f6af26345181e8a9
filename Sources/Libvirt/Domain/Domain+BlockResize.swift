internal import CLibvirt
public import Quantities

extension DomainReference where Mode == ReadWrite {
    /// Changes the size of a disk while the guest uses it.
    ///
    /// The domain must run. The file system inside is the guest's own affair; a disk made smaller loses what was
    /// beyond.
    /// - Parameters:
    ///   - disk: The disk's target, such as `vda`, or its file.
    ///   - size: The new size.
    ///   - options: What newer versions of libvirt know; the size is always taken in bytes.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it does not run, `invalidArgument` for a disk that
    ///   it does not have.
    ///
    /// libvirt: [`virDomainBlockResize`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockResize)
    public func resizeDisk(
        _ disk: String, to size: ByteCount, _ options: DomainBlockResizeOptions = []
    ) async throws {
        let flags = options.union(.bytes).rawValue
        try await handle.status("virDomainBlockResize", lane: .long) { domain in
            try disk.withCheckedCString { virDomainBlockResize(domain, $0, size.bytes, flags) }
        }
    }
}
