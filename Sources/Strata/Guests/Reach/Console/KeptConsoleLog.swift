internal import FoundationEssentials
internal import Glibc
public import Libvirt
public import LibvirtXML

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

    /// What it holds.
    ///
    /// - Throws: ``Failure`` when it cannot be read.
    public func contents() throws -> [UInt8] {
        guard isReadable, let data = FileManager.default.contents(atPath: path) else {
            throw Failure(
                .noPermission, path, "cannot be read: \(String(cString: strerror(errno)))",
                hint: "libvirt's daemon writes it for root, on the host of the guest: try sudo there")
        }
        return Array(data)
    }

    /// The log that a guest's definition asks for.
    ///
    /// - Parameters:
    ///   - guest: The guest.
    ///   - device: The alias of the port; `nil` for the first port that has a log.
    /// - Returns: The log; whether it can be read is another question.
    /// - Throws: ``Failure`` with kind `unsupported` when the definition asks for none.
    public static func require(of guest: Domain, device: String? = nil) async throws -> KeptConsoleLog {
        let document = try DomainDocument(xml: try await guest.xml())
        guard let log = KeptConsoleLog(of: document, device: device) else {
            throw Failure(
                .unsupported, "guest '\(guest.name)'", "its definition keeps no log of the console",
                hint: "add <log file='/var/log/libvirt/qemu/\(guest.name)-console.log'/> to its <serial>")
        }
        return log
    }
}
