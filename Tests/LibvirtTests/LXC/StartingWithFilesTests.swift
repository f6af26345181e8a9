import Foundation
import Libvirt
import Testing
import TestSupport

@Suite("Starting with files") struct StartingWithFilesTests {
    private func descriptor() throws -> OwnedDescriptor {
        let number = open("/dev/null", O_RDONLY | O_CLOEXEC)
        try #require(number >= 0)
        return OwnedDescriptor(adopting: number)
    }

    // libvirt's test driver takes the files, and does nothing with them.
    @Test func aDefinedDomainStarts() async throws {
        try await withTestHost(domains: [.shutOff("box")]) { host in
            let box = try await host.domain(named: "box")
            try await box.start(passing: [try descriptor()])
            #expect(try await box.state().state == .running)
            let error = await #expect(throws: LibvirtError.self) { try await box.start(passing: []) }
            #expect(error?.call == "virDomainCreateWithFiles")
        }
    }

    @Test func aTransientDomainStartsAndTheFilesStayTheCallers() async throws {
        try await withTestHost { host in
            let file = try descriptor()
            let box = try await host.createTransient(TestDomain.running("box").definition, passing: [file, file])
            #expect(try await box.state().state == .running)
            #expect(try await box.isPersistent == false)
            #expect(fcntl(file.number, F_GETFD) >= 0)
        }
    }
}
