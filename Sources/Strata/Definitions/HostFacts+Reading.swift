internal import FoundationEssentials
internal import Libvirt
internal import LibvirtXML

extension HostFacts {
    /// Asks a host for all that checks of a definition need.
    ///
    /// - Throws: ``Failure`` when the host cannot be asked; what it does not have is no failure.
    static func read(for domain: DomainDocument, on connection: Connection) async throws -> HostFacts {
        do {
            var missing: Set<HostReference> = []
            for reference in Set(domain.references.map(\.reference)) {
                if try await !has(reference, connection) { missing.insert(reference) }
            }
            let capabilities = try? await connection.domainCapabilities(
                type: domain.node.attribute("type"), architecture: domain.node.value("os/type/@arch"),
                machine: domain.node.value("os/type/@machine"))
            let isMissing = missing
            return HostFacts(
                memory: try await connection.nodeInfo().memory,
                capabilities: try capabilities.map { try XMLDocument(xml: $0) }, has: { !isMissing.contains($0) })
        } catch {
            throw Failure(error)
        }
    }

    private static func has(_ reference: HostReference, _ connection: Connection) async throws -> Bool {
        do {
            switch reference.kind {
            case .network: _ = try await connection.network(named: reference.name)
            case .pool: _ = try await connection.storagePool(named: reference.name)
            case .volume:
                _ = try await connection.storagePool(named: reference.scope ?? "").volume(named: reference.name)
            case .secretUUID:
                guard let uuid = UUID(uuidString: reference.name) else { return false }
                _ = try await connection.secret(uuid: uuid)
            case .secretUsage:
                let types: [String: SecretUsageType] = [
                    "ceph": .ceph, "iscsi": .iscsi, "volume": .volume, "passphrase": .volume, "tls": .tls,
                    "vtpm": .vtpm,
                ]
                guard let type = types[reference.scope ?? ""] else { return true }
                _ = try await connection.secret(for: type, reference.name)
            case .filter: _ = try await connection.nwFilter(named: reference.name)
            case .file: return FileManager.default.fileExists(atPath: reference.name)
            }
            return true
        } catch let error as LibvirtError {
            let absences: [LibvirtError.Code] = [.noNetwork, .noStoragePool, .noStorageVolume, .noSecret, .noNWFilter]
            guard absences.contains(error.code) else { throw error }
            return false
        }
    }
}
