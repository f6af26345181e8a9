import Foundation
import Libvirt
import Testing

/// A network of the tests' own, which a real daemon runs.
struct LabNetwork {
    let name: String
    let bridge: String
    /// The third number of its addresses.
    let subnet: Int
    /// What it gives to firmware that asks for something to boot: a file, and the folder with all that this one wants.
    var boot: (folder: String, file: String)?

    var xml: String {
        """
        <network><name>\(name)</name><bridge name='\(bridge)'/><ip address='192.168.\(subnet).1' netmask='255.255.255.0'>
        \(boot.map { "<tftp root='\($0.folder)'/>" } ?? "")<dhcp>
        <range start='192.168.\(subnet).2' end='192.168.\(subnet).99'/>
        \(boot.map { "<bootp file='\($0.file)'/>" } ?? "")</dhcp></ip></network>
        """
    }

    /// Runs `body` with a connection and the active network, and removes the network whatever happens.
    func run<Result>(_ body: (Connection, Network) async throws -> Result) async throws -> Result {
        let host = try await Connection.open(RealGuests.uri)
        func clear() async {
            let network = try? await host.network(named: name)
            try? await network?.stop()
            try? await network?.undefine()
        }
        await clear()
        do {
            let result = try await body(host, try await host.createTransientNetwork(xml))
            await clear()
            await host.close()
            return result
        } catch {
            await clear()
            await host.close()
            throw error
        }
    }
}
