import Libvirt
import Testing
import TestSupport

@Suite("Checkpoints") struct DomainCheckpointTests {
    private func document(_ name: String) -> String { "<domaincheckpoint><name>\(name)</name></domaincheckpoint>" }

    /// The test driver wants a disk to mark.
    private let definition = """
        <domain type='test'><name>web</name><memory unit='MiB'>64</memory><os><type>hvm</type></os><devices>
        <disk type='file' device='disk'><driver name='test' type='qcow2'/><source file='/web.qcow2'/>
        <target dev='vda' bus='virtio'/></disk></devices></domain>
        """

    @Test func checkpointsFormALine() async throws {
        try await withTestHost { host in
            let web = try await host.createTransient(definition)
            let first = try await web.createCheckpoint(document("first"))
            let second = try await web.createCheckpoint(document("second"))
            let third = try await web.createCheckpoint(document("third"))

            #expect(try await web.checkpoints(.topological) == [first, second, third])
            #expect(try await web.checkpoints(.roots) == [first])
            #expect(try await first.children() == [second])
            #expect(Set(try await first.children(.descendants)) == [second, third])
            #expect(try await third.parent() == second)
            #expect(try await first.parent() == nil)
        }
    }

    @Test func aCheckpointIsFoundByNameAndLeadsBackToItsDomain() async throws {
        try await withTestHost { host in
            let web = try await host.createTransient(definition)
            let made = try await web.createCheckpoint(document("c"))
            let found = try await web.checkpoint(named: "c")
            #expect(found == made)
            #expect(try found.domain == web)
            let whole = try await found.readOnly.xml()
            let short = try await found.xml(includesDomain: false)
            #expect(whole.contains("<domain type='test'"))
            #expect(!short.contains("<domain type='test'"))
            #expect(short.contains("<name>c</name>"))
            #expect(try await found.xml([.secure, .noDomain]).contains("<name>c</name>"))
            let seen: [ReadOnlyDomainCheckpoint] = try await web.readOnly.checkpoints()
            #expect(seen.map(\.name) == ["c"])
        }
    }

    @Test func aDeletedCheckpointIsGone() async throws {
        try await withTestHost { host in
            let web = try await host.createTransient(definition)
            let first = try await web.createCheckpoint(document("first"))
            let second = try await web.createCheckpoint(document("second"))
            try await first.delete()
            #expect(try await web.checkpoints() == [second])
            #expect(try await second.parent() == nil)
            let error = await #expect(throws: LibvirtError.self) { _ = try await first.parent() }
            #expect(error?.code == .noDomainCheckpoint)
            // The call that tells no parent and no checkpoint apart.
            #expect(error?.call == "virDomainCheckpointListAllChildren")
            let missing = await #expect(throws: LibvirtError.self) { _ = try await web.checkpoint(named: "first") }
            #expect(missing?.code == .noDomainCheckpoint)
        }
    }
}
