import CLibvirt
import Testing

@testable import Libvirt

/// Calls the callback of every kind as libvirt's event loop does: with C values, on a thread that is not Swift's.
@Suite("Domain event decoding") struct EventDecodingTests {
    @Test func everyEventIDHasOneKind() {
        let ids: [Int32] = [
            DomainEventKind.lifecycle.id, DomainEventKind.reboot.id, DomainEventKind.clockChange.id,
            DomainEventKind.watchdog.id, DomainEventKind.ioErrorWithoutReason.id, DomainEventKind.graphics.id,
            DomainEventKind.ioError.id, DomainEventKind.controlError.id, DomainEventKind.blockJobByPath.id,
            DomainEventKind.diskChange.id, DomainEventKind.trayChange.id, DomainEventKind.wakeUp.id,
            DomainEventKind.sleep.id, DomainEventKind.balloonChange.id, DomainEventKind.hibernation.id,
            DomainEventKind.deviceRemoved.id, DomainEventKind.blockJob.id, DomainEventKind.tuning.id,
            DomainEventKind.agentLifecycle.id, DomainEventKind.deviceAdded.id, DomainEventKind.migrationIteration.id,
            DomainEventKind.jobCompleted.id, DomainEventKind.deviceRemovalFailed.id,
            DomainEventKind.metadataChange.id, DomainEventKind.blockThreshold.id, DomainEventKind.memoryFailure.id,
            DomainEventKind.memoryDeviceSizeChange.id,
        ]
        #expect(ids == Array(0..<Int32(ids.count)))
        #expect(DomainEventID(rawValue: Int32(ids.count)) == .unknown(Int32(ids.count)))
    }

    @Test(arguments: [
        (DomainEventKind.reboot, DomainOccurrence.rebooted), (.controlError, .controlLost),
    ])
    func occurrencesWithoutDetails(_ kind: DomainEventKind<DomainOccurrence>, _ change: DomainOccurrence) async throws {
        let event = try await delivered(by: kind, as: virConnectDomainEventGenericCallback.self) { $0(nil, $1, $2) }
        #expect(event == change)
    }

    @Test func sleepAndWaking() async throws {
        let woke = try await delivered(by: .wakeUp, as: virConnectDomainEventPMWakeupCallback.self) {
            $0(nil, $1, 0, $2)
        }
        #expect(woke == .wokeUp)
        let slept = try await delivered(by: .sleep, as: virConnectDomainEventPMSuspendCallback.self) {
            $0(nil, $1, 0, $2)
        }
        #expect(slept == .slept)
        let hibernated = try await delivered(by: .hibernation, as: virConnectDomainEventPMSuspendDiskCallback.self) {
            $0(nil, $1, 0, $2)
        }
        #expect(hibernated == .hibernated)
    }

    @Test func aLifecycleEvent() async throws {
        let change = try await delivered(by: .lifecycle, as: virConnectDomainEventCallback.self) {
            _ = $0(nil, $1, 5, 4, $2)
        }
        #expect(change == .stopped(.saved))
    }

    @Test func aWatchdogThatFired() async throws {
        let action = try await delivered(by: .watchdog, as: virConnectDomainEventWatchdogCallback.self) {
            $0(nil, $1, 2, $2)
        }
        #expect(action == .reset)
        let other = try await delivered(by: .watchdog, as: virConnectDomainEventWatchdogCallback.self) {
            $0(nil, $1, 99, $2)
        }
        #expect(other == .unknown(99))
    }

    @Test func anIOErrorWithItsReason() async throws {
        let change = try await delivered(by: .ioError, as: virConnectDomainEventIOErrorReasonCallback.self) {
            $0(nil, $1, "/images/a.img", "virtio-disk0", 1, "enospc", $2)
        }
        #expect(
            change
                == DomainIOError(path: "/images/a.img", device: "virtio-disk0", action: .pause, reason: "enospc"))
    }

    @Test func anIOErrorWithoutAReasonOrAPath() async throws {
        let change = try await delivered(by: .ioErrorWithoutReason, as: virConnectDomainEventIOErrorCallback.self) {
            $0(nil, $1, nil, "virtio-disk0", 2, $2)
        }
        #expect(change == DomainIOError(path: "", device: "virtio-disk0", action: .report, reason: ""))
    }

    @Test func aFaultOfMemory() async throws {
        let change = try await delivered(by: .memoryFailure, as: virConnectDomainEventMemoryFailureCallback.self) {
            $0(nil, $1, 1, 2, 3, $2)
        }
        let traits: DomainMemoryFailureTraits = [.actionRequired, .recursive]
        #expect(change == DomainMemoryFailure(recipient: .guest, action: .fatal, traits: traits))
    }

    @Test func aBlockJobUnderItsTwoNames() async throws {
        let callback = virConnectDomainEventBlockJobCallback.self
        let byTarget = try await delivered(by: .blockJob, as: callback) { $0(nil, $1, "vda", 2, 3, $2) }
        #expect(byTarget == DomainBlockJobChange(disk: "vda", type: .copy, status: .ready))
        let byPath = try await delivered(by: .blockJobByPath, as: callback) { $0(nil, $1, "/a.img", 1, 0, $2) }
        #expect(byPath == DomainBlockJobChange(disk: "/a.img", type: .pull, status: .completed))
    }

    @Test func aBlockThresholdOfANetworkDisk() async throws {
        let change = try await delivered(by: .blockThreshold, as: virConnectDomainEventBlockThresholdCallback.self) {
            $0(nil, $1, "vda[1]", nil, 1 << 40, 512, $2)
        }
        #expect(
            change
                == DomainBlockThreshold(device: "vda[1]", path: "", threshold: .gibibytes(1024), excess: .bytes(512)))
    }
}
