import Libvirt
import StrataLayers
import Testing
import TestSupport

/// Guests of libvirt's test driver that come and go all the time, and one that stays.
@Suite("Guests that come and go") struct VanishingGuestTests {
    private func whileGuestsComeAndGo(_ look: (ReadOnlyConnection) async throws -> [String]) async throws {
        try await withTestHost(domains: [.running("stays")]) { host in
            let coming = Task {
                while !Task.isCancelled {
                    var guests: [Domain] = []
                    for number in 0..<20 {
                        guests.append(try await host.createTransient(TestDomain.running("goes-\(number)").definition))
                    }
                    for guest in guests { try await guest.forceOff() }
                }
            }
            for _ in 0..<40 {
                let names = try await look(host.readOnly)
                #expect(names.contains("stays"))
            }
            coming.cancel()
            try await coming.value
        }
    }

    @Test func theLayersAreDrawnWithoutThem() async throws {
        try await whileGuestsComeAndGo { try await LayerStack.read($0).guests.map(\.name) }
    }

    @Test func theOthersAreMeasured() async throws {
        try await whileGuestsComeAndGo { host in
            var meter = Meter(host)
            let begin = try await meter.sample()
            return Usage(from: begin, to: try await meter.sample()).guests.filter { $0.state != "gone" }.map(\.name)
        }
    }

    @Test func theOthersAreAdvised() async throws {
        try await whileGuestsComeAndGo { try await Advice.read($0, over: .milliseconds(1)).guests }
    }
}
