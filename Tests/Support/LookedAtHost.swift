internal import Libvirt

/// A host of the test driver with one object of every kind that the driver has, seen over a connection that libvirt
/// itself holds to looking only.
///
/// Hosts from a file are private to their connection; this one is the world that connections of a process share.
package struct LookedAtHost: Sendable {
    let host: ReadOnlyConnection
    let domain: ReadOnlyDomain
    let snapshot: ReadOnlyDomainSnapshot
    let checkpoint: ReadOnlyDomainCheckpoint
    let network: ReadOnlyNetwork
    let pool: ReadOnlyStoragePool
    let volume: ReadOnlyStorageVolume
    let interface: ReadOnlyHostInterface
    let device: ReadOnlyNodeDevice

    private static let uri = "test:///default"

    private static func definition(_ name: String) -> String {
        """
        <domain type='test'><name>\(name)</name><memory unit='MiB'>64</memory><os><type>hvm</type></os><devices>
        <disk type='file' device='disk'><driver name='test' type='qcow2'/><source file='/\(name).qcow2'/>
        <target dev='vda' bus='virtio'/></disk></devices></domain>
        """
    }

    /// Makes what is looked at, runs `body`, and removes it.
    package static func with(_ body: (LookedAtHost) async throws -> Void) async throws {
        let maker = try await Connection.open(uri)
        // A domain can have snapshots or checkpoints, not both.
        let shot = try await maker.createTransient(definition("looked-at-1"))
        let marked = try await maker.createTransient(definition("looked-at-2"))
        _ = try await shot.createSnapshot("<domainsnapshot><name>s</name></domainsnapshot>")
        _ = try await marked.createCheckpoint("<domaincheckpoint><name>c</name></domaincheckpoint>")
        let pool = try await maker.createTransientStoragePool(folderPoolXML("looked-at", path: "/looked-at"))
        _ = try await pool.createVolume(volumeXML("volume"))
        let device = try await maker.nodeDevices()[0].name
        let reader = try await ReadOnlyConnection.open(uri)
        try await body(
            LookedAtHost(
                host: reader, domain: reader.domain(named: "looked-at-1"),
                snapshot: reader.domain(named: "looked-at-1").snapshot(named: "s"),
                checkpoint: reader.domain(named: "looked-at-2").checkpoint(named: "c"),
                network: reader.network(named: "default"), pool: reader.storagePool(named: "looked-at"),
                volume: reader.storagePool(named: "looked-at").volume(named: "volume"),
                interface: reader.hostInterface(named: "eth1"), device: reader.nodeDevice(named: device)))
        for domain in [shot, marked] { try await domain.forceOff() }
        try await pool.stop()
        await reader.close()
        await maker.close()
    }
}
