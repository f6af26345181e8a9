import Testing

@testable import generate_libvirt

@Suite("Swift names of C constants") struct NamesTests {
    /// C constants with the Swift names that the law and the tables must give.
    static let examples: KeyValuePairs = [
        "VIR_DOMAIN_SHUTOFF": "DomainState.shutOff",
        "VIR_DOMAIN_SHUTDOWN": "DomainState.shuttingDown",
        "VIR_DOMAIN_PMSUSPENDED": "DomainState.pmSuspended",
        "VIR_DOMAIN_NOSTATE": "DomainState.noState",
        "VIR_DOMAIN_RUNNING_UNKNOWN": "DomainRunningReason.unspecified",
        "VIR_DOMAIN_BLOCKED_UNKNOWN": "DomainBlockedReason.unspecified",
        "VIR_DOMAIN_SHUTOFF_DESTROYED": "DomainShutOffReason.forcedOff",
        "VIR_DOMAIN_JOB_NONE": "DomainJobType.noJob",
        "VIR_DOMAIN_NONE": "DomainStartOptions()",
        "VIR_DOMAIN_START_BYPASS_CACHE": "DomainStartOptions.bypassCache",
        "VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN": "DomainShutdownOptions.acpiPowerButton",
        "VIR_DOMAIN_UNDEFINE_KEEP_NVRAM": "DomainUndefineOptions.keepNVRAM",
        "VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS": "DomainSnapshotListOptions.descendants",
        "VIR_DOMAIN_SNAPSHOT_LIST_ROOTS": "DomainSnapshotListOptions.roots",
        "VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL": "DomainSnapshotListOptions.internal",
        "VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES": "DomainBlockJobSetSpeedOptions.bandwidthBytes",
        "VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING": "DomainDirtyRateMode.pageSampling",
        "VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START": "DomainDiskChangeReason.dropMissingOnStart",
        "VIR_DOMAIN_BLKIO_PARAM_ULLONG": "TypedParameterType.uint64",
        "VIR_MIGRATE_PEER2PEER": "DomainMigrateOptions.peerToPeer",
        "VIR_NETWORK_UPDATE_COMMAND_ADD_LAST": "NetworkUpdateCommand.addLast",
        "VIR_NODE_CPU_STATS_ALL_CPUS": "NodeCPUNumber.all",
        "VIR_CONNECT_RO": "ConnectionOpenOptions.readOnly",
        "VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV": "NodeDeviceListOptions.pciDevice",
        "VIR_STORAGE_VOL_USE_ALLOCATION": "StorageVolumeInfoOptions()",
        "VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN": "QEMUAgentTimeout.minimum",
        "VIR_CLIENT_TRANS_TLS": "AdminClientTransport.tls",
        "VIR_ERR_OPERATION_INVALID": "LibvirtError.Code.operationInvalid",
        "VIR_ERR_DOM_EXIST": "LibvirtError.Code.domainExists",
        "VIR_WAR_NO_NETWORK": "LibvirtError.Code.warningNoNetwork",
        "VIR_FROM_NET": "LibvirtError.Domain.network",
    ]

    @Test(arguments: examples) func theConstantHasItsName(constant: String, swift: String) throws {
        let binding = try Binding(try Installed.description())
        #expect(binding.table.first { $0.constant == constant }?.swift == swift)
    }

    @Test func everyConstantButTheSentinelsHasAName() throws {
        let description = try Installed.description()
        let named = Set(try Binding(description).table.map(\.constant))
        let missing = description.constants.map(\.name).filter { !named.contains($0) }
        #expect(missing.allSatisfy { $0.hasSuffix("_LAST") || $0 == "VIR_DOMAIN_MEMORY_STAT_NR" })
        #expect(named.count > 900)
    }

    @Test(arguments: [
        ("VIR_DOMAIN_CPU_STATS_VCPUTIME", "domainCPUStatsVCPUTime"),
        ("VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX", "domainBlockIOTuneReadBytesPerSecondMax"),
        ("VIR_MIGRATE_PARAM_MIGRATE_DISKS", "migrateDisks"), ("VIR_MIGRATE_PARAM_DISKS_URI", "migrateDisksURI"),
        ("VIR_PERF_PARAM_PAGE_FAULTS_MIN", "perfPageFaultsMinor"), ("VIR_NODE_SEV_CPU0_ID", "nodeSEVCPU0ID"),
    ])
    func theParameterHasItsName(macro: String, swift: String) {
        let parameter = ParameterMacro(name: macro, string: "", info: "", header: "")
        #expect(ParameterWriter.name(of: parameter) == swift)
    }

    @Test(arguments: [
        ("virDomainVcpuThrottleFlags", "DomainVCPUThrottleOptions"),
        ("virStorageVolFooFlags", "StorageVolumeFooOptions"),
        ("virConnectListAllThingsFlags", "ListThingsOptions"), ("virInterfaceMood", "HostInterfaceMood"),
        ("virDomainEventSleptDetailType", "DomainEventSleptDetail"),
    ])
    func aTypeOfANewerLibvirtIsNamedByTheLaw(type: String, swift: String) {
        #expect(TypeName(lawFor: type).swift == swift)
    }

    @Test func everyTypeWithoutFlagsKeepsNumbersThatItDoesNotKnow() throws {
        let types = try Binding(try Installed.description()).groups.flatMap(\.types).filter { $0.kind == .open }
        #expect(types.count > 70)
        for type in types {
            let lines = TypeWriter(type: type).lines.map { $0.trimmingPrefix { $0 == " " } }
            #expect(lines.contains("case unknown(Int32)"), "\(type.name.swift)")
            #expect(lines.contains("default: self = .unknown(rawValue)"), "\(type.name.swift)")
        }
    }

    @Test func twoConstantsOfOneNameAreRefused() {
        let constants = ["VIR_X_SHUTOFF", "VIR_X_SHUT_OFF"].enumerated().map {
            Constant(name: $1, type: "virX", value: Int64($0), info: "", header: "libvirt-domain")
        }
        let description = APIDescription(version: "1.0.0", constants: constants, parameters: [])
        #expect(throws: GeneratorError.self) { try Binding(description) }
    }
}
