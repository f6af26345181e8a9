internal import Libvirt
internal import LibvirtXML
internal import StrataLayers

/// A network of libvirt's that a new guest will be on.
struct NetworkChoice: Sendable {
    var name: String
    /// Whether there is a definition of it, or only of one that everybody has.
    var isDefined: Bool

    static let usual = "default"

    /// What the user is told of getting it ready.
    var note: String {
        isDefined
            ? "network '\(name)' is off, and is started"
            : "there is no network '\(name)': it is made, behind the host's address, as 192.168.122.0/24"
    }

    /// Finds a network that is not ready.
    ///
    /// - Returns: `nil` when it is.
    static func find(_ name: String, on connection: Connection) async throws -> NetworkChoice? {
        do {
            let network = try await connection.network(named: name)
            return try await network.isActive ? nil : NetworkChoice(name: name, isDefined: true)
        } catch let error as LibvirtError where error.code == .noNetwork && name == usual {
            return NetworkChoice(name: name, isDefined: false)
        } catch let error as LibvirtError where error.code == .noNetwork {
            let names = try await connection.networks().map(\.name).sorted().joined(separator: ", ")
            throw Failure(
                .missingFile, "network '\(name)'", "there is none of that name",
                hint: names.isEmpty
                    ? "strata host nics shows what there is" : "the host has \(names); see strata host nics")
        } catch let error as LibvirtError where error.code == .noSupport {
            throw Failure(
                .unsupported, "network '\(name)'", "libvirt's driver inside strata has no networks",
                hint: "say --network user, or install the daemon: apt install libvirt-daemon-system")
        }
    }

    /// Whether a host has the usual network, running or not.
    static func isThere(_ name: String, on connection: Connection) async -> Bool {
        (try? await connection.network(named: name)) != nil
    }

    /// Makes or starts it.
    ///
    /// It belongs to the host, not to the guest that asked for it first, and stays.
    func prepare(on connection: Connection) async throws {
        let key = DefinedName(.network, name)
        if !isDefined { try await connection.keep(.network, definition) }
        do {
            try await connection.activate(key)
        } catch {
            if !isDefined { try? await connection.forget(key) }
            throw error
        }
    }

    private var definition: String {
        NewElement("network") {
            NewElement("name", text: name)
            NewElement("forward", ["mode": "nat"])
            NewElement("bridge", ["name": "virbr0", "stp": "on", "delay": "0"])
            NewElement("ip", ["address": "192.168.122.1", "netmask": "255.255.255.0"]) {
                NewElement("dhcp") { NewElement("range", ["start": "192.168.122.2", "end": "192.168.122.254"]) }
            }
        }.xml
    }
}
