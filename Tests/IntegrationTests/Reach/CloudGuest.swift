import Foundation
import Libvirt
import Testing
import TestSupport

/// A guest from the cloud image of Debian's packages, with a seed, a user whose key is here, and QEMU's agent.
struct CloudGuest {
    let host: Connection
    let guest: Domain
    let folder: URL
    var key: String { path("key") }
    var name: String { guest.name }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Runs strata on the host of the guest, with a state folder of its own.
    func strata(_ arguments: [String]) async throws -> Tool.Outcome {
        try await Tool.strata.run(
            [arguments[0], "-q", "-c", RealGuests.uri] + arguments.dropFirst(),
            environment: ["XDG_STATE_HOME": path("state")])
    }

    static let image = RealGuests.domains.appending(path: "images/cloud.qcow2").path

    /// Defines and starts the guest, runs `body`, and removes whatever there is of it.
    static func with(_ name: String, body: (CloudGuest) async throws -> Void) async throws {
        try #require(FileManager.default.fileExists(atPath: image), "make it with: Tests/Lab/guests cloud")
        try await withTemporaryFolder { folder in
            func path(_ name: String) -> String { folder.appending(path: name).path }
            func run(_ tool: String, _ arguments: String...) async throws {
                let outcome = try await Tool(path: "/usr/bin/\(tool)").run(arguments)
                try #require(outcome.status == 0, "\(tool): \(outcome.errors)")
            }
            try await run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path("key"))
            let key = try String(contentsOfFile: path("key.pub"), encoding: .utf8)
                .trimmingCharacters(in: .newlines)
            let user = try folder.file("user-data", #"#cloud-config\#n{"ssh_authorized_keys": ["\#(key)"]}"#)
            let meta = try folder.file("meta-data", #"{"instance-id": "\#(name)", "local-hostname": "\#(name)"}"#)
            try await run("xorrisofs", "-quiet", "-o", path("seed.iso"), "-V", "cidata", "-J", "-r", user, meta)
            try await run(
                "qemu-img", "create", "-q", "-f", "qcow2", "-F", "qcow2", "-b", image, path("disk.qcow2"), "4G")
            try await LabNetwork(name: name, bridge: "virbr-cloud", subnet: 231).run { _, _ in
                try await RealGuests.withGuests(name) { host in
                    let guest = try await host.define(definition(name, folder.path))
                    try await guest.start()
                    try await body(CloudGuest(host: host, guest: guest, folder: folder))
                }
            }
        }
    }

    private static func definition(_ name: String, _ folder: String) -> String {
        """
        <domain type='qemu'><name>\(name)</name><memory unit='MiB'>512</memory><vcpu>2</vcpu>
        <os><type arch='x86_64' machine='pc'>hvm</type></os><features><acpi/></features><cpu mode='maximum'/><devices>
        <disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='\(folder)/disk.qcow2'/>
        <target dev='vda' bus='virtio'/></disk>
        <disk type='file' device='cdrom'><driver name='qemu' type='raw'/><source file='\(folder)/seed.iso'/>
        <target dev='hda' bus='ide'/><readonly/></disk>
        <interface type='network'><source network='\(name)'/><model type='virtio'/></interface>
        <serial type='pty'><log file='\(folder)/console.log' append='off'/></serial><console type='pty'/>
        <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
        <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel></devices></domain>
        """
    }
}
