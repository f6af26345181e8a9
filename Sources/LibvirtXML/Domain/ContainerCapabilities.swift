extension DomainDocument {
    /// What a container's programs may do of what only root may; each is one of Linux's capabilities.
    public struct ContainerCapabilities: ElementFields {
        /// What goes for those of which nothing is said.
        public let policy = Field<Policy>("@policy")
        /// `CAP_AUDIT_CONTROL`.
        public let auditControl = Switch(onOff: "audit_control/@state")
        /// `CAP_AUDIT_WRITE`.
        public let auditWrite = Switch(onOff: "audit_write/@state")
        /// `CAP_BLOCK_SUSPEND`.
        public let blockSuspend = Switch(onOff: "block_suspend/@state")
        /// `CAP_CHOWN`.
        public let chown = Switch(onOff: "chown/@state")
        /// `CAP_DAC_OVERRIDE`.
        public let dacOverride = Switch(onOff: "dac_override/@state")
        /// `CAP_DAC_READ_SEARCH`.
        public let dacReadSearch = Switch(onOff: "dac_read_search/@state")
        /// `CAP_FOWNER`.
        public let fowner = Switch(onOff: "fowner/@state")
        /// `CAP_FSETID`.
        public let fsetid = Switch(onOff: "fsetid/@state")
        /// `CAP_IPC_LOCK`.
        public let ipcLock = Switch(onOff: "ipc_lock/@state")
        /// `CAP_IPC_OWNER`.
        public let ipcOwner = Switch(onOff: "ipc_owner/@state")
        /// `CAP_KILL`.
        public let kill = Switch(onOff: "kill/@state")
        /// `CAP_LEASE`.
        public let lease = Switch(onOff: "lease/@state")
        /// `CAP_LINUX_IMMUTABLE`.
        public let linuxImmutable = Switch(onOff: "linux_immutable/@state")
        /// `CAP_MAC_ADMIN`.
        public let macAdmin = Switch(onOff: "mac_admin/@state")
        /// `CAP_MAC_OVERRIDE`.
        public let macOverride = Switch(onOff: "mac_override/@state")
        /// `CAP_MKNOD`.
        public let mknod = Switch(onOff: "mknod/@state")
        /// `CAP_NET_ADMIN`.
        public let netAdmin = Switch(onOff: "net_admin/@state")
        /// `CAP_NET_BIND_SERVICE`.
        public let netBindService = Switch(onOff: "net_bind_service/@state")
        /// `CAP_NET_BROADCAST`.
        public let netBroadcast = Switch(onOff: "net_broadcast/@state")
        /// `CAP_NET_RAW`.
        public let netRaw = Switch(onOff: "net_raw/@state")
        /// `CAP_SETFCAP`.
        public let setfcap = Switch(onOff: "setfcap/@state")
        /// `CAP_SETGID`.
        public let setgid = Switch(onOff: "setgid/@state")
        /// `CAP_SETPCAP`.
        public let setpcap = Switch(onOff: "setpcap/@state")
        /// `CAP_SETUID`.
        public let setuid = Switch(onOff: "setuid/@state")
        /// `CAP_SYS_ADMIN`.
        public let sysAdmin = Switch(onOff: "sys_admin/@state")
        /// `CAP_SYS_BOOT`.
        public let sysBoot = Switch(onOff: "sys_boot/@state")
        /// `CAP_SYS_CHROOT`.
        public let sysChroot = Switch(onOff: "sys_chroot/@state")
        /// `CAP_SYS_MODULE`.
        public let sysModule = Switch(onOff: "sys_module/@state")
        /// `CAP_SYS_NICE`.
        public let sysNice = Switch(onOff: "sys_nice/@state")
        /// `CAP_SYS_PACCT`.
        public let sysPacct = Switch(onOff: "sys_pacct/@state")
        /// `CAP_SYS_PTRACE`.
        public let sysPtrace = Switch(onOff: "sys_ptrace/@state")
        /// `CAP_SYS_RAWIO`.
        public let sysRawio = Switch(onOff: "sys_rawio/@state")
        /// `CAP_SYS_RESOURCE`.
        public let sysResource = Switch(onOff: "sys_resource/@state")
        /// `CAP_SYS_TIME`.
        public let sysTime = Switch(onOff: "sys_time/@state")
        /// `CAP_SYS_TTY_CONFIG`.
        public let sysTTYConfig = Switch(onOff: "sys_tty_config/@state")
        /// `CAP_SYSLOG`.
        public let syslog = Switch(onOff: "syslog/@state")
        /// `CAP_WAKE_ALARM`.
        public let wakeAlarm = Switch(onOff: "wake_alarm/@state")

        /// All fields.
        public static let all = Self()

        /// What goes for capabilities of which nothing is said.
        public struct Policy: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// libvirt's choice.
            public static let usual: Self = "default"
            /// They are given.
            public static let allow: Self = "allow"
            /// They are taken.
            public static let deny: Self = "deny"
        }
    }
}
