import Quantities
import Testing

@testable import StrataLayers

@Suite("Rules about processors, memory and clocks") struct MachineRuleTests {
    @Test func anEmulatedGuestIsToldOfKVMOnlyWhereThereIsOne() throws {
        let emulated = try AdvisedExample.guest(["type='kvm'": "type='qemu'"])
        #expect(AdvisedExample.findings(.noAcceleration, emulated).first?.command == "strata set web --type kvm")
        var host = AdvisedExample.host
        host.accelerator = Accelerator(.emulation, reason: "no vmx")
        #expect(AdvisedExample.findings(.noAcceleration, emulated, host).isEmpty)
        #expect(AdvisedExample.findings(.noAcceleration, try AdvisedExample.guest()).isEmpty)
        let foreign = try AdvisedExample.guest(["type='kvm'": "type='qemu'", "arch='x86_64'": "arch='aarch64'"])
        #expect(AdvisedExample.findings(.noAcceleration, foreign).isEmpty)
    }

    @Test func aHostWithoutKVMIsToldOnceWithTheReason() throws {
        var host = AdvisedExample.host
        let guests = [try AdvisedExample.guest(), try AdvisedExample.guest()]
        let rule = AdviceRule.noHostAcceleration
        #expect(rule.findings(in: AdviceEvidence(host: host, guests: guests)).isEmpty)
        host.accelerator = Accelerator(.emulation, reason: "the processor shows neither vmx nor svm")
        let findings = rule.findings(in: AdviceEvidence(host: host, guests: guests))
        #expect(findings.count == 1)
        #expect(findings.first?.evidence == ["the processor shows neither vmx nor svm"])
        #expect(findings.first?.remedy?.contains("firmware") == true)
        host.layer.nesting = Nesting(isGuest: true, hypervisor: "VMware", evidence: "the machine says so")
        let nested = rule.findings(in: AdviceEvidence(host: host, guests: guests))
        #expect(nested.first?.remedy == "ask for nested virtualization from VMware")
        #expect(rule.findings(in: AdviceEvidence(host: host, guests: [])).isEmpty)
    }

    @Test func processorsThatWaitAreTooMany() throws {
        var guest = try AdvisedExample.guest()
        guest.usage?.cpu?.waiting = 0.1
        #expect(AdvisedExample.findings(.waitingProcessors, guest).isEmpty)
        guest.usage?.cpu?.total = 0.4
        guest.usage?.cpu?.waiting = 0.25
        let finding = try #require(AdvisedExample.findings(.waitingProcessors, guest).first)
        #expect(finding.command == "strata set web --vcpus 1")
        #expect(finding.evidence.first == "2 vCPUs waited 12.5 % of the time for a processor")
        guest.usage?.cpu?.total = 1.8
        #expect(AdvisedExample.findings(.waitingProcessors, guest).first?.command == nil)
        #expect(AdvisedExample.findings(.waitingProcessors, guest).first?.remedy != nil)
    }

