extension Names {
    static let domainWorkGroups = [
        TypeGroup("DomainBlockJobs", domainBlockJobs),
        TypeGroup("DomainJobs", domainJobs),
        TypeGroup("DomainMigration", domainMigration),
        TypeGroup("DomainGuestAccess", domainGuestAccess),
        TypeGroup("DomainStatisticsTypes", domainStatistics),
    ]

    private static let domainBlockJobs = [
        TypeName("virDomainBlockJobType", "DomainBlockJobType", "What a block job does."),
        TypeName("virDomainBlockCommitFlags", "DomainBlockCommitOptions", "How to commit an overlay into its base."),
        TypeName("virDomainBlockCopyFlags", "DomainBlockCopyOptions", "How to copy a disk."),
        TypeName("virDomainBlockPullFlags", "DomainBlockPullOptions", "How to pull a base into its overlay."),
        TypeName("virDomainBlockRebaseFlags", "DomainBlockRebaseOptions", "How to rebase a disk."),
        TypeName("virDomainBlockResizeFlags", "DomainBlockResizeOptions", "How to resize a disk."),
        TypeName("virDomainBlockJobAbortFlags", "DomainBlockJobAbortOptions", "How to end a block job."),
        TypeName("virDomainBlockJobInfoFlags", "DomainBlockJobInfoOptions", "How to report on a block job."),
        TypeName(
            "virDomainBlockJobSetSpeedFlags", "DomainBlockJobSetSpeedOptions", "How to limit a block job's speed.",
            prefixes: ["VIR_DOMAIN_BLOCK_JOB_SPEED_"]),
    ]

    private static let domainJobs = [
        TypeName(
            "virDomainJobType", "DomainJobType", "Whether a job runs on a domain, and how the last one ended.",
            prefixes: ["VIR_DOMAIN_JOB_"], members: ["NONE": "noJob"]),
        TypeName("virDomainJobOperation", "DomainJobOperation", "What a job on a domain does."),
        TypeName("virDomainGetJobStatsFlags", "DomainJobStatsOptions", "Which job's statistics to give."),
        TypeName("virDomainAbortJobFlagsValues", "DomainAbortJobOptions", "How to abort a job."),
        TypeName("virDomainBackupBeginFlags", "DomainBackupBeginOptions", "How to begin a backup."),
    ]

    private static let domainMigration = [
        TypeName(
            "virDomainMigrateFlags", "DomainMigrateOptions", "How to migrate a domain.", prefixes: ["VIR_MIGRATE_"],
            members: [
                "PERSIST_DEST": "persistOnDestination", "NON_SHARED_DISK": "copyDisks",
                "NON_SHARED_INC": "copyDisksIncrementally",
                "NON_SHARED_SYNCHRONOUS_WRITES": "copyDisksWithSynchronousWrites",
            ]),
        TypeName(
            "virDomainMigrateMaxSpeedFlags", "DomainMigrateMaxSpeedOptions",
            "Which migration speed limit to read or to change."),
    ]

    private static let domainGuestAccess = [
        TypeName("virDomainChannelFlags", "DomainOpenChannelOptions", "How to open a channel to a guest."),
        TypeName("virDomainConsoleFlags", "DomainOpenConsoleOptions", "How to open a guest's console."),
        TypeName("virDomainOpenGraphicsFlags", "DomainOpenGraphicsOptions", "How to open a guest's graphical console."),
        TypeName(
            "virDomainFDAssociateFlags", "DomainFDAssociateOptions",
            "What libvirt does with the security label of files handed over as descriptors.",
            prefixes: ["VIR_DOMAIN_FD_ASSOCIATE_"],
            members: ["SECLABEL_RESTORE": "restoreSecurityLabel", "SECLABEL_WRITABLE": "writableSecurityLabel"]),
        TypeName(
            "virDomainAgentResponseTimeoutValues", "DomainAgentTimeout",
            "How many seconds to wait for the guest agent.",
            .number),
        TypeName(
            "virDomainAuthorizedSSHKeysSetFlags", "DomainSetAuthorizedSSHKeysOptions",
            "How to change the SSH keys of a guest's user."),
        TypeName(
            "virDomainSetUserPasswordFlags", "DomainSetUserPasswordOptions",
            "How a guest user's new password is given.",
            prefixes: ["VIR_DOMAIN_PASSWORD_"]),
        TypeName(
            "virDomainSetTimeFlags", "DomainSetTimeOptions", "How to set a guest's clock.",
            prefixes: ["VIR_DOMAIN_TIME_"], members: ["SYNC": "syncFromRTC"]),
        TypeName("virDomainGetHostnameFlags", "DomainHostnameOptions", "Whom to ask for a guest's host name."),
        TypeName(
            "virDomainInterfaceAddressesSource", "DomainInterfaceAddressSource", "Whom to ask for a guest's addresses."),
        TypeName("virDomainGuestInfoTypes", "DomainGuestInfoGroups", "What to ask the guest agent about.", .options),
        TypeName(
            "virKeycodeSet", "KeycodeSet", "The numbering to which a key code belongs."),
        TypeName(
            "virDomainMemoryFlags", "DomainMemoryAddressSpace", "The addresses by which guest memory is read.", .open,
            prefixes: ["VIR_MEMORY_"]),
    ]

    private static let domainStatistics = [
        TypeName("virDomainStatsTypes", "DomainStatsGroups", "The groups of statistics to collect.", .options),
        TypeName(
            "virConnectGetAllDomainStatsFlags", "DomainStatsOptions",
            "From which domains to collect statistics, and how.", prefixes: ["VIR_CONNECT_GET_ALL_DOMAINS_STATS_"]),
        TypeName(
            "virDomainMemoryStatTags", "DomainMemoryStatTag", "What a memory statistic counts.", .open,
            prefixes: ["VIR_DOMAIN_MEMORY_STAT_"]),
        TypeName(
            "virDomainDirtyRateCalcFlags", "DomainDirtyRateMode", "How to measure the rate of dirtied memory.", .open,
            prefixes: ["VIR_DOMAIN_DIRTYRATE_MODE_"]),
        TypeName(
            "virDomainDirtyRateStatus", "DomainDirtyRateStatus", "How far the measuring of the dirty rate has come."),
    ]
}
