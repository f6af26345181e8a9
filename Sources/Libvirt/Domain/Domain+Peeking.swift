internal import CLibvirt
public import Quantities

extension DomainReference where Mode == ReadWrite {
    /// Reads from a disk as the guest sees it, whether the domain runs or not.
    ///
    /// A running guest may change the disk meanwhile.
    /// - Parameters:
    ///   - disk: The disk's target, such as `vda`, or its path on the host.
    ///   - offset: Where to begin.
    ///   - length: How much to read; libvirt's protocol carries at most 4 MiB.
    /// - Returns: The bytes.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when there is no such disk, `systemError` behind its end.
    ///
    /// libvirt: [`virDomainBlockPeek`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockPeek)
    public func readDisk(_ disk: String, at offset: ByteCount, length: ByteCount) async throws -> [UInt8] {
        let offset = offset.bytes
        let length: Int = try checkedPeekLength(length)
        return try await handle.call { domain in
            try disk.withCheckedCString { path in
                try [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
                    try check(
                        virDomainBlockPeek(domain, path, offset, length, buffer.baseAddress, 0), "virDomainBlockPeek",
                        DomainKind.describe(domain))
                    count = length
                }
            }
        }
    }

    /// Reads the running guest's memory.
    ///
    /// - Parameters:
    ///   - address: Where to begin.
    ///   - length: How much to read; libvirt's protocol carries at most 4 MiB.
    ///   - space: Whether the address is one of the machine's or of the guest's virtual memory.
    /// - Returns: The bytes.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the domain does not run.
    ///
    /// libvirt: [`virDomainMemoryPeek`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMemoryPeek)
    public func readMemory(
        at address: UInt64, length: ByteCount, _ space: DomainMemoryAddressSpace = .physical
    ) async throws -> [UInt8] {
        let length: Int = try checkedPeekLength(length)
        return try await handle.call { domain in
            try [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
                try check(
                    virDomainMemoryPeek(
                        domain, address, length, buffer.baseAddress, UInt32(bitPattern: space.rawValue)),
                    "virDomainMemoryPeek", DomainKind.describe(domain))
                count = length
            }
        }
    }

    private func checkedPeekLength(_ length: ByteCount) throws -> Int {
        guard length <= .mebibytes(4) else {
            throw LibvirtError(
                code: .invalidArgument, message: "\(length) is too much for one call", subject: handle.subject,
                hint: "read at most 4 MiB at a time")
        }
        return Int(length.bytes)
    }
}
