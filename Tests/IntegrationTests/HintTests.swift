import Foundation
import Libvirt
import Testing
import TestSupport

/// Runs `body`, which must fail, and expects a piece of the advice that comes with the error.
private func expectAdvice(_ piece: String, _ body: () async throws -> Void) async {
    let error = await #expect(throws: LibvirtError.self) { try await body() }
    #expect(error?.hint?.contains(piece) == true, "\(error?.message ?? "no error"): \(error?.hint ?? "no hint")")
}

extension RealGuests {
    /// What users read when a real daemon refuses.
    @Suite("Advice") struct HintTests {
        private static let name = "hint-guest"

        private static func definition(
            _ devices: String = "", type: String = "qemu", arch: String = "x86_64", machine: String = "pc",
            more: String = ""
        ) -> String {
            """
            <domain type='\(type)'><name>\(name)</name><memory unit='MiB'>32</memory><vcpu>1</vcpu>\(more)
            <os><type arch='\(arch)' machine='\(machine)'>hvm</type></os><devices>\(devices)</devices></domain>
            """
        }

        private static func disk(_ path: String, format: String = "qcow2") -> String {
            """
            <disk type='file'><driver name='qemu' type='\(format)'/><source file='\(path)'/>
            <target dev='vda' bus='virtio'/></disk>
            """
        }

        /// What a guest asks for, and the advice where the host has no such thing.
        static let missing: [(definition: String, advice: String)] = [
            (definition(machine: "pc-q35-99.9"), "machine"),
            (definition(arch: "sparc64", machine: "sun4u"), "emulator for sparc64"),
            (definition(type: "xen"), "cannot do xen"),
            (definition(more: "<cpu mode='host-passthrough'/>"), "mode='maximum'"),
            (definition(more: "<cpu mode='custom'><model>Hugo9</model></cpu>"), "cpu-models"),
            (definition(more: "<memoryBacking><hugepages/></memoryBacking>"), "/dev/hugepages"),
            (definition("<interface type='network'><source network='hint-none'/></interface>"), "net-list"),
            (definition("<interface type='bridge'><source bridge='hintnone0'/></interface>"), "bridge hintnone0 does"),
            (definition("<interface type='direct'><source dev='hintnone0'/></interface>"), "interface hintnone0 does"),
            (
                definition("<disk type='volume'><source pool='hint-none' volume='v'/><target dev='vda'/></disk>"),
                "pool-list"
            ),
            (definition(disk("/nope/a.qcow2")), "the path /nope/a.qcow2"),
            (definition("<emulator>/nope/qemu</emulator>"), "no /nope/qemu:"),
        ]

        @Test(arguments: missing.indices) func whatTheHostDoesNotHave(index: Int) async throws {
            try await RealGuests.withGuests(Self.name) { host in
                await expectAdvice(Self.missing[index].advice) {
                    _ = try await host.createTransient(Self.missing[index].definition, .paused)
                }
            }
        }

        @Test func aNetworkThatIsNotActive() async throws {
            try await RealGuests.withGuests(Self.name) { host in
                let network = try await host.defineNetwork("<network><name>hint-net</name></network>")
                let nic = "<interface type='network'><source network='hint-net'/></interface>"
                await expectAdvice("virsh net-start hint-net (") {
                    _ = try await host.createTransient(Self.definition(nic), .paused)
                }
                try await network.undefine()
            }
        }

        @Test func aFolderThatQEMUMayNotSearch() async throws {
            try await withTemporaryFolder { folder in
                let disk = folder.appending(path: "a.img").path
                _ = try await IdleGuest.run("/usr/bin/qemu-img", "create", "-q", "-f", "raw", disk, "1M")
                try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
                try await RealGuests.withGuests(Self.name) { host in
                    await expectAdvice("chmod o+x") {
                        _ = try await host.createTransient(Self.definition(Self.disk(disk, format: "raw")), .paused)
                    }
                }
            }
        }

        @Test func aBackingFileThatIsGone() async throws {
            try await withTemporaryFolder { folder in
                let (base, top) = (folder.appending(path: "base").path, folder.appending(path: "top").path)
                _ = try await IdleGuest.run("/usr/bin/qemu-img", "create", "-q", "-f", "qcow2", base, "1M")
                _ = try await IdleGuest.run(
                    "/usr/bin/qemu-img", "create", "-q", "-f", "qcow2", "-b", base, "-F", "qcow2", top)
                try FileManager.default.removeItem(atPath: base)
                try await RealGuests.withGuests(Self.name) { host in
                    await expectAdvice("\(base) is what the image stands on") {
                        _ = try await host.createTransient(Self.definition(Self.disk(top)), .paused)
                    }
                }
            }
        }

        @Test func aDiskThatAnotherGuestUses() async throws {
            try await IdleGuest.with("hint-first") { idle in
                await expectAdvice("another guest or tool uses the disk") {
                    _ = try await idle.host.createTransient(Self.definition(Self.disk(idle.disk)), .paused)
                }
            }
        }

