import Libvirt
import Testing
import TestSupport

@Suite("Snapshots") struct DomainSnapshotTests {
    private func document(_ name: String) -> String { "<domainsnapshot><name>\(name)</name></domainsnapshot>" }

    @Test func snapshotsFormATree() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            #expect(try await web.hasCurrentSnapshot == false)
            #expect(try await web.currentSnapshot() == nil)
            let first = try await web.createSnapshot(document("first"))
            let second = try await web.createSnapshot(document("second"))
            try await first.revert()
            let third = try await web.createSnapshot(document("third"))

            #expect(Set(try await web.snapshotNames()) == ["first", "second", "third"])
            #expect(try await web.snapshotNames(.roots) == ["first"])
            let inOrder = try await web.snapshots(.topological)
            #expect(inOrder.first == first)
            #expect(inOrder.count == 3)
            #expect(try await web.snapshots(.roots) == [first])
            #expect(Set(try await web.snapshots(.leaves)) == [second, third])
            #expect(Set(try await first.children()) == [second, third])
            #expect(try await third.children(.descendants).isEmpty)
            #expect(try await third.parent() == first)
            #expect(try await first.parent() == nil)
            #expect(try await web.currentSnapshot() == third)
            #expect(try await web.hasCurrentSnapshot)
            #expect(try await third.isCurrent)
            #expect(try await first.isCurrent == false)
            #expect(try await first.hasMetadata)
        }
    }

    @Test func revertingBringsTheStateBack() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let running = try await web.createSnapshot(document("running"))
            try await web.forceOff()
            try await running.revert()
            #expect(try await web.state().state == .running)
            try await running.revert(.paused)
            #expect(try await web.state().state == .paused)
        }
    }

    @Test func aSnapshotIsFoundByNameAndLeadsBackToItsDomain() async throws {
        try await withTestHost(domains: [.running("web"), .running("other")]) { host in
            let web = try await host.domain(named: "web")
            let made = try await web.createSnapshot(document("s"))
            let found = try await web.snapshot(named: "s")
            #expect(found == made)
            #expect(try found.domain == web)
            #expect(try await found.readOnly.xml().contains("<name>s</name>"))
            #expect(try await found.xml(.secure).contains("<domainsnapshot>"))
            let twin = try await host.domain(named: "other").createSnapshot(document("s"))
            #expect(twin != made)
        }
    }

    @Test func whatALookerFindsCanBeReadOnly() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            _ = try await web.createSnapshot(document("s"))
            let seen: [ReadOnlyDomainSnapshot] = try await web.readOnly.snapshots()
            #expect(seen.map(\.name) == ["s"])
        }
    }

    @Test func deletingCanTakeTheChildrenAlong() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let first = try await web.createSnapshot(document("first"))
            _ = try await web.createSnapshot(document("second"))
            _ = try await web.createSnapshot(document("third"))
            try await first.delete(.childrenOnly)
            #expect(try await web.snapshots() == [first])
            try await first.delete()
            #expect(try await web.snapshots().isEmpty)
        }
    }

    @Test func aDeletedSnapshotHasNoParentToAnswerFor() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let first = try await web.createSnapshot(document("first"))
            try await first.delete()
            let error = await #expect(throws: LibvirtError.self) { _ = try await first.parent() }
            #expect(error?.code == .noDomainSnapshot)
            // The call that tells no parent and no snapshot apart.
            #expect(error?.call == "virDomainSnapshotHasMetadata")
            #expect(error?.subject == "snapshot 'first'")
        }
    }

    @Test func aNameThatIsNotThereIsAnError() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let error = await #expect(throws: LibvirtError.self) { _ = try await web.snapshot(named: "none") }
            #expect(error?.code == .noDomainSnapshot)
            let torn = await #expect(throws: LibvirtError.self) { _ = try await web.snapshot(named: "a\0b") }
            #expect(torn?.code == .invalidArgument)
        }
    }
}
