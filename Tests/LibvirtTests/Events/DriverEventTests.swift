import CLibvirt
import Testing
import TestSupport

@testable import Libvirt

/// Events other than those of the life cycle that libvirt's test driver sends.
@Suite("Domain events of the test driver") struct DriverEventTests {
    @Test func metadataThatIsSetIsTold() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let events = try await host.domainEvents(.metadataChange).subscribe()
            let web = try await host.domain(named: "web")
            try await web.handle.status("virDomainSetMetadata") {
                virDomainSetMetadata($0, Int32(VIR_DOMAIN_METADATA_TITLE.rawValue), "The web", nil, nil, 0)
            }
            let event = try await events.next()
            #expect(event?.change == DomainMetadataChange(type: .title, uri: nil))
            #expect(event?.domain == web)
        }
    }

    @Test func severalKindsAreHeardSideBySide() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let metadata = try await host.domainEvents(.metadataChange).subscribe()
            let lifecycle = try await host.domainEvents(.lifecycle).subscribe()
            let reboots = try await host.domainEvents(.reboot).subscribe()
            #expect(host.subscriptionCount == 3)
            let web = try await host.domain(named: "web")
            try await web.handle.status("virDomainSetMetadata") {
                virDomainSetMetadata(
                    $0, Int32(VIR_DOMAIN_METADATA_ELEMENT.rawValue), "<a/>", "x", "urn:strata:test", 0)
            }
            try await web.forceOff()
            #expect(try await metadata.next()?.change == DomainMetadataChange(type: .element, uri: "urn:strata:test"))
            #expect(try await lifecycle.next()?.kind == .stopped(.forcedOff))
            await host.close()
            #expect(try await reboots.next() == nil)
        }
    }
}
