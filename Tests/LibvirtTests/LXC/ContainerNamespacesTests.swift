import Foundation
import Libvirt
import Testing
import TestSupport

@Suite("Namespaces of containers") struct ContainerNamespacesTests {
    @Test func enteringNothingIsRefused() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let error = await #expect(throws: LibvirtError.self) { try await ContainerNamespaces([], of: web).run {} }
            #expect(error?.call == "virDomainLxcEnterNamespace")
            #expect(error?.subject == "domain 'web'")
        }
    }

    @Test func descriptorsAreClosedWithTheLastReference() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        do { _ = OwnedDescriptor(adopting: ends[1]) }
        // The end of the pipe, for nobody can write to it any more.
        var byte: UInt8 = 0
        #expect(read(ends[0], &byte, 1) == 0)
    }
}
