internal import FoundationEssentials
public import Libvirt
internal import LibvirtXML
internal import StrataLayers

extension Definition {
    /// Stores the definition on the host, without starting the guest.
    ///
    /// - Parameters:
    ///   - connection: Where to.
    ///   - replacing: Whether a guest that has the name already takes this definition and keeps its UUID.
    /// - Returns: The guest that now has this definition.
    /// - Throws: ``Failure``; nothing is changed then. Kind `nameTaken` when the name is another guest's.
    public func define(on connection: Connection, replacing: Bool = false) async throws -> Domain {
        do {
            let name = try name
            try checkSchema()
            var stored = document
            if let other = try? await connection.domain(named: name), document.uuid != other.uuid {
                guard replacing, document.uuid == nil else {
                    throw Failure(
                        .nameTaken, "guest '\(name)'", "there is a guest of that name with UUID \(other.uuid)",
                        hint: replacing
                            ? "remove the <uuid> from \(file), or give the definition another name"
                            : "replace its definition with --replace, or give this one another name")
                }
                stored.uuid = other.uuid
            }
            return try await connection.define(stored.xml)
        } catch {
            throw await explain(error, on: connection)
        }
    }

    /// Why KVM, which the definition asks for, does not serve on that host; `nil` when it does or is not asked for.
    public func reasonAgainstKVM(on connection: Connection) async throws -> String? {
        guard document.type == .kvm else { return nil }
        let accelerator = try await Accelerator.choose(.auto, on: connection)
        return accelerator.kind == .kvm ? nil : accelerator.reason
    }
}
