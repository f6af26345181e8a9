extension DomainDocument {
    /// What the hypervisor offers a guest.
    public struct Features: ElementFields {
        /// Whether 32-bit systems can use more than 4 GiB.
        public let hasPAE = Presence("pae")
        /// Whether there is ACPI.
        public let hasACPI = Presence("acpi")
        /// Whether there are interrupts for several processors.
        public let hasAPIC = Presence("apic")
        /// Whether the end of an interrupt needs no exit.
        public let endsInterruptsEarly = Switch(onOff: "apic/@eoi")
        /// Whether the processor helps with paging.
        public let hasNestedPaging = Switch(onOff: "hap/@state")
        /// Whether a container has a network of its own even without adapters.
        public let hasPrivateNetwork = Presence("privnet")
        /// Whether Xen speaks as Microsoft's hypervisor.
        public let isViridian = Presence("viridian")
        /// What Microsoft's systems can use.
        public let hyperv = Child<HyperV>("hyperv")
        /// What is special to KVM.
        public let kvm = Child<KVM>("kvm")
        /// Whether a Xen guest sees the host's memory map.
        public let passesE820 = Switch(onOff: "xen/e820_host/@state")
        /// Whether a Xen guest can be given devices.
        public let hasXenPassthrough = Switch(onOff: "xen/passthrough/@state")
        /// How: `sync_pt` or `share_pt`.
        public let xenPassthroughMode = Field<String>("xen/passthrough/@mode")
        /// Whether waiting for a lock gives time to others.
        public let hasParavirtualSpinlocks = Switch(onOff: "pvspinlock/@state")
        /// Whether the guest may count the processor's events.
        public let hasPerformanceCounters = Switch(onOff: "pmu/@state")
        /// Whether VMware's port is emulated.
        public let hasVMwarePort = Switch(onOff: "vmport/@state")
        /// The version of Arm's interrupt controller: `2`, `3` or `host`.
        public let gic = Field<String>("gic/@version")
        /// Whether there is Arm's interrupt controller.
        public let hasGIC = Presence("gic")
        /// Whether there is the mode that UEFI keeps its secrets in.
        public let hasSMM = Switch(onOff: "smm/@state")
        /// The memory for that mode.
        public let smmMemory = Amount("smm/tseg", .mebibytes)
        /// What serves the interrupt controller: `kvm` or `qemu`.
        public let ioapic = Field<String>("ioapic/@driver")
        /// Whether an IBM POWER machine's page table grows: `enabled`, `disabled` or `required`.
        public let hptResizing = Field<String>("hpt/@resizing")
        /// The largest page of that table.
        public let hptPageSize = Amount("hpt/maxpagesize")
        /// Whether an IBM POWER machine has transactions in memory.
        public let hasTransactions = Switch(onOff: "htm/@state")
        /// Whether an IBM POWER machine may have guests of its own.
        public let hasNestedHypervisor = Switch(onOff: "nested-hv/@state")
        /// Whether the guest tells where its crash notes are.
        public let hasCoreInfo = Switch(onOff: "vmcoreinfo/@state")
        /// What happens when an unknown register is used: `ignore` or `fault`.
        public let unknownMSRs = Field<String>("msrs/@unknown")
        /// Whether an IBM POWER machine helps to flush the count cache.
        public let hasCountCacheAssist = Switch(onOff: "ccf-assist/@state")
        /// How an IBM POWER machine flushes its cache: `broken`, `workaround` or `fixed`.
        public let cacheFlush = Field<String>("cfpc/@value")
        /// How it checks bounds: `broken`, `workaround` or `fixed`.
        public let speculationBarrier = Field<String>("sbbc/@value")
        /// How it guesses branches, such as `fixed-ccd`.
        public let branchSpeculation = Field<String>("ibs/@value")
        /// The memory for translated code, in pure emulation.
        public let translationCache = Amount("tcg/tb-cache")
        /// What a container's programs may do.
        public let containerCapabilities = Child<ContainerCapabilities>("capabilities")

        /// All fields.
        public init() {}
    }
}
