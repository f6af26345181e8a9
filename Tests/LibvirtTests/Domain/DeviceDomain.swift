import Libvirt
import TestSupport

/// A domain of the test driver that has devices, for the calls about them.
enum DeviceDomain {
    static let definition = """
        <domain type='test'><name>box</name><memory unit='MiB'>256</memory><currentMemory unit='MiB'>128</currentMemory>
        <vcpu current='2'>4</vcpu><iothreads>2</iothreads><os><type>hvm</type></os>
        <devices>
        <disk type='file' device='disk'><source file='/box.img'/><target dev='vda' bus='virtio'/></disk>
        <interface type='network'><mac address='52:54:00:12:34:56'/><source network='default'/>
        <target dev='testnet0'/></interface>
        <memballoon model='virtio'/>
        </devices></domain>
        """
}

/// Defines and starts the domain with devices on a host of the test driver, and runs `body` with it.
func withRunningBox<Result: Sendable>(_ body: (Domain) async throws -> Result) async throws -> Result {
    try await withTestHost { host in
        let box = try await host.define(DeviceDomain.definition)
        try await box.start()
        return try await body(box)
    }
}

/// Defines the domain with devices on a host of the test driver, and runs `body` with it.
func withBox<Result: Sendable>(_ body: (Domain) async throws -> Result) async throws -> Result {
    try await withTestHost { host in try await body(try await host.define(DeviceDomain.definition)) }
}
