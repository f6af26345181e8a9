import Foundation
import Libvirt
import Testing
import TestSupport

extension RealGuests {
    @Suite("Block jobs") struct BlockJobTests {
        @Test func aCommitOfTheActiveFileEndsInItsBase() async throws {
            try await IdleGuest.with("d2-commit") { idle in
                try await idle.write(17, atKiB: 0)
                try await idle.addOverlay("top.qcow2")
                try await idle.write(34, atKiB: 64)
                let job = try await idle.guest.commitDisk("hda", [.active])
                #expect(try await job.wait() == .ready)
                let info = try #require(try await idle.guest.blockJobInfo(of: "hda"))
                #expect(info.type == .activeCommit)
                #expect(info.isReady)
                #expect(info.fraction == 1)
                try await job.pivot()
                #expect(try await job.wait() == .completed)
                #expect(try await job.info() == nil)
                #expect(try await idle.guest.xml().contains("<source file='\(idle.disk)'"))
                try await idle.guest.forceOff()
                #expect(try await IdleGuest.holds(idle.disk, 17, atKiB: 0))
                #expect(try await IdleGuest.holds(idle.disk, 34, atKiB: 64))
            }
        }

        @Test func aPullLeavesTheActiveFileOnItsOwn() async throws {
            try await IdleGuest.with("d2-pull") { idle in
                try await idle.write(17, atKiB: 0)
                try await idle.addOverlay("mid.qcow2")
                try await idle.write(34, atKiB: 64)
                try await idle.addOverlay("top.qcow2")
                let down = try await idle.guest.pullDisk("hda", downTo: idle.disk, speed: .mebibytes(512))
                #expect(try await down.wait() == .completed)
                #expect(try await !idle.guest.xml().contains("mid.qcow2"))
                #expect(try await idle.guest.xml().contains(idle.disk))
                let whole = try await idle.guest.pullDisk("hda")
                #expect(try await whole.wait() == .completed)
                #expect(try await whole.wait() == .completed)
                #expect(try await !idle.guest.xml().contains(idle.disk))
                try await idle.guest.forceOff()
                let top = idle.path("top.qcow2")
                #expect(try await !IdleGuest.run("/usr/bin/qemu-img", "info", top).contains("backing file"))
                #expect(try await IdleGuest.holds(top, 17, atKiB: 0))
                #expect(try await IdleGuest.holds(top, 34, atKiB: 64))
            }
        }

        @Test func aCopyCanBecomeTheDisk() async throws {
            try await IdleGuest.with("d2-copy") { idle in
                try await idle.write(17, atKiB: 0)
                let job = try await idle.guest.copyDisk(
                    "hda", to: copyDocument(idle), granularity: .kibibytes(64), bufferSize: .mebibytes(1),
                    .transientJob)
                #expect(try await job.wait() == .ready)
                try await idle.write(34, atKiB: 64)
                try await job.pivot()
                #expect(try await idle.guest.xml().contains(idle.path("copy.qcow2")))
                try await idle.guest.forceOff()
                #expect(try await IdleGuest.holds(idle.path("copy.qcow2"), 17, atKiB: 0))
                #expect(try await IdleGuest.holds(idle.path("copy.qcow2"), 34, atKiB: 64))
            }
        }

        @Test func cancellingTheOneWhoWaitsAbortsTheJob() async throws {
            try await IdleGuest.with("d2-cancel") { idle in
                let job = try await slowCopy(idle)
                let early = await #expect(throws: LibvirtError.self) { try await job.pivot() }
                #expect(early?.code == .blockCopyActive)
                let waiting = Task { try await job.wait() }
                waiting.cancel()
                await #expect(throws: CancellationError.self) { _ = try await waiting.value }
                let error = await #expect(throws: LibvirtError.self) { try await job.wait() }
                #expect(error?.code == .operationAborted)
                let hasEnded = try await eventually { try await idle.guest.blockJob(on: "hda") == nil }
                #expect(hasEnded)
                #expect(try await idle.guest.isActive)
            }
        }

