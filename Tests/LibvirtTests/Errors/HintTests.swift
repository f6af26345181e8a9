import Foundation
import Testing
import TestSupport

@testable import Libvirt

/// Runs `body`, which must fail, and expects a piece of the advice that comes with the error.
private func expectAdvice(_ piece: String, _ body: () async throws -> Void) async {
    let error = await #expect(throws: LibvirtError.self) { try await body() }
    #expect(error?.hint?.contains(piece) == true, "\(error?.message ?? "no error"): \(error?.hint ?? "no hint")")
}

/// What users read when libvirt itself refuses; the situations that need no daemon.
@Suite("Advice") struct HintTests {
    @Test(arguments: [
        ("qemu+unix:///system?socket=/nope/libvirt-sock", "systemctl start libvirtd"),
        ("qemu+unix:///system?socket=/nope/virtqemud-sock", "enable --now virtqemud.socket"),
        ("network+unix:///system?socket=/nope/virtnetworkd-sock", "enable --now virtnetworkd.socket"),
        ("qemu+tcp://127.0.0.1:1/system", "let the daemon there listen"),
        ("qemu+tls://127.0.0.1:1/system?pkipath=/nope", "?pkipath=FOLDER"),
        ("hugo:///nowhere", "check the URI hugo:///nowhere,"),
    ]) func aHostThatCannotBeReached(uri: String, piece: String) async {
        await expectAdvice(piece) { _ = try await Connection.open(uri) }
    }

    @Test(arguments: [
        ("Host key verification failed.", "?known_hosts=FILE"),
        ("mary@far: Permission denied (publickey,password).", "ssh-copy-id"),
        ("ssh: Could not resolve hostname far: Name or service not known", "name in the URI"),
        ("ssh: connect to host far port 22: Connection refused", "sshd runs"),
        ("sh: 1: nc: not found", "virt-ssh-helper"),
    ]) func whatSSHComplainsOf(complaint: String, piece: String) async throws {
        try await withTemporaryFolder { folder in
            // Takes the place of ssh: hears libvirt's first words, complains, and ends.
            let command = try await folder.script(
                "ssh", "#!/bin/sh\nhead -c 4 > /dev/null\necho '\(complaint)' >&2\nexit 255\n")
            await expectAdvice(piece) { _ = try await Connection.open("qemu+ext:///system?command=\(command)") }
        }
    }

    @Test func aNameThatIsTaken() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let other = TestDomain.shutOff("web").definition.replacing("</name>", with: "</name><uuid>\(UUID())</uuid>")
            await expectAdvice("another name") { _ = try await host.define(other) }
        }
    }

    @Test func aUUIDThatIsTaken() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let uuid = try await host.domain(named: "web").uuid
            let other = TestDomain.shutOff("db").definition.replacing("</name>", with: "</name><uuid>\(uuid)</uuid>")
            await expectAdvice("another UUID") { _ = try await host.define(other) }
        }
    }

    @Test func aReadOnlyConnection() async throws {
        try await withTemporaryFolder { folder in
            let host = try await ReadOnlyConnection.open(try testHostURI(in: folder, domains: [.shutOff("web")]))
            let web = try await host.domain(named: "web")
            // The types do not let it through; libvirt does not, either.
            let writer = Domain(web.handle, web.registrations)
            await expectAdvice("may change things") { try await writer.start() }
            await host.close()
        }
    }

    @Test func thingsThatAreNotThere() async throws {
        try await withTestPool { host, pool in
            await expectAdvice("strata list") { _ = try await host.domain(named: "nope") }
            await expectAdvice("net-list") { _ = try await host.network(named: "nope") }
            await expectAdvice("pool-list") { _ = try await host.storagePool(named: "nope") }
            await expectAdvice("vol-list") { _ = try await pool.volume(named: "nope") }
            await expectAdvice("outside all pools") { _ = try await host.storageVolume(path: "/nope") }
            await expectAdvice("nodedev-list") { _ = try await host.nodeDevice(named: "nope") }
        }
    }

    @Test func poolsAndVolumes() async throws {
        try await withTestPool(volumes: ["one"]) { _, pool in
            await expectAdvice("choose another name") { _ = try await pool.createVolume(volumeXML("one")) }
            try await pool.stop()
            await expectAdvice("pool-start pool ") { _ = try await pool.volume(named: "one") }
        }
    }

    @Test func aDocumentThatIsNone() async throws {
        try await withTestHost { host in
            await expectAdvice("strata validate") { _ = try await host.define("<domain") }
            await expectAdvice("give it a name") { _ = try await host.define("<domain type='test'/>") }
        }
    }
}
