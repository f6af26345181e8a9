public import Libvirt
internal import LibvirtXML

/// Reads single parts of a definition file.
public struct DefinitionReader: Sendable {
    private let document: XMLDocument

    /// Reads a file of any kind.
    ///
    /// - Throws: ``Failure`` when it cannot be read or is no XML.
    public init(file: String) throws {
        do {
            document = try XMLDocument(contentsOf: file)
        } catch {
            throw Failure(error)
        }
    }

    /// Reads a file, or a guest's definition on a host.
    ///
    /// - Throws: ``Failure`` when there is none.
    public init(_ source: DefinitionSource, on connection: ReadOnlyConnection?) async throws {
        document = try await source.read(on: connection)
    }

    /// What stands at a place: a field of a guest by its name, or whatever an XPath finds.
    ///
    /// - Throws: ``InvalidPlace`` when it is neither.
    public func values(at place: String) throws -> [String] {
        if let field = DefinitionField.named(place), let guest = try? DomainDocument(document) {
            return field.values(in: guest)
        }
        do {
            return try document.select(place)
        } catch {
            throw InvalidPlace(description: (error as? XMLError)?.message ?? "'\(place)' is no XPath")
        }
    }
}

/// Something that is neither the name of a field nor an XPath.
public struct InvalidPlace: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with it.
    public let description: String
}