        @Test func changesThatARunningGuestCannotTake() async throws {
            try await IdleGuest.with("hint-running") { idle in
                let guest = idle.guest
                await expectAdvice("it runs already") { try await guest.start() }
                await expectAdvice("raise the limit (<memory>)") { try await guest.setMemory(.gibibytes(1)) }
                await expectAdvice("next start") { try await guest.setMemory(.gibibytes(1), .maximum) }
                await expectAdvice("raise the limit (<vcpu>)") { try await guest.setVirtualCPUCount(9) }
                await expectAdvice("a balloon") { try await guest.setMemory(.mebibytes(16)) }
                await expectAdvice("a screen") { _ = try await guest.screenshot() }
                await expectAdvice("first console") { _ = try await guest.openConsole() }
                await expectAdvice("org.qemu.guest_agent.0") { try await guest.freezeFileSystems() }
                await expectAdvice("the path /nope") { try await guest.attachDevice(Self.disk("/nope")) }
                await expectAdvice("strata info") {
                    try await guest.detachDevice(Self.disk("/nope").replacing("vda", with: "vdz"))
                }
                await expectAdvice("PCI controllers") {
                    for _ in 0..<40 {
                        try await guest.attachDevice("<interface type='user'><model type='virtio'/></interface>")
                    }
                }
            }
        }

        @Test func aGuestThatIsOff() async throws {
            try await IdleGuest.with("hint-off") { idle in
                try await idle.guest.managedSave()
                await expectAdvice("--managed-save") { try await idle.guest.undefine() }
                await expectAdvice("strata start") { try await idle.guest.suspend() }
            }
        }

        @Test func aGuestWithoutADefinition() async throws {
            try await RealGuests.withGuests(Self.name) { host in
                let guest = try await host.createTransient(Self.definition(), .paused)
                await expectAdvice("define it first") { try await guest.undefine() }
            }
        }

        @Test func anAgentThatDoesNotAnswer() async throws {
            let channel = "<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>"
            try await IdleGuest.with("hint-agent", devices: channel) { idle in
                await expectAdvice("start qemu-guest-agent") { try await idle.guest.freezeFileSystems() }
            }
        }

        @Test func snapshotsOfTwoKinds() async throws {
            try await IdleGuest.with("hint-snapshots") { idle in
                func snapshot(_ name: String) -> String {
                    """
                    <domainsnapshot><name>\(name)</name><disks><disk name='hda' snapshot='external'>
                    <source file='\(idle.path(name))'/></disk></disks></domainsnapshot>
                    """
                }
                let inner = try await idle.guest.createSnapshot("<domainsnapshot><name>in</name></domainsnapshot>")
                let outer = try await idle.guest.createSnapshot(snapshot("out"), .diskOnly)
                await expectAdvice("the two kinds") { try await outer.delete() }
                await expectAdvice("the two kinds") { try await inner.delete() }
                await expectAdvice("newer libvirt can") { try await outer.revert() }
                await expectAdvice("choose another name") {
                    _ = try await idle.guest.createSnapshot("<domainsnapshot><name>in</name></domainsnapshot>")
                }
                await expectAdvice("snapshot-list") { _ = try await idle.guest.snapshot(named: "nope") }
                try await idle.guest.forceOff()
                await expectAdvice("--snapshots") { try await idle.guest.undefine() }
            }
        }

        @Test func networksAndPoolsInEachOthersWay() async throws {
            let network = LabNetwork(name: "hint-lab", bridge: "hintbr0", subnet: 197)
            try await network.run { host, _ in
                await expectAdvice("bridge hintbr0") {
                    _ = try await host.createTransientNetwork(network.xml.replacing("hint-lab", with: "hint-lab2"))
                }
                await expectAdvice("another subnet") {
                    _ = try await host.createTransientNetwork(
                        network.xml.replacing("hint-lab", with: "hint-lab2").replacing("hintbr0", with: "hintbr1"))
                }
            }
            try await RealStorage.withPool("hint-pool") { host, pool, folder in
                await expectAdvice("started already") { try await pool.start() }
                await expectAdvice("the pool hint-pool has") {
                    _ = try await host.defineStoragePool(folderPoolXML("hint-pool2", path: folder.path))
                }
                let nowhere = try await host.defineStoragePool(folderPoolXML("hint-pool3", path: "/nope/pool"))
                await expectAdvice("mkdir /nope/pool") { try await nowhere.start() }
                try await nowhere.undefine()
                let idle = try await host.defineStoragePool(folderPoolXML("hint-pool4", path: folder.path + "/4"))
                await expectAdvice("pool-start hint-pool4 ") { _ = try await idle.volumes() }
                try await idle.undefine()
            }
        }
    }
}
