import LibvirtXML
import Testing
import TestSupport

@testable import Strata

@Suite("Who logs in to a guest") struct LoginNoteTests {
    private func blueprint(_ source: GuestSpec.Source, user: String?, os: String?) throws -> GuestBlueprint {
        var spec = GuestSpec("web", from: source)
        spec.firstBoot.user = user
        return GuestBlueprint(spec: spec, system: try os.map { try OSDatabase().profile($0) }, type: .qemu)
    }

    @Test(
        arguments: [
            ("alice", "debian12", "alice"), (nil, "debian12", "debian"), ("alice", nil, "alice"), (nil, nil, nil),
            (nil, "win11", nil),
        ] as [(String?, String?, String?)])
    func theDefinitionOfAnImagesGuestTells(user: String?, os: String?, expected: String?) async throws {
        var document = try blueprint(.image("/i.qcow2"), user: user, os: os).document()
        document.type = .test
        let xml = document.xml
        try await withTestHost { host in
            let guest = try await host.define(xml)
            let known = try await guest.loginUser()
            #expect(known == expected)
        }
    }

    @Test func aKernelsGuestHasNobodyToLogInAs() throws {
        let document = try blueprint(.kernel("/k"), user: nil, os: "debian12").document()
        #expect(document.metadata[LoginNote.namespace] == nil)
    }

    /// It becomes an argument of ssh.
    @Test(arguments: ["-oProxyCommand=x", "", "a b", "a@b", "a;b", "a'b"]) func whatIsNoNameIsNone(name: String) throws
    {
        var document = try DomainDocument(xml: "<domain/>")
        document.note(login: name)
        let note = try #require(document.document.root.first("metadata")?.elements.first)
        #expect(LoginNote.user(in: note) == nil)
    }
}
