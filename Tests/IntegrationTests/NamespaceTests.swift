import Foundation
import Libvirt
import Testing
import TestSupport

/// libvirt enters whatever descriptors it is given, so that no container is needed to see that it does.
@Suite("Namespaces") struct NamespaceTests {
    private static func network(of thread: String = "thread-self") throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(thread)/ns/net")
    }

    private func withNamespaces<Result: Sendable>(
        _ paths: [String], _ body: (ContainerNamespaces) async throws -> Result
    ) async throws -> Result {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let descriptors = try paths.map { path in
                let number = open(path, O_RDONLY | O_CLOEXEC)
                try #require(number >= 0)
                return OwnedDescriptor(adopting: number)
            }
            return try await body(ContainerNamespaces(descriptors, of: web))
        }
    }

    @Test func onlyTheBodyIsInside() async throws {
        let other = try Tool(path: "/usr/bin/unshare").start(["--net", "sleep", "600"])
        defer { other.end(ifStill: "sleep") }
        let outside = try Self.network()
        let pid = other.processID
        #expect(await eventually { (try? Self.network(of: "\(pid)")) ?? outside != outside })
        let inside = try await withNamespaces(["/proc/\(pid)/ns/net"]) { namespaces in
            try await namespaces.run { try Self.network() }
        }
        #expect(inside == (try Self.network(of: "\(pid)")))
        let threads = try await withTaskExecutorPreference(BlockingExecutor.shared) {
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<20 { group.addTask { try Self.network() } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
        }
        #expect(threads == [outside])
    }

    @Test func whatIsNoNamespaceIsRefused() async throws {
        try await withTemporaryFolder { folder in
            let error = await #expect(throws: LibvirtError.self) {
                try await withNamespaces([try folder.file("plain", "x")]) { try await $0.run {} }
            }
            #expect(error?.code == .invalidArgument)
        }
    }

    @Test func labelsOfNoModelChangeNothingAndUnknownModelsAreRefused() async throws {
        try await withNamespaces(["/proc/self/ns/net"]) { namespaces in
            let none = ContainerLabel("", of: SecurityModel(name: "none"))
            let answer = try await namespaces.run(as: none) { 42 }
            #expect(answer == 42)
            let unknown = ContainerLabel("x", of: SecurityModel(name: "nonsense"))
            let error = await #expect(throws: LibvirtError.self) { try await namespaces.run(as: unknown) {} }
            #expect(error?.code == .argumentUnsupported)
            #expect(error?.call == "virDomainLxcEnterSecurityLabel")
            let long = ContainerLabel(String(repeating: "x", count: 5000), of: SecurityModel(name: "none"))
            let refused = await #expect(throws: LibvirtError.self) { try await namespaces.run(as: long) {} }
            #expect(refused?.code == .invalidArgument)
        }
    }

    @Test func whatTheBodyThrowsComesOut() async throws {
        struct Inside: Error {}
        try await withNamespaces(["/proc/self/ns/net"]) { namespaces in
            let answer = try await namespaces.run { 1 }
            #expect(answer == 1)
            await #expect(throws: Inside.self) { try await namespaces.run { throw Inside() } }
        }
    }
}
