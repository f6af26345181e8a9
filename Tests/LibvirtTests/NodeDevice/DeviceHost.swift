import Foundation
import Libvirt
import TestSupport

/// Opens a host of libvirt's test driver that has a computer, a fibre channel adapter, and a virtual one on that.
func withDeviceHost<Result: Sendable>(_ body: (Connection) async throws -> Result) async throws -> Result {
    func adapter(_ number: Int, parent: String, name: String, more: String = "") -> String {
        """
        <device><name>scsi_host\(number)</name><parent>\(parent)</parent><capability type='scsi_host'>
        <host>\(number)</host><capability type='fc_host'><wwnn>20000000\(name)</wwnn><wwpn>10000000\(name)</wwpn>
        <fabric_wwn>2000000043214321</fabric_wwn></capability>\(more)</capability></device>
        """
    }
    let ports = "<capability type='vport_ops'><max_vports>4</max_vports><vports>1</vports></capability>"
    let node = """
        <node><device><name>computer</name><capability type='system'><hardware>
        <uuid>11111111-2222-3333-4444-555555555555</uuid></hardware><firmware/></capability></device>
        \(adapter(1, parent: "computer", name: "12341234", more: ports))
        \(adapter(11, parent: "scsi_host1", name: "34563456"))
        <cpu><mhz>6000</mhz><model>i986</model><active>4</active><nodes>1</nodes><sockets>1</sockets><cores>4</cores>
        <threads>1</threads></cpu><memory>8192000</memory></node>
        """
    return try await withTemporaryFolder { folder in
        let host = try await Connection.open("test://" + (try folder.file("node.xml", node)))
        do {
            let result = try await body(host)
            await host.close()
            return result
        } catch {
            await host.close()
            throw error
        }
    }
}
