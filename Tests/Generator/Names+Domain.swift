extension Names {
    static let domainGroups = [
        TypeGroup("DomainStates", domainStates),
        TypeGroup("DomainStateReasons", domainStateReasons),
        TypeGroup("DomainEventKinds", domainEventKinds),
        TypeGroup("DomainEventDetails", domainEventDetails),
        TypeGroup("DomainEventReasons", domainEventReasons),
        TypeGroup("DomainDisturbances", domainDisturbances),
        TypeGroup("DomainLifecycleOptions", domainLifecycleOptions),
        TypeGroup("DomainProcessSignal", domainSignals),
        TypeGroup("DomainDefinitionOptions", domainDefinitionOptions),
    ]

    private static let domainStates = [
        TypeName(
            "virDomainState", "DomainState", "What a domain is doing.", prefixes: ["VIR_DOMAIN_"],
            members: ["SHUTDOWN": "shuttingDown"]),
        TypeName(
            "virDomainControlState", "DomainControlState",
            "Whether the hypervisor's control interface to a domain is free."),
        TypeName(
            "virDomainControlErrorReason", "DomainControlErrorReason", "Why a domain's control interface is in error.",
            members: ["NONE": "noError"]),
        TypeName(
            "virDomainDiskErrorCode", "DomainDiskErrorCode", "What is wrong with a disk of a domain.",
            prefixes: ["VIR_DOMAIN_DISK_ERROR_"], members: ["NONE": "noError"]),
        TypeName("virVcpuState", "VCPUState", "What a virtual CPU is doing."),
        TypeName(
            "virVcpuHostCpuState", "VCPUHostCPU", "The host CPU on which a virtual CPU runs.", .number,
            prefixes: ["VIR_VCPU_INFO_CPU_"]),
        TypeName(
            "virDomainMessageType", "DomainMessageTypes", "Kinds of messages that libvirt keeps about a domain.",
            .options),
    ]

    private static let domainStateReasons = [
        TypeName("virDomainNostateReason", "DomainNoStateReason", "Why a domain has no state."),
        TypeName("virDomainRunningReason", "DomainRunningReason", "Why a domain is running."),
        TypeName("virDomainBlockedReason", "DomainBlockedReason", "Why a domain is blocked."),
        TypeName("virDomainPausedReason", "DomainPausedReason", "Why a domain is paused."),
        TypeName("virDomainShutdownReason", "DomainShuttingDownReason", "Why a domain is shutting down."),
        TypeName(
            "virDomainShutoffReason", "DomainShutOffReason", "Why a domain is shut off.",
            members: ["DESTROYED": "forcedOff"]),
        TypeName("virDomainCrashedReason", "DomainCrashedReason", "Why a domain counts as crashed."),
        TypeName(
            "virDomainPMSuspendedReason", "DomainPMSuspendedReason",
            "Why a domain is suspended by the guest's power management."),
        TypeName(
            "virDomainPMSuspendedDiskReason", "DomainPMSuspendedDiskReason",
            "Why a domain is suspended to disk by the guest's power management."),
    ]

    private static let domainEventKinds = [
        TypeName("virDomainEventID", "DomainEventID", "The kinds of events that a domain sends."),
        TypeName(
            "virDomainEventType", "DomainLifecycleEventType", "What happened in the life of a domain.",
            prefixes: ["VIR_DOMAIN_EVENT_"], members: ["SHUTDOWN": "shutDown"]),
        TypeName(
            "virDomainLifecycle", "DomainLifecycleTrigger", "A guest's own act to which libvirt can be told to react.",
            prefixes: ["VIR_DOMAIN_LIFECYCLE_"]),
        TypeName(
            "virDomainLifecycleAction", "DomainLifecycleAction",
            "What libvirt does when a guest powers off, reboots or crashes."),
    ]

    private static let domainEventDetails = [
        TypeName("virDomainEventDefinedDetailType", "DomainDefinedDetail", "Why a domain was defined."),
        TypeName("virDomainEventUndefinedDetailType", "DomainUndefinedDetail", "Why a domain was undefined."),
        TypeName("virDomainEventStartedDetailType", "DomainStartedDetail", "How a domain was started."),
        TypeName("virDomainEventSuspendedDetailType", "DomainSuspendedDetail", "Why a domain was suspended."),
        TypeName("virDomainEventResumedDetailType", "DomainResumedDetail", "Why a domain was resumed."),
        TypeName(
            "virDomainEventStoppedDetailType", "DomainStoppedDetail", "Why a domain stopped.",
            members: ["DESTROYED": "forcedOff"]),
        TypeName("virDomainEventShutdownDetailType", "DomainShutDownDetail", "How a guest came to shut down."),
        TypeName(
            "virDomainEventPMSuspendedDetailType", "DomainPMSuspendedDetail",
            "Where the guest's power management put the guest's state."),
        TypeName("virDomainEventCrashedDetailType", "DomainCrashedDetail", "How a domain crashed."),
    ]

    private static let domainEventReasons = [
        TypeName(
            "virConnectDomainEventAgentLifecycleState", "DomainAgentLifecycleState",
            "Whether the guest agent is connected."),
        TypeName(
            "virConnectDomainEventAgentLifecycleReason", "DomainAgentLifecycleReason",
            "Why the state of the guest agent changed."),
        TypeName(
            "virConnectDomainEventBlockJobStatus", "DomainBlockJobStatus", "How far a block job has come.",
            prefixes: ["VIR_DOMAIN_BLOCK_JOB_"]),
        TypeName(
            "virConnectDomainEventDiskChangeReason", "DomainDiskChangeReason", "Why the source of a disk changed.",
            prefixes: ["VIR_DOMAIN_EVENT_DISK_CHANGE_", "VIR_DOMAIN_EVENT_DISK_"]),
        TypeName(
            "virDomainEventGraphicsAddressType", "DomainGraphicsAddressType",
            "The kind of address of a client of the graphical console."),
        TypeName(
            "virDomainEventGraphicsPhase", "DomainGraphicsPhase", "How far a client of the graphical console has come.",
            prefixes: ["VIR_DOMAIN_EVENT_GRAPHICS_"]),
    ]

    private static let domainDisturbances = [
        TypeName(
            "virDomainEventIOErrorAction", "DomainIOErrorAction", "What the hypervisor does after an I/O error.",
            members: ["NONE": "noAction"]),
        TypeName(
            "virDomainMemoryFailureActionType", "DomainMemoryFailureAction",
            "What the hypervisor does after a memory failure."),
        TypeName(
            "virDomainMemoryFailureRecipientType", "DomainMemoryFailureRecipient",
            "Whose memory failed, the hypervisor's or the guest's."),
        TypeName(
            "virDomainMemoryFailureFlags", "DomainMemoryFailureTraits", "What is special about a memory failure.",
            prefixes: ["VIR_DOMAIN_MEMORY_FAILURE_"]),
        TypeName(
            "virDomainEventTrayChangeReason", "DomainTrayChangeReason", "What happened to a removable disk's tray."),
        TypeName(
            "virDomainEventWatchdogAction", "DomainWatchdogAction", "What the hypervisor does when a watchdog fires.",
            members: ["NONE": "noAction"]),
    ]

    private static let domainSignals = [
        TypeName("virDomainProcessSignal", "DomainProcessSignal", "A signal for a process inside a guest.")
    ]

    private static let domainLifecycleOptions = [
        TypeName(
            "virDomainCreateFlags", "DomainStartOptions", "How to start a domain.",
            prefixes: ["VIR_DOMAIN_START_", "VIR_DOMAIN_"]),
        TypeName("virDomainDestroyFlagsValues", "DomainForceOffOptions", "How to switch a domain off at once."),
        TypeName("virDomainShutdownFlagValues", "DomainShutdownOptions", "By which way to ask a guest to shut down."),
        TypeName("virDomainRebootFlagValues", "DomainRebootOptions", "By which way to ask a guest to reboot."),
        TypeName(
            "virDomainSaveRestoreFlags", "DomainSaveRestoreOptions",
            "How to save a domain's memory to a file and how to restore it.", prefixes: ["VIR_DOMAIN_SAVE_"]),
        TypeName(
            "virDomainSaveImageXMLFlags", "DomainSaveImageXMLOptions",
            "How much the description inside a saved image tells."),
        TypeName(
            "virDomainCoreDumpFlags", "DomainCoreDumpOptions", "How to dump a domain's core.", prefixes: ["VIR_DUMP_"]),
        TypeName(
            "virDomainCoreDumpFormat", "DomainCoreDumpFormat", "The file format of a core dump.",
            members: ["WIN_DMP": "windowsDump"]),
    ]

    private static let domainDefinitionOptions = [
        TypeName("virDomainDefineFlags", "DomainDefineOptions", "How to define a domain."),
        TypeName("virDomainUndefineFlagsValues", "DomainUndefineOptions", "What else goes when a domain is undefined."),
        TypeName("virDomainXMLFlags", "DomainXMLOptions", "Which description of a domain to give."),
        TypeName(
            "virConnectListAllDomainsFlags", "DomainListOptions", "Which domains to list.",
            prefixes: ["VIR_CONNECT_LIST_DOMAINS_"]),
        TypeName(
            "virDomainModificationImpact", "DomainModificationImpact",
            "Whether a change affects the running domain, its definition, or both.", .options,
            prefixes: ["VIR_DOMAIN_AFFECT_"]),
        TypeName(
            "virDomainDeviceModifyFlags", "DomainDeviceModifyOptions", "How to attach, update or detach a device."),
        TypeName(
            "virDomainMemoryModFlags", "DomainSetMemoryOptions", "Which memory size of a domain to change.",
            prefixes: ["VIR_DOMAIN_MEM_"]),
        TypeName("virDomainVcpuFlags", "DomainVCPUOptions", "Which number of virtual CPUs to read or to change."),
        TypeName(
            "virDomainMetadataType", "DomainMetadataType", "A part of a domain's metadata.",
            prefixes: ["VIR_DOMAIN_METADATA_"]),
        TypeName(
            "virDomainNumatuneMemMode", "DomainNUMAMemoryMode",
            "How a domain's memory is spread over the host's NUMA nodes."),
    ]
}
