import Quantities
import Testing
import TestSupport

@testable import Libvirt

@Suite("Jobs and migration parameters") struct DomainJobTests {
    @Test func jobStatisticsComeInTypedUnitsAndKeepWhatTheyDoNotKnow() {
        let parameters: TypedParameters = [
            .domainJobOperation: .int(5), .domainJobTimeElapsed: .unsignedLong(1500),
            .domainJobTimeRemaining: .unsignedLong(250), .domainJobDataProcessed: .unsignedLong(4096),
            .domainJobDataTotal: .unsignedLong(8192), .domainJobMemoryRemaining: .unsignedLong(2048),
            .domainJobDiskProcessed: .unsignedLong(1024), .domainJobMemoryBytesPerSecond: .unsignedLong(10),
            .domainJobCompressionCacheMisses: .unsignedLong(3), .domainJobAutoConvergeThrottle: .int(20),
            .domainJobSuccess: .boolean(false), .domainJobErrorMessage: .string("no"),
            .domainJobDiskTempUsed: .unsignedLong(7), "from.the.future": .double(1.5),
        ]
        let job = DomainJobStatistics(type: .failed, parameters)
        #expect(job.type == .failed)
        #expect(job.operation == .migrationOut)
        #expect(job.elapsed == .milliseconds(1500))
        #expect(job.remaining == .milliseconds(250))
        #expect(job.data.processed == .kibibytes(4))
        #expect(job.data.remaining == nil)
        #expect(job.data.total == .kibibytes(8))
        #expect(job.memory.remaining == .kibibytes(2))
        #expect(job.disk.processed == .kibibytes(1))
        #expect(job.memoryTransfer.speed == .bytes(10))
        #expect(job.compression.cacheMisses == 3)
        #expect(job.throttling == 20)
        #expect(job.succeeded == false)
        #expect(job.errorMessage == "no")
        #expect(job.temporaryDiskUsed == .bytes(7))
        #expect(job.others == ["from.the.future": .double(1.5)])
    }

    @Test func everyJobParameterOfLibvirtHasAProperty() {
        let names: [TypedParameterName] = [
            .domainJobTimeElapsed, .domainJobTimeElapsedNet, .domainJobTimeRemaining, .domainJobSetupTime,
            .domainJobDowntime, .domainJobDowntimeNet, .domainJobDataProcessed, .domainJobDataRemaining,
            .domainJobDataTotal, .domainJobMemoryProcessed, .domainJobMemoryRemaining, .domainJobMemoryTotal,
            .domainJobDiskProcessed, .domainJobDiskRemaining, .domainJobDiskTotal, .domainJobMemoryConstant,
            .domainJobMemoryNormal, .domainJobMemoryNormalBytes, .domainJobMemoryBytesPerSecond,
            .domainJobMemoryDirtyRate, .domainJobMemoryIteration, .domainJobMemoryPageSize,
            .domainJobMemoryPostCopyRequests, .domainJobCompressionCache, .domainJobCompressionBytes,
            .domainJobCompressionPages, .domainJobCompressionCacheMisses, .domainJobCompressionOverflow,
            .domainJobDiskBytesPerSecond, .domainJobDiskTempUsed, .domainJobDiskTempTotal,
        ]
        for name in names {
            let job = DomainJobStatistics(type: .bounded, [name: .unsignedLong(42)])
            #expect(job.others.isEmpty, "\(name)")
            #expect(job != DomainJobStatistics(type: .bounded, [:]), "\(name)")
        }
    }

    @Test func migrationParametersBecomeLibvirtsNames() throws {
        var parameters = MigrationParameters()
        parameters.uri = "tcp://there"
        parameters.destinationName = "moved"
        parameters.bandwidth = .mebibytes(100)
        parameters.disks = ["vda", "vdb"]
        parameters.disksPort = 49153
        parameters.parallelConnections = 4
        parameters.compression.methods = ["mt", "xbzrle"]
        parameters.compression.cache = .mebibytes(64)
        parameters.others = ["of.the.future": .boolean(true)]
        let typed = try parameters.typed()
        #expect(typed[.migrateURI] == .string("tcp://there"))
        #expect(typed[.migrateDestinationName] == .string("moved"))
        #expect(typed[.migrateBandwidth] == .unsignedLong(100))
        #expect(typed.all(.migrateDisks) == [.string("vda"), .string("vdb")])
        #expect(typed[.migrateDisksPort] == .int(49153))
        #expect(typed[.migrateParallelConnections] == .int(4))
        #expect(typed.all(.migrateCompression) == [.string("mt"), .string("xbzrle")])
        #expect(typed[.migrateCompressionXBZRLECache] == .unsignedLong(64 << 20))
        #expect(typed["of.the.future"] == .boolean(true))
        #expect(typed.elements.count == 11)
        #expect(try MigrationParameters().typed().elements.isEmpty)
    }

    @Test func aFractionOfAMebibyteIsAnErrorNotARounding() throws {
        var parameters = MigrationParameters()
        parameters.bandwidth = .kibibytes(1500)
        let error = #expect(throws: LibvirtError.self) { _ = try parameters.typed() }
        #expect(error?.code == .invalidArgument)
    }

    @Test func whatTheTestDriverLacksIsRefusedByName() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let jobs = await #expect(throws: LibvirtError.self) { _ = try await web.jobStatistics() }
            #expect(jobs?.code == .noSupport)
            #expect(jobs?.call == "virDomainGetJobStats")
            let pull = await #expect(throws: LibvirtError.self) { _ = try await web.pullDisk("vda") }
            #expect(pull?.code == .noSupport)
            #expect(pull?.call == "virDomainBlockPull")
            let isLetGo = await eventually { host.subscriptionCount == 0 }
            #expect(isLetGo, "the watch for a job that did not begin must end")
        }
    }

    @Test func aBlockJobIsNamedByTheDisksTarget() async throws {
        try await withTestHost(domains: [.running("web")]) { host in
            let web = try await host.domain(named: "web")
            let error = await #expect(throws: LibvirtError.self) { _ = try await web.pullDisk("/images/web.qcow2") }
            #expect(error?.code == .invalidArgument)
            let still = await #expect(throws: LibvirtError.self) { _ = try await web.pullDisk("vda", speed: .zero) }
            #expect(still?.code == .invalidArgument)
            let downtime = await #expect(throws: LibvirtError.self) {
                try await web.setMaximumMigrationDowntime(.microseconds(1500))
            }
            #expect(downtime?.code == .invalidArgument)
        }
    }
}
