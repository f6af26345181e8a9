internal import FoundationEssentials
internal import Glibc
internal import Libvirt
internal import LibvirtXML
internal import StrataLayers

extension HostFacts {
    /// Asks a host for all that checks of a definition need.
    ///
    /// - Throws: ``Failure`` when the host cannot be asked; what it does not have is no failure.
    static func read(for domain: DomainDocument, on connection: Connection) async throws -> HostFacts {
        do {
            var missing: Set<HostReference> = []
            let hasFiles = DriverMode(connection: try await connection.uri).isOnThisHost
            for reference in Set(domain.references.map(\.reference)) where reference.kind != .file || hasFiles {
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
            // What others may look into and we may not can be there.
            case .file: return access(reference.name, F_OK) == 0 || ![ENOENT, ENOTDIR].contains(errno)
            }
            return true
        } catch let error as LibvirtError {
            let absences: [LibvirtError.Code] = [.noNetwork, .noStoragePool, .noStorageVolume, .noSecret, .noNWFilter]
            guard absences.contains(error.code) else { throw error }
            return false
        }
    }
}
