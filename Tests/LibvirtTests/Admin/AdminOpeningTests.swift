import Foundation
import Libvirt
import Testing
import TestSupport

/// In processes of their own: a process uses either connections or administration.
@Suite("Administration without a daemon") struct AdminOpeningTests {
    @Test func aDaemonThatIsNotThereIsAnErrorWithItsURI() async {
        await #expect(processExitsWith: .success) {
            let uri = "libvirtd:///system?socket=/nonexistent/socket"
            let error = await #expect(throws: LibvirtError.self) { _ = try await AdminConnection.open(uri) }
            #expect(error?.code == .systemError)
            #expect(error?.call == "virAdmConnectOpen")
            #expect(error?.subject == "administration '\(uri)'")
            // The attempt is enough for libvirt.
            let refused = await #expect(throws: LibvirtError.self) { _ = try await Connection.open("test:///default") }
            #expect(refused?.code == .operationUnsupported)
            #expect(refused?.call == "virConnectOpenAuth")
        }
    }

    @Test func aNULIsRefusedAndDecidesNothing() async {
        await #expect(processExitsWith: .success) {
            let error = await #expect(throws: LibvirtError.self) {
                _ = try await AdminConnection.open("libvirtd:///\0")
            }
            #expect(error?.code == .invalidArgument)
            #expect(error?.call == nil)
            let host = try await Connection.open("test:///default")
            #expect(await host.close() == 0)
        }
    }

    @Test func aProcessWithConnectionsIsToldThatItCannotAdminister() async throws {
        try await withTestHost { host in
            let isAlive = try await host.isAlive
            #expect(isAlive)
            let error = await #expect(throws: LibvirtError.self) { _ = try await AdminConnection.open() }
            #expect(error?.code == .operationUnsupported)
            #expect(error?.call == "virAdmConnectOpen")
            #expect(error?.hint?.isEmpty == false)
        }
    }

    @Test func theAdministrationsLibraryHasTheSameVersion() {
        #expect(Version.libvirtAdminClient == Version.libvirtClient)
    }
}
