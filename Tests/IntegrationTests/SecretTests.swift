import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    @Suite("Secrets") struct SecretTests {
        private static func xml(_ volume: String, isPrivate: Bool = false) -> String {
            """
            <secret ephemeral='yes' private='\(isPrivate ? "yes" : "no")'><description>lab</description>
            <usage type='volume'><volume>\(volume)</volume></usage></secret>
            """
        }

        @Test func aSecretKeepsItsBytes() async throws {
            try await withoutSecrets("/n-bytes") { host in
                let secret = try await host.defineSecret(Self.xml("/n-bytes"), .validate)
                let unset = await #expect(throws: LibvirtError.self) { _ = try await secret.value() }
                #expect(unset?.code == .noSecret)
                #expect(unset?.subject == "secret \(secret.uuid)".lowercased())
                let value = Array(UInt8.min...UInt8.max)
                try await secret.setValue(value)
                #expect(try await secret.value() == value)
                try await secret.setValue([7])
                #expect(try await secret.value() == [7])
                let empty = await #expect(throws: LibvirtError.self) { try await secret.setValue([]) }
                #expect(empty?.code == .invalidArgument)
                #expect(try await secret.value() == [7])
            }
        }

        @Test func aSecretIsFoundByItsUse() async throws {
            try await withoutSecrets("/n-use") { host in
                let secret = try await host.defineSecret(Self.xml("/n-use"))
                let used = try await host.readOnly.secret(for: .volume, "/n-use")
                #expect(used.uuid == secret.uuid)
                #expect(used.usageType == .volume)
                #expect(used.usageID == "/n-use")
                #expect(try await used.xml().contains("<description>lab</description>"))
                #expect(try await host.secret(uuid: secret.uuid) == secret)
                #expect(try await host.secrets(.ephemeral).contains(secret))
                #expect(try await !host.secrets(.noEphemeral).contains(secret))
                try await secret.undefine()
                let error = await #expect(throws: LibvirtError.self) {
                    _ = try await host.secret(uuid: secret.uuid)
                }
                #expect(error?.code == .noSecret)
            }
        }

        @Test func aPrivateValueNeverComesBack() async throws {
            try await withoutSecrets("/n-private") { host in
                let secret = try await host.defineSecret(Self.xml("/n-private", isPrivate: true))
                try await secret.setValue([1, 2, 3])
                let error = await #expect(throws: LibvirtError.self) { _ = try await secret.value() }
                #expect(error?.code == .invalidSecret)
                #expect(error?.call == "virSecretGetValue")
            }
        }

        @Test func aSecretsLifeAndValuesAreEvents() async throws {
            try await withoutSecrets("/n-events") { host in
                let lives = try await host.secretEvents(.lifecycle).subscribe()
                let secret = try await host.defineSecret(Self.xml("/n-events"))
                let values = try await host.secretEvents(.valueChanged, of: secret).subscribe()
                try await secret.setValue([1])
                try await secret.setValue([2])
                try await secret.undefine()
                for _ in 0..<2 { #expect(try await values.next()?.secret == secret) }
                var changes: [SecretLifecycleEventType] = []
                while changes.last != .undefined, let event = try await lives.next() {
                    if event.secret == secret { changes.append(event.change) }
                }
                #expect(changes == [.defined, .undefined])
            }
        }

        private func withoutSecrets(_ volume: String, _ body: (Connection) async throws -> Void) async throws {
            let host = try await Connection.open(RealGuests.uri)
            func clear() async { try? await host.secret(for: .volume, volume).undefine() }
            await clear()
            do {
                try await body(host)
                await clear()
                await host.close()
            } catch {
                await clear()
                await host.close()
                throw error
            }
        }
    }
}
