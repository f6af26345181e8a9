@testable import Libvirt
import Testing
import TestSupport

@Suite("Domain processors") struct DomainProcessorTests {
    @Test func theNumberOfProcessorsIsReadAndSet() async throws {
        try await withRunningBox { box in
            #expect(try await box.virtualCPUCount() == 2)
            #expect(try await box.maximumVirtualCPUCount() == 4)
            try await box.setVirtualCPUCount(3)
            #expect(try await box.virtualCPUCount(.live) == 3)
            try await box.setVirtualCPUCount(1, .config)
            #expect(try await box.virtualCPUCount(.config) == 1)
        }
    }

    @Test func processorsOfADomainThatIsOffAreNotLive() async throws {
        try await withBox { box in
            let error = await #expect(throws: LibvirtError.self) { _ = try await box.virtualCPUCount(.live) }
            #expect(error?.code == .operationInvalid)
        }
    }

    @Test func eachProcessorTellsWhatItDoesAndWhereItMayRun() async throws {
        try await withRunningBox { box in
            try await box.pinVirtualCPU(1, to: [2, 5])
            let cpus = try await box.virtualCPUs()
            #expect(cpus.map(\.number) == [0, 1])
            #expect(cpus.allSatisfy { $0.state == .running })
            #expect(cpus.last?.affinity == [2, 5])
            let pins = try await box.virtualCPUPins()
            #expect(pins.count == 4)
            #expect(pins[1] == [2, 5])
        }
    }

    @Test func theEmulatorsPinsAreSetAndRead() async throws {
        try await withRunningBox { box in
            try await box.pinEmulator(to: [1, 3])
            #expect(try await box.emulatorPin() == [1, 3])
        }
    }

    @Test func pinningToNothingOrToImpossibleProcessorsIsRefused() async throws {
        try await withRunningBox { box in
            for map: CPUMap in [[], [-1], [.max]] {
                let error = await #expect(throws: LibvirtError.self) { try await box.pinVirtualCPU(0, to: map) }
                #expect(error?.code == .invalidArgument)
            }
            let error = await #expect(throws: LibvirtError.self) { try await box.pinVirtualCPU(-1, to: [0]) }
            #expect(error?.code == .invalidArgument)
        }
    }

    @Test func processorTimesComeInTotalAndByHostProcessor() async throws {
        try await withRunningBox { box in
            let total = try await box.processorTimes()
            #expect(total.total ?? .zero > .zero)
            #expect(total.user != nil && total.system != nil)
            let each = try await box.processorTimesByHostCPU()
            #expect(!each.isEmpty)
            #expect(each.contains { $0.total != nil })
        }
    }

    @Test func listsOfProcessorsAreReadAsTheyAreWritten() {
        let map: CPUMap = [0, 1, 2, 3, 8]
        #expect(CPUMap(list: map.description) == map)
        #expect(CPUMap(list: "") == [])
        #expect(CPUMap(list: "7,9-8,x,1-99999999999") == [7])
    }

    @Test func theGuestsOwnViewIsTyped() {
        let view = GuestVirtualCPUs([
            "vcpus": .string("0-3"), "online": .string("0,2"), "offlinable": .string("1-3"), "new": .int(1),
        ])
        #expect(view.all == [0, 1, 2, 3])
        #expect(view.online == [0, 2])
        #expect(view.offlinable == [1, 2, 3])
        #expect(view.others == ["new": .int(1)])
    }

    @Test func whatTheTestDriverCannotDoSaysSo() async throws {
        try await withRunningBox { box in
            let single = await #expect(throws: LibvirtError.self) { try await box.setVirtualCPUs([1], isOn: true) }
            #expect(single?.code == .noSupport)
            #expect(single?.call == "virDomainSetVcpu")
            let guest = await #expect(throws: LibvirtError.self) { _ = try await box.guestVirtualCPUs() }
            #expect(guest?.code == .noSupport)
            let online = await #expect(throws: LibvirtError.self) {
                try await box.setGuestVirtualCPUs([1], isOnline: true)
            }
            #expect(online?.code == .noSupport)
        }
    }
}
