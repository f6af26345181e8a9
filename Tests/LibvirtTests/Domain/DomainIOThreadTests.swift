import Libvirt
import Testing
import TestSupport

@Suite("Domain I/O threads") struct DomainIOThreadTests {
    @Test func threadsComeAndGo() async throws {
        try await withRunningBox { box in
            #expect(try await box.ioThreads().map(\.id) == [1, 2])
            try await box.addIOThread(7)
            #expect(try await box.ioThreads().map(\.id).sorted() == [1, 2, 7])
            try await box.removeIOThread(7)
            #expect(try await box.ioThreads().map(\.id) == [1, 2])
        }
    }

    @Test func aThreadIsPinned() async throws {
        try await withRunningBox { box in
            try await box.pinIOThread(2, to: [0, 3])
            #expect(try await box.ioThreads().first { $0.id == 2 }?.affinity == [0, 3])
        }
    }

    @Test func aThreadThatIsThereIsNotAddedAgain() async throws {
        try await withRunningBox { box in
            let error = await #expect(throws: LibvirtError.self) { try await box.addIOThread(1) }
            #expect(error?.code == .invalidArgument)
        }
    }
}