        @Test func aJobIsFoundAgainAndItsSpeedChanged() async throws {
            try await IdleGuest.with("d2-speed") { idle in
                _ = try await slowCopy(idle)
                let found = try #require(try await idle.guest.blockJob(on: "hda"))
                #expect(try await found.info()?.speed == .kibibytes(64))
                #expect(try await found.info()?.type == .copy)
                try await found.setSpeed(nil)
                #expect(try await found.info()?.speed == nil)
                #expect(try await found.wait() == .ready)
                try await found.abort()
                #expect(try await found.info() == nil)
                #expect(try await idle.guest.xml().contains(idle.disk))
            }
        }

        @Test func aGuestThatStopsEndsTheWait() async throws {
            try await IdleGuest.with("d2-stop") { idle in
                let job = try await slowCopy(idle)
                let waiting = Task { try await job.wait() }
                // Long enough to be in the midst of waiting; were it not, the error would be the same.
                try await Task.sleep(for: .milliseconds(200))
                try await idle.guest.forceOff()
                let error = await #expect(throws: LibvirtError.self) {
                    _ = try await withDeadline(.seconds(10), waitingFor: "the job's end") { try await waiting.value }
                }
                #expect(error?.code == .operationFailed || error?.code == .operationInvalid)
                let still = await #expect(throws: LibvirtError.self) { try await job.wait() }
                #expect(still?.code == .operationFailed || still?.code == .operationInvalid)
            }
        }

        @Test func aDiskGrowsWhileTheGuestRuns() async throws {
            try await IdleGuest.with("d2-resize") { idle in
                try await idle.guest.resizeDisk("hda", to: .mebibytes(32))
                let statistics = try await idle.host.domainStatistics(.block).first { $0.domain == idle.guest }
                #expect(statistics?.disks.first?.capacity == .mebibytes(32))
                let error = await #expect(throws: LibvirtError.self) {
                    try await idle.guest.resizeDisk("hdz", to: .mebibytes(64))
                }
                #expect(error?.code == .invalidArgument)
            }
        }

        @Test func aWriteBeyondTheThresholdIsToldOnce() async throws {
            try await IdleGuest.with("d2-threshold") { idle in
                func threshold() async throws -> ByteCount? {
                    try await idle.host.statistics(of: [idle.guest], .block).first?.disks.first?.threshold
                }
                let events = try await idle.host.domainEvents(.blockThreshold, of: idle.guest).subscribe()
                try await idle.guest.setBlockThreshold(.mebibytes(1), of: "hda")
                let set = try await threshold()
                #expect(set == .mebibytes(1))
                try await idle.write(17, atKiB: 0, count: 2048)
                let event = try await withDeadline(.seconds(20), waitingFor: "the threshold") {
                    try await events.next()
                }
                #expect(event?.change.threshold == .mebibytes(1))
                #expect(event?.change.excess ?? .zero > .zero)
                #expect(event?.change.path == idle.disk)
                let spent = try await threshold()
                #expect(spent == nil)
                try await idle.guest.setBlockThreshold(.mebibytes(8), of: "hda")
                try await idle.guest.setBlockThreshold(nil, of: "hda")
                let removed = try await threshold()
                #expect(removed == nil)
                let error = await #expect(throws: LibvirtError.self) {
                    try await idle.guest.setBlockThreshold(.mebibytes(1), of: "hdz")
                }
                #expect(error?.code == .invalidArgument)
            }
        }

        private func copyDocument(_ idle: IdleGuest) -> String {
            """
            <disk type='file'><driver type='qcow2'/><source file='\(idle.path("copy.qcow2"))'/></disk>
            """
        }

        /// A copy that takes a minute if nobody helps.
        private func slowCopy(_ idle: IdleGuest) async throws -> BlockJob {
            try await idle.write(17, atKiB: 0, count: 4096)
            return try await idle.guest.copyDisk("hda", to: copyDocument(idle), speed: .kibibytes(64), .transientJob)
        }
    }
}
