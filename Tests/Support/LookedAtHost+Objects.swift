internal import Foundation
internal import Libvirt

extension LookedAtHost {
    /// One call for those who only look; errors are thrown on.
    package typealias Reading = @Sendable (LookedAtHost) async throws -> Void

    /// Every call for those who only look, by type and name.
    package static let readings: [String: [String: Reading]] = [
        "ConnectionReference": ofConnections,
        "DomainReference": ofDomains,
        "DomainSnapshotReference": ofSnapshots,
        "DomainCheckpointReference": ofCheckpoints,
        "NetworkReference": ofNetworks,
        "StoragePoolReference": ofPools,
        "StorageVolumeReference": ofVolumes,
        "HostInterfaceReference": ofInterfaces,
        "NodeDeviceReference": ofDevices,
    ]

    static let ofNetworks: [String: Reading] = [
        "bridgeName": { _ = try await $0.network.bridgeName },
        "dhcpLeases(mac:)": { _ = try await $0.network.dhcpLeases() },
        "isActive": { _ = try await $0.network.isActive },
        "isAutostarted": { _ = try await $0.network.isAutostarted },
        "isPersistent": { _ = try await $0.network.isPersistent },
        "port(uuid:)": { _ = try await $0.network.port(uuid: UUID()) },
        "ports()": { _ = try await $0.network.ports() },
        "xml(_:)": { _ = try await $0.network.xml() },
    ]

    static let ofPools: [String: Reading] = [
        "info()": { _ = try await $0.pool.info() },
        "isActive": { _ = try await $0.pool.isActive },
        "isAutostarted": { _ = try await $0.pool.isAutostarted },
        "isPersistent": { _ = try await $0.pool.isPersistent },
        "volume(named:)": { _ = try await $0.pool.volume(named: "x") },
        "volumeCount": { _ = try await $0.pool.volumeCount },
        "volumes()": { _ = try await $0.pool.volumes() },
        "xml(_:)": { _ = try await $0.pool.xml() },
    ]

    static let ofVolumes: [String: Reading] = [
        "info(_:)": { _ = try await $0.volume.info() },
        "path": { _ = try await $0.volume.path },
        "pool": { _ = try await $0.volume.pool },
        "xml()": { _ = try await $0.volume.xml() },
    ]

    static let ofInterfaces: [String: Reading] = [
        "isActive": { _ = try await $0.interface.isActive },
        "xml(_:)": { _ = try await $0.interface.xml() },
    ]

    static let ofDevices: [String: Reading] = [
        "capabilities()": { _ = try await $0.device.capabilities() },
        "isActive": { _ = try await $0.device.isActive },
        "isPersistent": { _ = try await $0.device.isPersistent },
        "parent": { _ = try await $0.device.parent },
        "xml()": { _ = try await $0.device.xml() },
    ]
}
