import Foundation
import Libvirt
import Testing
import TestSupport

@Suite("Secrets") struct SecretTests {
    @Test func aDriverWithoutSecretsSaysSo() async throws {
        try await withTestHost { host in
            let secrets = await #expect(throws: LibvirtError.self) { _ = try await host.secrets() }
            #expect(secrets?.code == .noSupport)
            #expect(secrets?.call == "virConnectListAllSecrets")
            let used = await #expect(throws: LibvirtError.self) { _ = try await host.secret(for: .tls, "lab") }
            #expect(used?.code == .noSupport)
            #expect(used?.subject == "secret for TLS 'lab'")
            let events = await #expect(throws: LibvirtError.self) {
                _ = try await host.secretEvents(.lifecycle).subscribe()
            }
            #expect(events?.code == .noSupport)
            // A refused registration leaves no subscriber behind.
            #expect(host.subscriptionCount == 0)
        }
    }
}
