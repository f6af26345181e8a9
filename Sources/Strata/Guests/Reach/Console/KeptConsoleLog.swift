internal import Glibc
internal import LibvirtXML

/// The file into which the hypervisor writes down all that a guest writes on its console.
public struct KeptConsoleLog: Hashable, Sendable {
    /// The file.
    public let path: String
    /// Whether it also holds what earlier boots wrote.
    public let holdsEarlierBoots: Bool

    /// The log that a definition asks for; `nil` when it asks for none.
    ///
    /// - Parameters:
    ///   - document: The definition.
    ///   - device: The alias of the port, such as `serial0`; `nil` for the first port that has a log.
    public init?(of document: DomainDocument, device: String? = nil) {
        let ports = (Array(document.serials) + Array(document.consoles)).filter { device == nil || $0.alias == device }
        guard let log = ports.compactMap(\.log).first(where: { $0.file != nil }), let file = log.file else {
            return nil
        }
        path = file
        holdsEarlierBoots = log.isAppended == true
    }

    /// Whether this process may read it.
    public var isReadable: Bool { access(path, R_OK) == 0 }

    /// What it holds, then what comes.
    ///
    /// - Parameter isFromStart: Whether what it holds by now is wanted.
    /// - Returns: Pieces of it, for one reader; never ends by itself.
    public func follow(fromStart isFromStart: Bool = true) -> AsyncStream<[UInt8]> {
        FileFollower.follow(path, fromStart: isFromStart)
    }
}