    @Test func swappingIsToldOfTheHostsAndOfTheGuestsOwn() throws {
        var guest = try AdvisedExample.guest()
        #expect(AdvisedExample.findings(.swappedGuest, guest).isEmpty)
        guest.usage?.memory.swappedInside = .gibibytes(1)
        #expect(AdvisedExample.findings(.swappedGuest, guest).isEmpty, "it has enough now")
        guest.usage?.memory.usedInside = .mebibytes(3900)
        #expect(AdvisedExample.findings(.swappedGuest, guest).first?.command == "strata set web --memory 6144MiB")
        var full = AdvisedExample.host
        full.layer.memory?.available = .gibibytes(1)
        #expect(AdvisedExample.findings(.swappedGuest, guest, full).first?.command == nil)
        var process = ProcessMemory()
        process.swapped = .mebibytes(100)
        guest.usage?.memory.process = process
        #expect(
            AdvisedExample.findings(.swappedGuest, guest).first?.problem
                == "the host has swapped out 100 MiB of its memory")
    }

    @Test func memoryThatIsNotUsedCanBeGivenBack() throws {
        var guest = try AdvisedExample.guest()
        #expect(AdvisedExample.findings(.unusedMemory, guest).isEmpty)
        guest.usage?.memory.usedInside = .mebibytes(600)
        let finding = try #require(AdvisedExample.findings(.unusedMemory, guest).first)
        #expect(finding.command == "strata set web --current-memory 1280MiB")
        let changed = try AdvisedExample.guest([
            "<vcpu>": "<currentMemory unit='MiB'>1280</currentMemory><vcpu>"
        ])
        var after = changed
        after.usage = guest.usage
        #expect(AdvisedExample.findings(.unusedMemory, after).isEmpty, "its next boot has less already")
    }

    @Test func hugePagesAreForLargeGuestsInSmallPages() throws {
        var guest = try AdvisedExample.guest()
        var process = ProcessMemory()
        process.guest = .gibibytes(4)
        process.inHugePages = .gibibytes(1)
        guest.usage?.memory.process = process
        let without = try #require(AdvisedExample.findings(.noHugePages, guest).first)
        #expect(without.command == nil)
        #expect(without.remedy == "reserve them first: sysctl vm.nr_hugepages=2048, best at boot")
        var host = AdvisedExample.host
        host.layer.hugePages = [HugePages(size: .mebibytes(2), total: 4096, free: 2048)]
        #expect(AdvisedExample.findings(.noHugePages, guest, host).first?.command == "strata set web --huge-pages on")
        process.inHugePages = .gibibytes(3)
        guest.usage?.memory.process = process
        #expect(AdvisedExample.findings(.noHugePages, guest, host).isEmpty)
    }

    @Test func aGuestThatFitsOneNodeShouldStayThere() throws {
        let guest = try AdvisedExample.guest(["<vcpu>2</vcpu>": "<vcpu>4</vcpu>"])
        var host = AdvisedExample.host
        #expect(AdvisedExample.findings(.splitNodes, guest, host).isEmpty)
        host.hardware.numaNodes = [
            NUMANode(id: 0, processors: "0-3", memory: .gibibytes(32)),
            NUMANode(id: 1, processors: "4-7", memory: .gibibytes(32)),
        ]
        #expect(AdvisedExample.findings(.splitNodes, guest, host).count == 1)
        let pinned = try AdvisedExample.guest(["<vcpu>2</vcpu>": "<vcpu cpuset='0-3'>4</vcpu>"])
        #expect(AdvisedExample.findings(.splitNodes, pinned, host).isEmpty)
    }

    @Test func equalPagesAreWorthMergingWhenMemoryIsShortAndGuestsAreAlike() throws {
        var host = AdvisedExample.host
        host.layer.pageMerging = PageMerging(isRunning: false, sharedPages: 0, savedPages: 0)
        let guest = try AdvisedExample.guest()
        let rule = AdviceRule.noPageMerging
        func findings(_ count: Int) -> [Suggestion] {
            rule.findings(in: AdviceEvidence(host: host, guests: [AdvisedGuest](repeating: guest, count: count)))
        }
        #expect(findings(3).isEmpty, "there is memory enough")
        host.layer.memory?.available = .gibibytes(4)
        #expect(findings(3).first?.guest == nil)
        #expect(findings(3).first?.remedy == "echo 1 > /sys/kernel/mm/ksm/run")
        #expect(findings(2).isEmpty)
        host.layer.pageMerging?.isRunning = true
        #expect(findings(3).isEmpty)
    }

    @Test func anOldProcessorModelIsToldUnderKVMOnly() throws {
        let none = ["<cpu mode='host-model'/>": ""]
        let finding = try #require(AdvisedExample.findings(.oldProcessorModel, try AdvisedExample.guest(none)).first)
        #expect(finding.command == "strata set web --cpu host-model")
        #expect(AdvisedExample.findings(.oldProcessorModel, try AdvisedExample.guest()).isEmpty)
        let emulated = try AdvisedExample.guest(none.merging(["type='kvm'": "type='qemu'"]) { first, _ in first })
        #expect(AdvisedExample.findings(.oldProcessorModel, emulated).isEmpty)
        let named = ["<cpu mode='host-model'/>": "<cpu mode='custom'><model>EPYC</model></cpu>"]
        #expect(AdvisedExample.findings(.oldProcessorModel, try AdvisedExample.guest(named)).isEmpty)
    }

    @Test func windowsWantsLocalTime() throws {
        let windows = ["http://debian.org/debian/12": "http://microsoft.com/win/11"]
        let finding = try #require(AdvisedExample.findings(.wrongClock, try AdvisedExample.guest(windows)).first)
        #expect(finding.command == "strata set web --clock localtime")
        #expect(AdvisedExample.findings(.wrongClock, try AdvisedExample.guest()).isEmpty)
        let local = windows.merging(["offset='utc'": "offset='localtime'"]) { first, _ in first }
        #expect(AdvisedExample.findings(.wrongClock, try AdvisedExample.guest(local)).isEmpty)
    }

    @Test func anOrdinaryGuestHasNoFindings() throws {
        for rule in AdviceRule.all {
            #expect(AdvisedExample.findings(rule, try AdvisedExample.guest(drivers: true)).isEmpty, "\(rule.name)")
        }
        #expect(Set(AdviceRule.all.map(\.name)).count == AdviceRule.all.count)
    }

    @Test func commandsAreQuotedForShells() {
        var finding = Suggestion(
            "x", "x", evidence: [], gain: "", risk: "", changes: [.set(field: "cpu", value: "host-model")])
        finding.guest = "it's a guest"
        #expect(finding.command == "strata set 'it'\\''s a guest' --cpu host-model")
    }
}
