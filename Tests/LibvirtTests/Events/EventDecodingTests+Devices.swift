import CLibvirt
import Glibc
import Testing

@testable import Libvirt

extension EventDecodingTests {
    @Test func devicesThatComeAndGo() async throws {
        let added = try await delivered(by: .deviceAdded, as: virConnectDomainEventDeviceAddedCallback.self) {
            $0(nil, $1, "net1", $2)
        }
        #expect(added == .added("net1"))
        let removed = try await delivered(by: .deviceRemoved, as: virConnectDomainEventDeviceRemovedCallback.self) {
            $0(nil, $1, "net1", $2)
        }
        #expect(removed == .removed("net1"))
        let failed = try await delivered(
            by: .deviceRemovalFailed, as: virConnectDomainEventDeviceRemovalFailedCallback.self
        ) { $0(nil, $1, "net1", $2) }
        #expect(failed == .removalFailed("net1"))
        #expect(failed?.device == "net1")
    }

    @Test func aMemoryDeviceThatGrew() async throws {
        let change = try await delivered(
            by: .memoryDeviceSizeChange, as: virConnectDomainEventMemoryDeviceSizeChangeCallback.self
        ) { $0(nil, $1, "virtiomem0", 4096, $2) }
        #expect(change == DomainMemoryDeviceSize(device: "virtiomem0", size: .mebibytes(4)))
    }

    @Test func aDiskThatWasDropped() async throws {
        let change = try await delivered(by: .diskChange, as: virConnectDomainEventDiskChangeCallback.self) {
            $0(nil, $1, "/old.iso", nil, "ide0-1-0", 0, $2)
        }
        #expect(
            change
                == DomainDiskChange(
                    oldPath: "/old.iso", newPath: nil, device: "ide0-1-0", reason: .missingOnStart))
    }

    @Test func aTrayThatOpened() async throws {
        let change = try await delivered(by: .trayChange, as: virConnectDomainEventTrayChangeCallback.self) {
            $0(nil, $1, "ide0-1-0", 0, $2)
        }
        #expect(change == DomainTrayChange(device: "ide0-1-0", reason: .open))
    }

    @Test func aClockBehindUTC() async throws {
        let change = try await delivered(by: .clockChange, as: virConnectDomainEventRTCChangeCallback.self) {
            $0(nil, $1, -7200, $2)
        }
        #expect(change == DomainClockChange(offset: .seconds(-7200)))
    }

    @Test func aBalloonLargerThanMemoryHasBytes() async throws {
        let change = try await delivered(by: .balloonChange, as: virConnectDomainEventBalloonChangeCallback.self) {
            $0(nil, $1, .max, $2)
        }
        #expect(change == DomainBalloonChange(memory: .bytes(.max)))
    }

    @Test func metadataWithAndWithoutANameSpace() async throws {
        let callback = virConnectDomainEventMetadataChangeCallback.self
        let element = try await delivered(by: .metadataChange, as: callback) { $0(nil, $1, 2, "urn:x", $2) }
        #expect(element == DomainMetadataChange(type: .element, uri: "urn:x"))
        let title = try await delivered(by: .metadataChange, as: callback) { $0(nil, $1, 1, nil, $2) }
        #expect(title == DomainMetadataChange(type: .title, uri: nil))
    }

    @Test func tuningWithItsParameters() async throws {
        let parameters: TypedParameters = [
            .domainTunableBlockDisk: .string("vda"), .domainTunableBlockTotalIOPS: .unsignedLong(500),
        ]
        let change = try await delivered(by: .tuning, as: virConnectDomainEventTunableCallback.self) {
            callback, domain, opaque in
            try parameters.withUnsafeParameters { callback(nil, domain, $0, $1, opaque) }
        }
        #expect(change?.parameters == parameters)
    }

    @Test func aJobThatFailed() async throws {
        let parameters: TypedParameters = [
            .domainJobOperation: .int(DomainJobOperation.backup.rawValue), .domainJobSuccess: .boolean(false),
            .domainJobErrorMessage: .string("no space left"),
        ]
        let change = try await delivered(by: .jobCompleted, as: virConnectDomainEventJobCompletedCallback.self) {
            callback, domain, opaque in
            try parameters.withUnsafeParameters { callback(nil, domain, $0, $1, opaque) }
        }
        #expect(change?.operation == .backup)
        #expect(change?.succeeded == false)
        #expect(change?.message == "no space left")
        #expect(change?.parameters == parameters)
    }

    @Test func aRoundOfAMigration() async throws {
        let change = try await delivered(
            by: .migrationIteration, as: virConnectDomainEventMigrationIterationCallback.self
        ) { $0(nil, $1, 3, $2) }
        #expect(change == DomainMigrationIteration(number: 3))
    }

    @Test func anAgentThatLeft() async throws {
        let change = try await delivered(by: .agentLifecycle, as: virConnectDomainEventAgentLifecycleCallback.self) {
            $0(nil, $1, 2, 2, $2)
        }
        #expect(change == DomainAgentLifecycle(state: .disconnected, reason: .channel))
    }

    @Test func aViewerWithItsNames() async throws {
        var identities = [
            virDomainEventGraphicsSubjectIdentity(type: strdup("saslUsername"), name: strdup("ann")),
            virDomainEventGraphicsSubjectIdentity(type: strdup("x509dname"), name: strdup("CN=ann")),
        ]
        var local = virDomainEventGraphicsAddress(family: 0, node: strdup("127.0.0.1"), service: strdup("5900"))
        var remote = virDomainEventGraphicsAddress(family: 2, node: strdup("/run/viewer"), service: nil)
        defer {
            let texts = identities.flatMap { [$0.type, $0.name] } + [local.node, local.service, remote.node]
            for text in texts { free(text) }
        }
        let change = try await delivered(by: .graphics, as: virConnectDomainEventGraphicsCallback.self) {
            callback, domain, opaque in
            identities.withUnsafeMutableBufferPointer { buffer in
                var subject = virDomainEventGraphicsSubject(
                    nidentity: Int32(buffer.count), identities: buffer.baseAddress)
                callback(nil, domain, 1, &local, &remote, "sasl", &subject, opaque)
            }
        }
        #expect(change?.phase == .initialize)
        #expect(change?.local == .init(type: .ipv4, node: "127.0.0.1", service: "5900"))
        #expect(change?.remote == .init(type: .unix, node: "/run/viewer", service: ""))
        #expect(change?.authentication == "sasl")
        #expect(
            change?.identities == [
                .init(type: "saslUsername", name: "ann"), .init(type: "x509dname", name: "CN=ann"),
            ])
    }

    @Test func aViewerOfWhomNothingIsKnown() async throws {
        let change = try await delivered(by: .graphics, as: virConnectDomainEventGraphicsCallback.self) {
            $0(nil, $1, 0, nil, nil, nil, nil, $2)
        }
        #expect(change?.phase == .connect)
        #expect(change?.local == .init(type: .unknown(-1), node: "", service: ""))
        #expect(change?.identities == [])
    }
}
