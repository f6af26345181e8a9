public import Quantities

/// What a migration can be told beside where to go.
///
/// ```swift
/// var parameters = MigrationParameters()
/// parameters.bandwidth = .mebibytes(100)
/// try await guest.migrate(to: other, parameters, [.live, .persistOnDestination])
/// ```
public struct MigrationParameters: Hashable, Sendable {
    /// Where the memory goes, such as `tcp://10.0.0.2`; `nil` lets the destination say.
    public var uri: String?
    /// The name that the domain has on the destination; `nil` for the same.
    public var destinationName: String?
    /// The `<domain>` document that it runs with there; `nil` for the same, and only what the guest cannot see may
    /// differ.
    public var destinationXML: String?
    /// The `<domain>` document that is kept there, with ``DomainMigrateOptions/persistOnDestination``.
    public var persistentXML: String?
    /// Where a graphical client finds the domain afterwards, such as `spice://10.0.0.2:5900`.
    public var graphicsURI: String?
    /// The destination's address that listens for the migration.
    public var listenAddress: String?
    /// The name in the destination's certificate, with ``DomainMigrateOptions/tls``; `nil` for its host name.
    public var tlsDestination: String?
    /// How fast it may go, per second, in whole MiB; `nil` leaves it to the hypervisor.
    public var bandwidth: ByteCount?
    /// How fast the post-copy phase may go, per second, in whole MiB; `nil` for as fast as it can.
    public var postCopyBandwidth: ByteCount?
    /// The targets of the disks to copy, such as `vda`, with ``DomainMigrateOptions/copyDisks``; empty for all that
    /// are not shared.
    public var disks: [String] = []
    /// Where the disks go, such as `tcp://10.0.0.2:49153`; `nil` for the address of ``uri``.
    public var disksURI: String?
    /// The destination's port for the disks; `nil` lets it choose.
    public var disksPort: Int32?
    /// By how many percent the guest's processors are slowed down at first, with ``DomainMigrateOptions/autoConverge``.
    public var initialThrottling: Int32?
    /// By how many percent more, each time that it was not enough.
    public var throttlingIncrement: Int32?
    /// How many connections there are, with ``DomainMigrateOptions/parallel``.
    public var parallelConnections: Int32?
    /// How the memory is compressed, with ``DomainMigrateOptions/compressed``.
    public var compression = Compression()
    /// What has no property here.
    public var others: TypedParameters = [:]

    /// Nothing said: everything is left to the hypervisor.
    public init() {}

    /// How the memory is compressed on its way.
    public struct Compression: Hashable, Sendable {
        /// The methods, such as `xbzrle`, `mt`, `zlib` or `zstd`; empty for the hypervisor's default.
        public var methods: [String] = []
        /// From 0, none, to 9, the most; for the method `mt`.
        public var level: Int32?
        /// How many threads compress; for the method `mt`.
        public var threads: Int32?
        /// How many threads decompress; for the method `mt`.
        public var decompressionThreads: Int32?
        /// How large the cache of pages is; for the method `xbzrle`.
        public var cache: ByteCount?

        /// The hypervisor's default.
        public init() {}
    }
}

extension MigrationParameters {
    /// The parameters as libvirt has them.
    ///
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for a bandwidth that is no whole number of MiB.
    func typed() throws -> TypedParameters {
        var typed: TypedParameters = others
        let texts: [(TypedParameterName, String?)] = [
            (.migrateURI, uri), (.migrateDestinationName, destinationName), (.migrateDestinationXML, destinationXML),
            (.migratePersistentXML, persistentXML), (.migrateGraphicsURI, graphicsURI),
            (.migrateListenAddress, listenAddress), (.migrateTLSDestination, tlsDestination),
            (.migrateDisksURI, disksURI),
        ]
        for case (let name, let text?) in texts { typed.append(.string(text), named: name) }
        let numbers: [(TypedParameterName, Int32?)] = [
            (.migrateDisksPort, disksPort), (.migrateAutoConvergeInitial, initialThrottling),
            (.migrateAutoConvergeIncrement, throttlingIncrement), (.migrateParallelConnections, parallelConnections),
            (.migrateCompressionMTLevel, compression.level), (.migrateCompressionMTThreads, compression.threads),
            (.migrateCompressionMTDecompressionThreads, compression.decompressionThreads),
        ]
        for case (let name, let number?) in numbers { typed.append(.int(number), named: name) }
        let amounts: [(TypedParameterName, UInt64?)] = [
            (.migrateBandwidth, try bandwidth?.wholeMebibytes()),
            (.migrateBandwidthPostCopy, try postCopyBandwidth?.wholeMebibytes()),
            (.migrateCompressionXBZRLECache, compression.cache?.bytes),
        ]
        for case (let name, let amount?) in amounts { typed.append(.unsignedLong(amount), named: name) }
        for disk in disks { typed.append(.string(disk), named: .migrateDisks) }
        for method in compression.methods { typed.append(.string(method), named: .migrateCompression) }
        return typed
    }
}

extension ByteCount {
    /// The amount in MiB, for calls that know nothing smaller.
    ///
    /// - Throws: ``LibvirtError`` with code `invalidArgument` where something would be lost.
    func wholeMebibytes() throws -> UInt64 {
        guard bytes % ByteCount.mebibytes(1).bytes == 0 else {
            throw LibvirtError(
                code: .invalidArgument, message: "\(bytes) bytes are no whole number of MiB",
                hint: "libvirt counts this in MiB: round it")
        }
        return mebibytes
    }
}
