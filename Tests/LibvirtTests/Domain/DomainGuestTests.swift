import FoundationEssentials
@testable import Libvirt
import Testing
import TestSupport

@Suite("Reaching into guests") struct DomainGuestTests {
    @Test func theGuestsClockIsSetAndRead() async throws {
        try await withRunningBox { box in
            try await box.setGuestTime(Date(timeIntervalSince1970: 1_000_000.25))
            let time = try await box.guestTime()
            #expect(time == Date(timeIntervalSince1970: 1_000_000.25))
            let error = await #expect(throws: LibvirtError.self) {
                try await box.setGuestTime(Date(timeIntervalSince1970: .infinity))
            }
            #expect(error?.code == .invalidArgument)
        }
    }

    @Test func fileSystemsAreListedFrozenThawedAndTrimmed() async throws {
        try await withRunningBox { box in
            let mounts = try await box.mounts()
            #expect(mounts.map(\.mountPoint) == ["/", "/boot"])
            #expect(mounts.allSatisfy { $0.type == "ext4" && $0.disks == ["vda"] })
            #expect(try await box.freezeFileSystems(["/"]) == 1)
            #expect(try await box.freezeFileSystems() == 1)
            #expect(try await box.thawFileSystems() == 2)
            try await box.trimFileSystems("/", minimum: .mebibytes(1))
            let error = await #expect(throws: LibvirtError.self) { try await box.trimFileSystems("/nowhere") }
            #expect(error?.code == .operationInvalid)
        }
    }

    @Test func aPasswordIsOnlyChangedInARunningGuest() async throws {
        try await withBox { box in
            let error = await #expect(throws: LibvirtError.self) { try await box.setPassword("secret", ofUser: "root") }
            #expect(error?.code == .operationInvalid)
            try await box.start()
            try await box.setPassword("secret", ofUser: "root")
        }
    }

    @Test func aSignalIsForOneProcess() async throws {
        try await withRunningBox { box in
            try await box.sendSignal(.term, toProcess: 1)
            // The test driver's guests have no other.
            let error = await #expect(throws: LibvirtError.self) { try await box.sendSignal(.term, toProcess: 2) }
            #expect(error?.code == .invalidArgument)
        }
    }

    @Test func theGuestHasAHostName() async throws {
        try await withRunningBox { box in
            let name = try await box.guestHostname()
            #expect(name == "boxhost")
        }
    }

    @Test func keysArePressedAndTooManyRefused() async throws {
        try await withRunningBox { box in
            try await box.pressKeys([29, 56, 111], for: .milliseconds(20))
            let error = await #expect(throws: LibvirtError.self) { try await box.pressKeys(Array(1...17)) }
            #expect(error?.code == .invalidArgument)
        }
    }

    @Test func anInterruptNeedsARunningGuest() async throws {
        try await withBox { box in
            let error = await #expect(throws: LibvirtError.self) { try await box.injectNMI() }
            #expect(error?.call == "virDomainInjectNMI")
        }
    }

    @Test func theControlInterfaceIsFree() async throws {
        try await withRunningBox { box in
            let info = try await box.controlInfo()
            #expect(info.state == .ok)
            #expect(info.errorReason == .noError)
            #expect(info.duration == .zero)
            #expect(try await box.messages().isEmpty)
        }
    }

    @Test func theTestDriverHasOneSecurityLabel() async throws {
        try await withRunningBox { box in
            let label = try await box.securityLabel()
            #expect(label.label == "libvirt-test")
            #expect(label.isEnforcing)
        }
    }

    @Test func whatTheTestDriverCannotDoSaysSo() async throws {
        try await withRunningBox { box in
            func refusal(_ body: () async throws -> Void) async -> LibvirtError? {
                await #expect(throws: LibvirtError.self) { try await body() }
            }
            let refusals = [
                await refusal { try await box.setAgentResponseTimeout(.after(.milliseconds(1500))) },
                await refusal { _ = try await box.guestInfo() },
                await refusal { _ = try await box.authorizedSSHKeys(ofUser: "root") },
                await refusal { try await box.setAuthorizedSSHKeys(["ssh-ed25519 AAAA"], ofUser: "root", .append) },
                await refusal { try await box.sleep(.memory) },
                await refusal { try await box.wake() },
                await refusal { try await box.startMeasuringDirtyRate(over: .seconds(1)) },
                await refusal { try await box.lendFiles([0], as: "files") },
                await refusal { _ = try await box.securityLabels() },
                await refusal { _ = try await box.readDisk("vda", at: .zero, length: .bytes(512)) },
                await refusal { try await box.setLaunchSecurityState([.domainLaunchSecuritySEVSecret: .string("x")]) },
            ]
            #expect(refusals.map { $0?.code } == Array(repeating: LibvirtError.Code.noSupport, count: refusals.count))
            #expect(Set(refusals.compactMap { $0?.call }).count == refusals.count)
        }
    }

    @Test func aTimeLimitForTheAgentIsInWholeSeconds() {
        #expect(DomainAgentTimeout.after(.milliseconds(1500)) == 2)
        #expect(DomainAgentTimeout.after(.zero) == .noWait)
        #expect(DomainAgentTimeout.after(.seconds(-5)) == .noWait)
    }

    @Test func nativeFormsNeedADriverThatHasThem() async throws {
        try await withTestHost { host in
            let reading = await #expect(throws: LibvirtError.self) {
                _ = try await host.domainXML(from: "qemu-system-x86_64", .qemuArguments)
            }
            #expect(reading?.code == .noSupport)
            let writing = await #expect(throws: LibvirtError.self) {
                _ = try await host.nativeDefinition(from: DeviceDomain.definition, .qemuArguments)
            }
            #expect(writing?.code == .noSupport)
        }
    }

    @Test func statisticsOfSomeDomainsAreOfThoseOnly() async throws {
        try await withTestHost(domains: [.running("a"), .shutOff("b"), .running("c")]) { host in
            let chosen = [try await host.domain(named: "a"), try await host.domain(named: "b")]
            let statistics = try await host.statistics(of: chosen, .state)
            #expect(Set(statistics.map(\.domain)) == Set(chosen))
            #expect(statistics.first { $0.domain.name == "b" }?.condition?.state == .shutOff)
            #expect(try await host.statistics(of: []).isEmpty)
        }
    }
}
