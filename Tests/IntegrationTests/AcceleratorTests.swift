import Libvirt
import StrataLayers
import Testing

extension RealGuests {
    @Suite("Accelerators") struct AcceleratorTests {
        /// libvirt refuses `virConnectGetDomainCapabilities` on a read-only connection.
        @Test func aReadOnlyConnectionIsToldTheSameOfKVM() async throws {
            let writing = try await Connection.open(uri)
            let reading = try await ReadOnlyConnection.open(uri)
            let answers = (await writing.offersKVM, await reading.offersKVM)
            #expect(answers.0 == answers.1)
            await writing.close()
            await reading.close()
        }
    }
}
