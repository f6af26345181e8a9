internal import CLibvirt
public import Quantities

extension DomainReference where Mode == ReadWrite {
    /// Asks for one event when the guest writes a disk's image beyond an offset: what it takes to let storage grow in
    /// time under a guest.
    ///
    /// The domain must run. The event, ``DomainEventKind/blockThreshold``, takes the threshold away; so does a daemon
    /// that ends. ``DiskStatistics/threshold`` tells the present one.
    /// - Parameters:
    ///   - threshold: The offset in the image's file or device, such as ``DiskSize/physical`` less a reserve; `nil`
    ///     takes the threshold away.
    ///   - disk: The disk's target, such as `vda`, or with the index of an image below the top one: `vda[2]`.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it does not run, `invalidArgument` when there is no
    ///   such disk or image.
    ///
    /// libvirt: [`virDomainSetBlockThreshold`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetBlockThreshold)
    public func setBlockThreshold(_ threshold: ByteCount?, of disk: String) async throws {
        try await handle.status("virDomainSetBlockThreshold") { domain in
            try disk.withCheckedCString { virDomainSetBlockThreshold(domain, $0, threshold?.bytes ?? 0, 0) }
        }
    }
}
