public import Foundation
public import Libvirt

/// A domain for ``withTestHost(domains:_:)``.
public struct TestDomain: Sendable {
    var name: String
    var isRunning: Bool
    var memory = 128
    var vcpus = 1
    var devices = ""

    /// A domain that runs, with what stands in its `<devices>`.
    public static func running(_ name: String, devices: String = "") -> TestDomain {
        TestDomain(name: name, isRunning: true, devices: devices)
    }
    /// A domain that is shut off.
    public static func shutOff(_ name: String) -> TestDomain { TestDomain(name: name, isRunning: false) }

    /// The definition, in libvirt's test driver's own dialect when it is part of a node.
    func xml(inNode: Bool = true) -> String {
        let state = inNode ? "<test:runstate>\(isRunning ? 1 : 5)</test:runstate>" : ""
        return """
            <domain type='test'><name>\(name)</name><memory unit='MiB'>\(memory)</memory><vcpu>\(vcpus)</vcpu>
            <os><type>hvm</type></os><devices>\(devices)</devices>\(state)</domain>
            """
    }

    /// A definition that can be given to `define`.
    public var definition: String { xml(inNode: false) }
}

/// Writes a host of libvirt's test driver with these domains to a file and answers its URI.
///
/// Hosts from a file are private to their connection, where `test:///default` is one world for the whole process.
public func testHostURI(in folder: URL, domains: [TestDomain]) throws -> String {
    let node = """
        <node xmlns:test='http://libvirt.org/schemas/domain/test/1.0'>
        \(domains.map { $0.xml() }.joined(separator: "\n"))
        <cpu><mhz>6000</mhz><model>i986</model><active>50</active><nodes>4</nodes><sockets>4</sockets><cores>4</cores>
        <threads>2</threads></cpu><memory>8192000</memory></node>
        """
    return "test://" + (try folder.file("node.xml", node))
}

/// Opens a host of libvirt's test driver, runs `body`, and closes the connection in good order.
///
/// - Parameters:
///   - domains: The domains that the host has from the beginning.
///   - body: Gets the connection; must not let objects of it escape.
/// - Returns: What `body` returned.
/// - Throws: What `body` throws, and `LibvirtError` when the host could not be opened.
public func withTestHost<Result: Sendable>(
    domains: [TestDomain] = [], _ body: (Connection) async throws -> Result
) async throws -> Result {
    try await withTemporaryFolder { folder in
        let connection = try await Connection.open(try testHostURI(in: folder, domains: domains))
        do {
            let result = try await body(connection)
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }
}
