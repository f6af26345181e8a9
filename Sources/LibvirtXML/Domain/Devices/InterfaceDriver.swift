extension DomainDocument {
    /// How the host moves an adapter's packets.
    public struct InterfaceDriver: ElementFields {
        /// What moves them.
        public let name = Field<Name>("@name")
        /// What sends.
        public let sendMode = Field<SendMode>("@txmode")
        /// Whether packets wake a thread without stopping the guest.
        public let usesIOEventFD = Switch(onOff: "@ioeventfd")
        /// Whether interrupts are merged.
        public let usesEventIndex = Switch(onOff: "@event_idx")
        /// The number of pairs of queues.
        public let queues = Field<Int>("@queues")
        /// The packets that fit a queue to the guest.
        public let receiveQueueSize = Field<Int>("@rx_queue_size")
        /// The packets that fit a queue from the guest.
        public let sendQueueSize = Field<Int>("@tx_queue_size")
        /// Whether the host spreads packets over queues by a hash.
        public let spreadsByHash = Switch(onOff: "@rss")
        /// Whether the guest is told the hash.
        public let reportsHash = Switch(onOff: "@rss_hash_report")
        /// What the host leaves to the adapter.
        public let host = Child<HostOffloads>("host")
        /// What the guest leaves to the adapter.
        public let guest = Child<GuestOffloads>("guest")

        /// All fields.
        public static let all = Self()

        /// What moves an adapter's packets.
        public struct Name: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The kernel.
            public static let vhost: Self = "vhost"
            /// The emulator.
            public static let qemu: Self = "qemu"
            /// The guest itself, on a device that is handed over.
            public static let vfio: Self = "vfio"
            /// The guest itself, in a way that is gone.
            public static let kvm: Self = "kvm"
            /// The guest itself, under Xen.
            public static let xen: Self = "xen"
        }

        /// What sends an adapter's packets.
        public struct SendMode: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A thread.
            public static let ioThread: Self = "iothread"
            /// A timer.
            public static let timer: Self = "timer"
        }
    }

    /// What the host leaves to a virtio adapter.
    public struct HostOffloads: ElementFields {
        /// Checksums.
        public let checksum = Switch(onOff: "@csum")
        /// The cutting of large packets, whatever they hold.
        public let segmentation = Switch(onOff: "@gso")
        /// The cutting of TCP over IPv4.
        public let tcp4Segmentation = Switch(onOff: "@tso4")
        /// The cutting of TCP over IPv6.
        public let tcp6Segmentation = Switch(onOff: "@tso6")
        /// The news of congestion.
        public let congestion = Switch(onOff: "@ecn")
        /// The cutting of UDP.
        public let udpFragmentation = Switch(onOff: "@ufo")
        /// Whether a packet may fill several buffers.
        public let mergesBuffers = Switch(onOff: "@mrg_rxbuf")

        /// All fields.
        public static let all = Self()
    }

    /// What the guest leaves to a virtio adapter.
    public struct GuestOffloads: ElementFields {
        /// Checksums.
        public let checksum = Switch(onOff: "@csum")
        /// The cutting of TCP over IPv4.
        public let tcp4Segmentation = Switch(onOff: "@tso4")
        /// The cutting of TCP over IPv6.
        public let tcp6Segmentation = Switch(onOff: "@tso6")
        /// The news of congestion.
        public let congestion = Switch(onOff: "@ecn")
        /// The cutting of UDP.
        public let udpFragmentation = Switch(onOff: "@ufo")

        /// All fields.
        public static let all = Self()
    }

    /// What moves packets for a guest outside the emulator.
    public struct InterfaceBackend: ElementFields {
        /// The program: `passt`.
        public let type = Field<String>("@type")
        /// Where the program writes its log.
        public let logFile = Field<String>("@logFile")
        /// The device that makes the host's end.
        public let tap = Field<String>("@tap")
        /// The device of the kernel's part.
        public let vhost = Field<String>("@vhost")

        /// All fields.
        public static let all = Self()
    }

    /// A value of a network filter's variable.
    public struct Parameter: ElementFields {
        /// The variable.
        public let name = Field<String>("@name")
        /// The value.
        public let value = Field<String>("@value")

        /// All fields.
        public static let all = Self()
    }
}
