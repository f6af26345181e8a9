internal import FoundationEssentials
public import Libvirt
public import LibvirtXML

/// Where one side of a comparison comes from.
public enum DefinitionSource: Hashable, Sendable {
    /// A file, of any of libvirt's kinds.
    case file(String)
    /// A guest's kept definition, which the next boot uses.
    case guest(String)
    /// What a running guest has.
    case liveGuest(String)

    /// Reads `guest:NAME`, `guest:NAME@live`, or the path of a file.
    public init(_ text: String) {
        guard text.hasPrefix("guest:") else {
            self = .file(text)
            return
        }
        let name = text.dropFirst("guest:".count)
        self = name.hasSuffix("@live") ? .liveGuest(String(name.dropLast("@live".count))) : .guest(String(name))
    }

    /// Reads the same, and takes a plain word for a guest's name where no file has that name.
    public static func guestOrFile(_ text: String) -> DefinitionSource {
        let isWord = !text.contains("/") && !text.hasSuffix(".xml") && !text.hasPrefix("guest:")
        return DefinitionSource(isWord && !FileManager.default.fileExists(atPath: text) ? "guest:" + text : text)
    }

    /// Whether a host must be asked for it.
    public var isOnHost: Bool {
        if case .file = self { false } else { true }
    }

    /// The guest that it is of; `nil` for a file.
    public var guestName: String? {
        switch self {
        case .file: nil
        case .guest(let name), .liveGuest(let name): name
        }
    }

    /// Reads the document as it is written.
    ///
    /// - Parameter connection: Where the guest is; a file needs none.
    /// - Returns: The document.
    /// - Throws: ``Failure``: kind `noSuchGuest` or `wrongState`, or what is wrong with the file.
    func read(on connection: ReadOnlyConnection?) async throws -> XMLDocument {
        do {
            switch self {
            case .file(let path): return try XMLDocument(contentsOf: path)
            case .guest(let name): return try XMLDocument(xml: try await xml(of: name, inactive: true, connection))
            case .liveGuest(let name):
                guard let connection else { throw unreachable }
                guard try await connection.domain(named: name).isActive else {
                    throw Failure(
                        .wrongState, "guest '\(name)'", "it does not run, so it has no live definition",
                        hint: "guest:\(name) is its kept definition")
                }
                return try XMLDocument(xml: try await xml(of: name, inactive: false, connection))
            }
        } catch {
            throw Failure(error)
        }
    }

    private func xml(
        of name: String, inactive: Bool, _ connection: ReadOnlyConnection?
    ) async throws -> String {
        guard let connection else { throw unreachable }
        return try await connection.domain(named: name).xml(inactive: inactive)
    }

    private var unreachable: Failure { Failure(.unreachable, "libvirt", "there is no connection to ask") }
}

/// Two definitions and what is really different between them.
public struct DefinitionDifference: Sendable {
    /// Each change once.
    public let changes: [Change]

    /// Compares two definitions.
    ///
    /// Where one side is on the host, relative paths of the other are resolved from its file's folder; two files are
    /// compared as they are written.
    ///
    /// - Parameters:
    ///   - before: The definition as it is.
    ///   - after: The definition as it shall be.
    ///   - connection: Where guests are; two files need none.
    /// - Returns: What is different.
    /// - Throws: ``Failure`` when a side cannot be read, or when they are of two kinds.
    public static func between(
        _ before: DefinitionSource, _ after: DefinitionSource, on connection: ReadOnlyConnection?
    ) async throws -> DefinitionDifference {
        var left = try await before.read(on: connection), right = try await after.read(on: connection)
        guard left.root.name == right.root.name else {
            throw Failure(
                .badDefinition, "\(after)", "this is a <\(right.root.name)>, the other one a <\(left.root.name)>",
                hint: "compare two definitions of one kind")
        }
        if before.isOnHost || after.isOnHost {
            left = left.resolvingPaths
            right = right.resolvingPaths
        }
        // A guest beside a file lacks what the file asks for; any two others are alike.
        let isAsked = before.isOnHost && !after.isOnHost
        return DefinitionDifference(changes: isAsked ? left.changes(asked: right) : left.changes(to: right))
    }
}

extension XMLDocument {
    /// The document with absolute paths where it is a guest's and came from a file.
    fileprivate var resolvingPaths: XMLDocument {
        guard file != nil, let domain = try? DomainDocument(self) else { return self }
        return domain.resolvingPaths().document
    }
}

extension DefinitionSource: CustomStringConvertible {
    /// As it is written on the command line.
    public var description: String {
        switch self {
        case .file(let path): path
        case .guest(let name): "guest:" + name
        case .liveGuest(let name): "guest:\(name)@live"
        }
    }
}
