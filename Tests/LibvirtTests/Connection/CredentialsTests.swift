import Foundation
import Libvirt
import Synchronization
import Testing
import TestSupport

@Suite("Credentials") struct CredentialsTests {
    /// A host of libvirt's test driver that lets one user in.
    private func withGuardedHost<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        try await withTemporaryFolder { folder in
            let path = try folder.file(
                "node.xml",
                """
                <node><auth><user password='open sesame'>mary</user></auth>
                <cpu><mhz>6000</mhz><model>i986</model><active>1</active><nodes>1</nodes><sockets>1</sockets>
                <cores>1</cores><threads>1</threads></cpu><memory>8192</memory></node>
                """)
            return try await body("test://" + path)
        }
    }

    @Test func theRightUserComesIn() async throws {
        try await withGuardedHost { uri in
            let host = try await Connection.open(uri, credentials: .user("mary", password: "open sesame"))
            #expect(try await host.nodeInfo().model == "i986")
            await host.close()
            let parsed = try ConnectionURI(uri)
            let other = try await ReadOnlyConnection.open(
                parsed, credentials: .user("mary", password: "open sesame"))
            #expect(try await other.isAlive)
            await other.close()
        }
    }

    @Test func theWrongPasswordIsRefused() async throws {
        try await withGuardedHost { uri in
            let error = await #expect(throws: LibvirtError.self) {
                _ = try await Connection.open(uri, credentials: .user("mary", password: "sesame"))
            }
            #expect(error?.code == .authFailed)
        }
    }

    @Test func aClosureSeesTheQuestions() async throws {
        try await withGuardedHost { uri in
            let requests = Mutex<[ConnectionCredentials.Request]>([])
            let host = try await Connection.open(
                uri,
                credentials: ConnectionCredentials { request in
                    requests.withLock { $0.append(request) }
                    return request.type == .passphrase ? "open sesame" : "mary"
                })
            let seen = requests.withLock { $0 }
            #expect(seen.map(\.type) == [.authorizationName, .passphrase])
            #expect(seen.allSatisfy { !$0.prompt.isEmpty })
            await host.close()
        }
    }

    @Test func whatTheClosureThrowsIsWhatOpeningThrows() async throws {
        struct VaultIsShut: Error {}
        try await withGuardedHost { uri in
            _ = await #expect(throws: VaultIsShut.self) {
                _ = try await Connection.open(uri, credentials: ConnectionCredentials { _ in throw VaultIsShut() })
            }
        }
    }

    @Test func aNULInAnAnswerIsRefused() async throws {
        try await withGuardedHost { uri in
            let error = await #expect(throws: LibvirtError.self) {
                _ = try await Connection.open(uri, credentials: .user("mary", password: "open sesame\0more"))
            }
            #expect(error?.code == .invalidArgument)
        }
    }

    @Test func noAnswerMeansNoConnection() async throws {
        try await withGuardedHost { uri in
            for credentials in [ConnectionCredentials.none, ConnectionCredentials { _ in nil }] {
                let error = await #expect(throws: LibvirtError.self) {
                    _ = try await Connection.open(uri, credentials: credentials)
                }
                #expect(error?.call == "virConnectOpenAuth")
            }
        }
    }
}
