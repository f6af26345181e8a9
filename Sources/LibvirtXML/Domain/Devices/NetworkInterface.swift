extension DomainDocument {
    /// A network adapter of a guest.
    public struct NetworkInterface: ElementFields {
        /// What it is connected to.
        public let type = Field<InterfaceType>("@type")
        /// Whether libvirt takes a host device from the host and gives it back.
        public let isManaged = Switch(yesNo: "@managed")
        /// Whether the host follows the receive filters that the guest sets.
        public let trustsGuestFilters = Switch(yesNo: "@trustGuestRxFilters")
        /// The hardware address.
        public let mac = Field<String>("mac/@address")
        /// Whether the address was made up.
        public let macKind = Field<MACKind>("mac/@type")
        /// Whether VMware checks the address.
        public let checksMAC = Switch(yesNo: "mac/@check")
        /// Everything that can be said of what it is connected to.
        public let details = Child<InterfaceSource>("source")
        /// The name of the host's end.
        public let hostDevice = Field<String>("target/@dev")
        /// Whether libvirt makes and removes the host's end.
        public let isHostDeviceManaged = Switch(yesNo: "target/@managed")
        /// The name that the guest is to give it.
        public let guestDevice = Field<String>("guest/@dev")
        /// The name that the guest has given it.
        public let actualGuestDevice = Field<String>("guest/@actual")
        /// What the guest sees, such as `virtio` or `e1000`.
        public let model = Field<String>("model/@type")
        /// How the host moves packets.
        public let driver = Child<InterfaceDriver>("driver")
        /// What every virtio device can be told.
        public let virtio = Child<VirtioDriver>("driver")
        /// What moves packets for the guest.
        public let backend = Child<InterfaceBackend>("backend")
        /// The Xen domain that serves it.
        public let backendDomain = Field<String>("backenddomain/@name")
        /// The network filter on it.
        public let filter = Field<String>("filterref/@filter")
        /// The values of the filter's variables.
        public let filterParameters = Children<Parameter>("filterref/parameter")
        /// Whether the cable is in.
        public let link = Field<LinkState>("link/@state")
        /// The largest packet.
        public let mtu = Field<Int>("mtu/@size")
        /// Its place in the boot order, from 1.
        public let bootOrder = Field<Int>("boot/@order")
        /// What a mainframe is to load from it.
        public let loadParameter = Field<String>("boot/@loadparm")
        /// The boot code on it.
        public let rom = Child<OptionROM>("rom")
        /// The most that may pass.
        public let bandwidth = Child<Bandwidth>("bandwidth")
        /// The virtual LANs that it is in.
        public let vlan = Child<VLAN>("vlan")
        /// Its port on a switch.
        public let virtualPort = Child<VirtualPort>("virtualport")
        /// Whether other isolated adapters of the bridge are out of reach.
        public let isIsolated = Switch(yesNo: "port/@isolated")
        /// How many packets may wait for one interrupt.
        public let receiveFrames = Field<Int>("coalesce/rx/frames/@max")
        /// How much may wait to be sent.
        public let sendBuffer = Amount("tune/sndbuf", always: .bytes)
        /// The program that sets the host's end up.
        public let script = Field<String>("script/@path")
        /// The program that takes the host's end down.
        public let downScript = Field<String>("downscript/@path")
        /// The addresses in a container, or behind the host's end.
        public let addresses = Children<InterfaceAddress>("ip")
        /// The routes in a container, or behind the host's end.
        public let routes = Children<Route>("route")
        /// The host's ports that lead into the guest.
        public let portForwards = Children<PortForward>("portForward")
        /// Its part in a pair of adapters that survives a migration.
        public let teaming = Field<Teaming>("teaming/@type")
        /// The alias of the adapter that stays.
        public let teamPartner = Field<String>("teaming/@persistent")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `net0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public static let all = Self()

        /// Whether a hardware address was made up.
        public struct MACKind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It was, and may be again.
            public static let generated: Self = "generated"
            /// It was not.
            public static let fixed: Self = "static"
        }

        /// Whether the cable is in.
        public struct LinkState: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It is.
            public static let up: Self = "up"
            /// It is not.
            public static let down: Self = "down"
        }

        /// The part of an adapter in a pair that survives a migration.
        public struct Teaming: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// It stays.
            public static let persistent: Self = "persistent"
            /// It goes for the time of the migration.
            public static let transient: Self = "transient"
        }
    }
}
