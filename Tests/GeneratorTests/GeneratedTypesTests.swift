import Libvirt
import Testing

@Suite("Generated types") struct GeneratedTypesTests {
    @Test func anUnknownValueIsKept() {
        #expect(DomainState(rawValue: 99) == .unknown(99))
        #expect(DomainState.unknown(99).rawValue == 99)
        #expect(DomainState(rawValue: 99).description == "unknown (99)")
    }

    @Test func everyValueRoundTrips() {
        for number in Int32(-3)..<70 {
            #expect(DomainState(rawValue: number).rawValue == number)
            #expect(DomainProcessSignal(rawValue: number).rawValue == number)
            #expect(CPUCompareResult(rawValue: number).rawValue == number)
            #expect(LibvirtError.Level(rawValue: number).rawValue == number)
        }
    }

    @Test func descriptionsAreWords() {
        #expect(DomainState.shutOff.description == "shut off")
        #expect(DomainState.pmSuspended.description == "PM suspended")
        #expect(DomainPausedReason.ioError.description == "I/O error")
        #expect(LibvirtError.Code.operationInvalid.description == "operation invalid")
        #expect(LibvirtError.Domain(rawValue: 4711).description == "unknown (4711)")
    }

    @Test func aKnownNumberIsTheCaseHoweverItIsWritten() {
        #expect(DomainState.unknown(1) == .running)
        #expect(Set([DomainState.unknown(1), .running]).count == 1)
    }

    @Test func flagsHaveLibvirtsBits() {
        #expect(([.paused, .resetNVRAM] as DomainStartOptions).rawValue == 33)
        #expect(DomainStartOptions(rawValue: 1 << 30).rawValue == 1 << 30)
        #expect(DomainStatsOptions.enforceStats.rawValue == 0x8000_0000)
        #expect(DomainSnapshotListOptions.roots == .descendants)
    }

    @Test func numbersAndNamesAreOpen() {
        #expect(DomainAgentTimeout.default.rawValue == -1)
        #expect((5 as DomainAgentTimeout).rawValue == 5)
        #expect(TypedParameterName.domainTunableCPUVCPUPin(3).rawValue == "cputune.vcpupin3")
        #expect(TypedParameterName.domainSchedulerCPUShares == "cpu_shares")
    }
}
