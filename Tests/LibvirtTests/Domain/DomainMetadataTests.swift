import Libvirt
import Testing
import TestSupport

@Suite("Domain metadata") struct DomainMetadataTests {
    @Test func titleAndDescriptionComeAndGo() async throws {
        try await withBox { box in
            #expect(try await box.title() == nil)
            try await box.setTitle("A box")
            try await box.setDescriptionText("Stands\nin the corner")
            #expect(try await box.title() == "A box")
            #expect(try await box.descriptionText() == "Stands\nin the corner")
            try await box.setTitle(nil)
            #expect(try await box.title() == nil)
        }
    }

    @Test func anElementIsKeptUnderItsNamespace() async throws {
        try await withBox { box in
            let namespace = "https://example.org/colour"
            #expect(try await box.metadata(namespace: namespace) == nil)
            try await box.setMetadata("<colour>green</colour>", prefix: "paint", namespace: namespace)
            #expect(try await box.metadata(namespace: namespace) == "<colour>green</colour>")
            #expect(try await box.xml().contains("paint:colour"))
            try await box.setMetadata(nil, prefix: "paint", namespace: namespace)
            #expect(try await box.metadata(namespace: namespace) == nil)
        }
    }

    @Test func aTitleOfTwoLinesIsRefused() async throws {
        try await withBox { box in
            let error = await #expect(throws: LibvirtError.self) { try await box.setTitle("two\nlines") }
            #expect(error?.code == .invalidArgument)
        }
    }

    @Test func aTitleWithANULInsideIsRefused() async throws {
        try await withBox { box in
            let error = await #expect(throws: LibvirtError.self) { try await box.setTitle("cut\0off") }
            #expect(error?.code == .invalidArgument)
        }
    }

    @Test func renamingKeepsTheUUID() async throws {
        try await withTestHost(domains: [.shutOff("web")]) { host in
            let web = try await host.domain(named: "web")
            try await web.rename(to: "store")
            #expect(try await host.domain(named: "store").uuid == web.uuid)
            #expect(try await host.domains().count == 1)
        }
    }

    @Test func aDomainKnowsItsConnectionAndItsKind() async throws {
        try await withTestHost(domains: [.shutOff("web")]) { host in
            let web = try await host.domain(named: "web")
            #expect(try await web.connection.uri == (try await host.uri))
            #expect(try await web.osType == "linux")
        }
    }

    @Test func theLifecycleActionsAreWrittenIntoTheDefinition() async throws {
        try await withBox { box in
            try await box.setLifecycleAction(.preserve, on: .crash)
            #expect(try await box.xml().contains("<on_crash>preserve</on_crash>"))
        }
    }
}
