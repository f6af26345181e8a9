import CLibvirt
import Glibc
import Synchronization
import Testing
import TestSupport

@testable import Libvirt

/// What the bindings of other languages got wrong in owning libvirt's objects.
///
/// More of it is shown elsewhere: an error path that leaks or frees the wrong pointer by `FaultInjectionTests`, a stream
/// that goes before its callback by those on the daemon, closing with live registrations by `DomainEventTests`, an error
/// that is read after a hop by `BlockingExecutorTests`, callbacks from threads that Swift knows nothing of by
/// `EventDecodingTests`.
@Suite("Hazards: ownership") struct OwnershipHazardTests {
    @Test func aBorrowedObjectIsNeitherFreedTwiceNorKept() async throws {
        try await withTemporaryFolder { folder in
            let host = try await Connection.open(try testHostURI(in: folder, domains: [.running("web")]))
            do {
                let web = try await host.domain(named: "web")
                let snapshot = try await web.createSnapshot("<domainsnapshot><name>s</name></domainsnapshot>")
                for _ in 0..<100 { #expect(try snapshot.domain.name == "web") }
                let events = try await host.domainEvents(.lifecycle).subscribe()
                try await web.suspend()
                let event = try #require(try await events.next())
                try await web.resume()
                // The event's domain was lent to the callback only; it is as good as any.
                #expect(try await event.domain.state().state == .running)
            }
            // Freed once too often this is an error or a crash, kept it is more than 0.
            #expect(await eventually { host.subscriptionCount == 0 })
            #expect(await host.close() == 0)
        }
    }

    @Test func aRegistrationThatIsRefusedKeepsNothing() async throws {
        weak var kept: Token?
        try await withTestHost { host in
            let token = Token()
            kept = token
            let receiver = EventReceiver<Int> { [token] _ in
                token.noop()
            } finish: { _ in
            }
            let key = Registrations.Key(family: .domain, event: 999, subject: "")
            let error = await #expect(throws: LibvirtError.self) {
                _ = try await host.registrations.add(key, "virConnectDomainEventRegisterAny", receiver) {
                    virConnectDomainEventRegisterAny($0, nil, 999, nil, $1, giveBackLent)
                }
            }
            #expect(error?.call == "virConnectDomainEventRegisterAny")
            #expect(error?.subject == "connection")
            #expect(host.subscriptionCount == 0)
        }
        #expect(kept == nil)
    }

    @Test func aConnectionThatNobodyClosesIsClosedWhereThatMayBlock() async throws {
        do { _ = Handle<Probe>(adopting: try #require(OpaquePointer(bitPattern: 16))) }
        #expect(await eventually { Probe.releases.load(ordering: .relaxed) == 1 })
        let wasRight = Probe.wasOnBlockingThread.load(ordering: .relaxed)
        #expect(wasRight)
    }

    @Test func aHandleThatWasClosedIsNotReleasedAgain() throws {
        do {
            let handle = Handle<Once>(adopting: try #require(OpaquePointer(bitPattern: 16)))
            try handle.withUnsafePointer { _ in #expect(handle.close() == nil, "a call is inside") }
            #expect(Once.releases.load(ordering: .relaxed) == 1)
            #expect(handle.close() == nil)
        }
        #expect(Once.releases.load(ordering: .relaxed) == 1)
    }

    @Test func anAnswerWithStringsIsFreedWholeAndOnce() throws {
        let array = try #require(
            calloc(3, MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)?
                .assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self))
        array[0] = strdup("a")
        array[2] = strdup("c")
        // A sanitizer sees what is freed twice or not at all.
        #expect(adoptStrings(array, count: 3) == ["a", "c"])
        #expect(adoptStrings(nil, count: 3) == [])
    }

    private final class Token: Sendable { func noop() {} }

    /// An object that libvirt knows nothing of, closed like a connection.
    private enum Probe: HandleKind {
        static let releases = Atomic<Int>(0)
        static let wasOnBlockingThread = Atomic<Bool>(false)
        static var isClosable: Bool { true }
        static func retain(_: OpaquePointer) -> Int32 { 0 }
        static func describe(_: OpaquePointer) -> String { "probe" }
        static func release(_: OpaquePointer) -> Int32 {
            wasOnBlockingThread.store(WorkerThreads.isCurrentThreadOne, ordering: .relaxed)
            releases.add(1, ordering: .relaxed)
            return 0
        }
    }

    private enum Once: HandleKind {
        static let releases = Atomic<Int>(0)
        static var isClosable: Bool { true }
        static func retain(_: OpaquePointer) -> Int32 { 0 }
        static func describe(_: OpaquePointer) -> String { "once" }
        static func release(_: OpaquePointer) -> Int32 { Int32(releases.add(1, ordering: .relaxed).newValue) }
    }
}
