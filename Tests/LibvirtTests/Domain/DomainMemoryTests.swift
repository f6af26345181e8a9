import Libvirt
import Testing
import TestSupport

@Suite("Domain memory") struct DomainMemoryTests {
    @Test func memoryIsReadAndSetInBytes() async throws {
        try await withRunningBox { box in
            let maximum = try await box.maximumMemory
            #expect(maximum == .mebibytes(256))
            try await box.setMemory(.mebibytes(64))
            #expect(try await box.info().memory == .mebibytes(64))
        }
    }

    @Test func theGreatestMemoryOfAStoredDefinitionIsChanged() async throws {
        try await withBox { box in
            try await box.setMemory(.mebibytes(512), [.maximum, .config])
            #expect(try await box.maximumMemory == .mebibytes(512))
        }
    }

    @Test func theGreatestMemoryHasACallOfItsOwn() async throws {
        try await withBox { box in
            try await box.setMemory(.mebibytes(384), .maximum)
            #expect(try await box.maximumMemory == .mebibytes(384))
        }
        try await withRunningBox { box in
            let error = await #expect(throws: LibvirtError.self) { try await box.setMemory(.mebibytes(384), .maximum) }
            #expect(error?.call == "virDomainSetMaxMemory")
            let kept = try await box.maximumMemory
            #expect(kept == .mebibytes(256))
        }
    }

    @Test func moreMemoryThanAllowedIsRefused() async throws {
        try await withRunningBox { box in
            let error = await #expect(throws: LibvirtError.self) { try await box.setMemory(.gibibytes(1)) }
            #expect(error?.code == .invalidArgument)
            #expect(error?.call == "virDomainSetMemoryFlags")
        }
    }

    @Test func memoryStatisticsAreTyped() async throws {
        try await withRunningBox { box in
            let statistics = try await box.memoryStatistics()
            #expect(statistics.balloon == .mebibytes(128))
            #expect(statistics.lastUpdate ?? .zero > .zero)
            #expect(statistics.others.isEmpty)
        }
    }

    @Test func thePeriodOfTheStatisticsIsKeptInTheDefinition() async throws {
        try await withRunningBox { box in
            try await box.setMemoryStatisticsPeriod(.milliseconds(6500))
            #expect(try await box.xml().contains("<stats period='7'/>"))
            try await box.setMemoryStatisticsPeriod(nil)
            #expect(try await !box.xml().contains("<stats"))
        }
    }

    @Test func memoryLimitsAreSetAndRead() async throws {
        try await withBox { box in
            try await box.setMemoryParameters([.domainMemoryHardLimit: .unsignedLong(400_000)], .config)
            let limits = try await box.memoryParameters(.config)
            #expect(limits[.domainMemoryHardLimit] == .unsignedLong(400_000))
        }
    }
}
