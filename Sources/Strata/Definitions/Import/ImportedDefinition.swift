internal import FoundationEssentials
public import Libvirt
public import LibvirtXML

/// A guest's definition as a person would have written it: without what libvirt filled in.
///
/// Each thing that libvirt may have made is taken out only where the definition means the same without it.
public struct ImportedDefinition: Sendable {
    /// The definition, ready to be kept in a file and applied here or elsewhere.
    public let document: DomainDocument

    /// Reads a guest's kept definition.
    ///
    /// - Parameters:
    ///   - guest: The guest.
    ///   - keepsIdentity: Whether the UUID and the hardware addresses of its network adapters stay.
    /// - Throws: `LibvirtError` when it is gone.
    public init(of guest: ReadOnlyDomain, keepsIdentity: Bool = false) async throws {
        self.init(try DomainDocument(xml: try await guest.xml(inactive: true)), keepsIdentity: keepsIdentity)
    }

    /// Reads a guest's kept definition, and asks the host which machine is its newest: an older one stays, for somebody
    /// chose it.
    ///
    /// - Parameters:
    ///   - guest: The guest.
    ///   - keepsIdentity: Whether the UUID and the hardware addresses of its network adapters stay.
    /// - Throws: `LibvirtError` when it is gone.
    public init(of guest: Domain, keepsIdentity: Bool = false) async throws {
        let stored = try DomainDocument(xml: try await guest.readOnly.xml(inactive: true))
        self.init(stored, keepsIdentity: keepsIdentity, newest: await stored.newestMachine(on: guest.connection))
    }

    /// `newest` is what the host takes for the machine type without its version; `nil` where it does not tell.
    init(_ stored: DomainDocument, keepsIdentity: Bool, newest: String? = nil) {
        // Strata's own mark is about this host alone.
        var stored = stored
        stored.document = stored.document.withoutMark
        var reduced = stored
        for part in Generated.parts where !(keepsIdentity && part.isIdentity) {
            // The last one first: numbers of those before it stay right.
            for element in part.places(in: reduced.document).reversed() where part.isMade(element, in: stored) {
                var trial = reduced
                part.remove(element, from: &trial.document)
                if stored.changes(to: trial).isEmpty { reduced = trial }
            }
        }
        if let machine = stored.os.machine, let usual = Generated.unversioned(machine), machine == newest ?? machine {
            var trial = reduced
            trial.os.machine = usual
            if stored.changes(to: trial).isEmpty { reduced = trial }
        }
        document = reduced
    }

    /// Writes the definition to `NAME.xml` in a folder.
    ///
    /// - Parameters:
    ///   - folder: The folder, made when it is missing.
    ///   - replacing: Whether a file of that name may be replaced.
    /// - Returns: The file.
    /// - Throws: ``Failure`` with kind `nameTaken` when there is such a file, or when it cannot be written.
    public func write(to folder: String, replacing: Bool = false) throws -> String {
        let name = document.name ?? "guest"
        let file = folder + "/" + name.replacing("/", with: "_") + ".xml"
        guard replacing || !FileManager.default.fileExists(atPath: file) else {
            throw Failure(
                .nameTaken, file, "there is such a file already",
                hint: "strata diff guest:\(name) \(file) compares them; --replace overwrites it")
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try document.write(to: file)
        } catch let error as XMLError {
            throw Failure(error)
        } catch {
            if FileManager.default.fileExists(atPath: folder) {
                throw Failure(.wrongState, folder, "it is a file, not a folder", hint: "name the folder for the files")
            }
            throw Failure(.noPermission, folder, "the folder cannot be made", hint: "name one that can be written")
        }
        return file
    }
}

extension DomainDocument {
    /// The machine that the host makes of this one's type without its version; `nil` where it does not tell.
    fileprivate func newestMachine(on connection: ConnectionReference<ReadWrite>) async -> String? {
        guard let machine = self.os.machine, let usual = Generated.unversioned(machine),
            let answer = try? await connection.domainCapabilities(
                type: node.attribute("type"), architecture: node.value("os/type/@arch"), machine: usual)
        else { return nil }
        return try? XMLDocument(xml: answer).root.value("machine")
    }
}
