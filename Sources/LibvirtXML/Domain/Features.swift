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
        /// The version of Arm's interrupt controller.
        public let gic = Field<GIC>("gic/@version")
        /// Whether there is Arm's interrupt controller.
        public let hasGIC = Presence("gic")
        /// Whether there is the mode that UEFI keeps its secrets in.
        public let hasSMM = Switch(onOff: "smm/@state")
        /// The memory for that mode.
        public let smmMemory = Amount("smm/tseg", .mebibytes)
        /// What serves the interrupt controller.
        public let ioapic = Field<InterruptController>("ioapic/@driver")
        /// Whether an IBM POWER machine's page table grows.
        public let hptResizing = Field<TableResizing>("hpt/@resizing")
        /// The largest page of that table.
        public let hptPageSize = Amount("hpt/maxpagesize")
        /// Whether an IBM POWER machine has transactions in memory.
        public let hasTransactions = Switch(onOff: "htm/@state")
        /// Whether an IBM POWER machine may have guests of its own.
        public let hasNestedHypervisor = Switch(onOff: "nested-hv/@state")
        /// Whether the guest tells where its crash notes are.
        public let hasCoreInfo = Switch(onOff: "vmcoreinfo/@state")
        /// What happens when an unknown register is used.
        public let unknownMSRs = Field<UnknownRegister>("msrs/@unknown")
        /// Whether an IBM POWER machine helps to flush the count cache.
        public let hasCountCacheAssist = Switch(onOff: "ccf-assist/@state")
        /// How an IBM POWER machine flushes its cache.
        public let cacheFlush = Field<Mitigation>("cfpc/@value")
        /// How it checks bounds.
        public let speculationBarrier = Field<Mitigation>("sbbc/@value")
        /// How it guesses branches, such as `fixed-ccd`.
        public let branchSpeculation = Field<Mitigation>("ibs/@value")
        /// The memory for translated code, in pure emulation.
        public let translationCache = Amount("tcg/tb-cache")
        /// What a container's programs may do.
        public let containerCapabilities = Child<ContainerCapabilities>("capabilities")

        /// All fields.
        public static let all = Self()

        /// The versions of Arm's interrupt controller.
        public struct GIC: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The older one.
            public static let v2: Self = "2"
            /// The newer one.
            public static let v3: Self = "3"
            /// The host's.
            public static let host: Self = "host"
        }

        /// Whether an IBM POWER machine's page table grows.
        public struct TableResizing: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// When the guest can.
            public static let enabled: Self = "enabled"
            /// Never.
            public static let disabled: Self = "disabled"
            /// The guest must be able to.
            public static let required: Self = "required"
        }

        /// What serves a guest's interrupt controller.
        public struct InterruptController: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The kernel.
            public static let kvm: Self = "kvm"
            /// The emulator.
            public static let qemu: Self = "qemu"
        }

        /// What happens when an unknown register is used.
        public struct UnknownRegister: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Nothing.
            public static let ignore: Self = "ignore"
            /// The guest is told.
            public static let fault: Self = "fault"
        }
    }
}
