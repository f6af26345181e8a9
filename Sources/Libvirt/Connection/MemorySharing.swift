internal import CLibvirt

/// How the host's kernel looks for memory pages with the same content and keeps them only once (KSM), and what it
/// has found.
///
/// What the host does not report is `nil`.
public struct MemorySharing: Hashable, Sendable {
    /// How many pages it looks at before it sleeps.
    public var pagesToScan: UInt64?
    /// How long it sleeps then.
    public var sleep: Duration?
    /// Whether pages of different NUMA cells are merged too.
    public var mergesAcrossCells: Bool?
    /// How many pages are kept for several users.
    public var sharedPages: UInt64?
    /// How many pages were saved by that.
    public var savedPages: UInt64?
    /// How many pages were looked at repeatedly and found to be unique.
    public var uniquePages: UInt64?
    /// How many pages change too fast to be merged.
    public var volatilePages: UInt64?
    /// How often all of the memory has been looked at.
    public var fullScans: UInt64?

    init(_ parameters: TypedParameters) {
        pagesToScan = parameters[.nodeMemorySharedPagesToScan]?.count
        sleep = parameters[.nodeMemorySharedSleepMilliseconds]?.count.map { .milliseconds(Int64(clamping: $0)) }
        mergesAcrossCells = parameters[.nodeMemorySharedMergeAcrossNodes]?.count.map { $0 != 0 }
        sharedPages = parameters[.nodeMemorySharedPagesShared]?.count
        savedPages = parameters[.nodeMemorySharedPagesSharing]?.count
        uniquePages = parameters[.nodeMemorySharedPagesUnshared]?.count
        volatilePages = parameters[.nodeMemorySharedPagesVolatile]?.count
        fullScans = parameters[.nodeMemorySharedFullScans]?.count
    }
}

extension ConnectionReference {
    /// How the host's kernel merges equal memory pages, and what it has found.
    ///
    /// - Throws: ``LibvirtError`` with code `noSupport` where the driver has no such thing.
    ///
    /// libvirt: [`virNodeGetMemoryParameters`](https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetMemoryParameters)
    public func memorySharing() async throws -> MemorySharing {
        try await handle.call { connection in
            MemorySharing(
                try TypedParameters(asking: "virNodeGetMemoryParameters") {
                    virNodeGetMemoryParameters(connection, $0, $1, 0)
                })
        }
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Changes how the host's kernel merges equal memory pages; what is `nil` stays as it is.
    ///
    /// - Parameters:
    ///   - pagesToScan: How many pages it looks at before it sleeps.
    ///   - sleep: How long it sleeps then, in whole milliseconds.
    ///   - mergesAcrossCells: Whether pages of different NUMA cells are merged; the kernel refuses to change it while
    ///     any page is merged.
    /// - Throws: ``LibvirtError`` with code `systemError` where the kernel refuses, `invalidArgument` for a number that
    ///   does not fit.
    ///
    /// libvirt: [`virNodeSetMemoryParameters`](https://libvirt.org/html/libvirt-libvirt-host.html#virNodeSetMemoryParameters)
    public func setMemorySharing(
        pagesToScan: Int? = nil, sleep: Duration? = nil, mergesAcrossCells: Bool? = nil
    ) async throws {
        var parameters: TypedParameters = [:]
        if let pagesToScan {
            parameters[.nodeMemorySharedPagesToScan] = .unsigned(
                UInt32(try Int32(checking: pagesToScan, "count of pages")))
        }
        if let sleep {
            parameters[.nodeMemorySharedSleepMilliseconds] = .unsigned(
                UInt32(try Int32(checking: sleep.roundedMilliseconds, "count of milliseconds")))
        }
        if let mergesAcrossCells {
            parameters[.nodeMemorySharedMergeAcrossNodes] = .unsigned(mergesAcrossCells ? 1 : 0)
        }
        guard !parameters.elements.isEmpty else { return }
        try await handle.status("virNodeSetMemoryParameters") { [parameters] connection in
            try parameters.withUnsafeParameters { virNodeSetMemoryParameters(connection, $0, $1, 0) }
        }
    }
}

extension Duration {
    /// The whole milliseconds; the greatest number where they do not fit.
    fileprivate var roundedMilliseconds: Int {
        let (milliseconds, overflow) = components.seconds.multipliedReportingOverflow(by: 1000)
        return overflow ? .max : Int(milliseconds) + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
