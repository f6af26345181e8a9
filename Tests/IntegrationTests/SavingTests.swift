import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    @Suite("Saving and dumping") struct SavingTests {
        @Test func aSavedGuestGoesOnFromItsFile() async throws {
            try await IdleGuest.with("d2-save") { idle in
                let file = idle.path("guest.save")
                try await idle.guest.save(to: file, .paused)
                #expect(try await idle.guest.state().reason == .shutOff(.saved))
                let xml = try await idle.host.savedImageXML(at: file)
                try await idle.host.setSavedImageXML(
                    at: file, xml.replacingOccurrences(of: "</name>", with: "</name><title>again</title>"), .running)
                try await idle.host.restore(from: file)
                #expect(try await idle.guest.state() == DomainCondition(state: .running, reason: .running(.restored)))
                #expect(try await idle.guest.xml().contains("<title>again</title>"))

                let job = try await idle.guest.lastJobStatistics()
                #expect(job.type == .noJob || job.operation == .restore || job.operation == .save)
                let parameters: TypedParameters = [.domainSaveFile: .string(idle.path("second.save"))]
                try await idle.guest.save(parameters)
                #expect(try await idle.guest.isActive == false)
                try await idle.host.restore(parameters, .paused)
                #expect(try await idle.guest.state().state == .paused)
            }
        }

        @Test func aManagedSaveIsReadChangedAndThrownAway() async throws {
            try await IdleGuest.with("d2-managed") { idle in
                try await idle.guest.managedSave()
                #expect(try await idle.guest.hasManagedSave)
                let xml = try await idle.guest.readOnly.managedSaveXML()
                #expect(try await idle.guest.managedSaveXML(.secure).contains("<name>d2-managed</name>"))
                #expect(xml.contains("<name>d2-managed</name>"))
                try await idle.guest.setManagedSaveXML(
                    xml.replacingOccurrences(of: "</name>", with: "</name><title>again</title>"), .paused)
                try await idle.guest.start()
                #expect(try await idle.guest.state().state == .paused)
                #expect(try await idle.guest.xml().contains("<title>again</title>"))
                #expect(try await idle.guest.hasManagedSave == false)
                try await idle.guest.managedSave()
                try await idle.guest.removeManagedSave()
                let error = await #expect(throws: LibvirtError.self) { _ = try await idle.guest.managedSaveXML() }
                #expect(error?.code == .operationInvalid)
            }
        }

        @Test func cancellingASaveLetsTheGuestGoOn() async throws {
            // A kernel that waits in its memory, so that there is something to save.
            try await RealGuests.withGuests("d2-abort") { host in
                let definition = try await Tool.strata.run("render", RealGuests.example("hello")).output
                let xml = definition.replacingOccurrences(of: "<name>hello<", with: "<name>d2-abort<")
                    .replacingOccurrences(of: "type='kvm'", with: "type='qemu'")
                let guest = try await host.createTransient(xml)
                try await withTemporaryFolder { folder in
                    // Through a pipe that nobody empties a save lasts for as long as the test likes.
                    let pipe = folder.appending(path: "pipe").path
                    _ = try await IdleGuest.run("/usr/bin/mkfifo", pipe)
                    let end = open(pipe, O_RDWR | O_NONBLOCK)
                    defer { close(end) }
                    let saving = Task { try await guest.save(to: pipe) }
                    let hasBegun = try await eventually { try await guest.jobStatistics().operation == .save }
                    #expect(hasBegun)
                    // The save stands still; whoever asks for something else is answered.
                    try await withThrowingTaskGroup(of: DomainState.self) { group in
                        for _ in 0..<2000 { group.addTask { try await guest.state().state } }
                        for try await state in group { #expect(state == .paused) }
                    }
                    #expect(try await guest.jobStatistics().operation == .save)
                    saving.cancel()
                    let draining = Task {
                        // The abort must have been heard before anything flows again: the rest would pass in no time.
                        try? await Task.sleep(for: .seconds(2))
                        var chunk = [UInt8](repeating: 0, count: 1 << 16)
                        while !Task.isCancelled {
                            try? await Task.sleep(for: .milliseconds(20))
                            _ = read(end, &chunk, chunk.count)
                        }
                    }
                    await #expect(throws: CancellationError.self) { try await saving.value }
                    draining.cancel()
                }
                #expect(try await guest.state().state == .running)
                #expect(try await guest.jobStatistics().type == .noJob)
            }
        }

        @Test func aDumpIsACoreFileAndTheGuestGoesOn() async throws {
            try await IdleGuest.with("d2-dump") { idle in
                try await idle.guest.dumpCore(to: idle.path("memory"), format: .raw, .memoryOnly)
                let file = try #require(FileHandle(forReadingAtPath: idle.path("memory")))
                #expect(try file.read(upToCount: 4) == Data([0x7f] + Array("ELF".utf8)))
                #expect(try await idle.guest.state().state == .running)
                #expect(try await idle.guest.lastJobStatistics().type == .noJob)

                try await idle.guest.dumpCore(to: idle.path("whole"))
                #expect(try await idle.guest.state().state == .running)
                let job = try await idle.guest.lastJobStatistics()
                #expect(job.type == .completed)
                #expect(job.operation == .dump)
                #expect(job.data.total ?? .zero >= .mebibytes(32))
                #expect(job.data.remaining == .zero)
                #expect(job.elapsed ?? .zero > .zero)
                #expect(try await idle.guest.takeLastJobStatistics().operation == .dump)
                #expect(try await idle.guest.lastJobStatistics().type == .noJob)

                try await idle.guest.dumpCore(to: idle.path("last"), .crash)
                #expect(try await idle.guest.state().reason == .shutOff(.crashed))
            }
        }

        @Test func withoutAJobThereIsNothingToAbort() async throws {
            try await IdleGuest.with("d2-nojob") { idle in
                let job = try await idle.guest.readOnly.jobStatistics()
                #expect(job.type == .noJob)
                let error = await #expect(throws: LibvirtError.self) { try await idle.guest.abortJob() }
                #expect(error?.code == .operationInvalid)
                #expect(error?.call == "virDomainAbortJob")
            }
        }
    }
}
