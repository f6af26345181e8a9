extension DomainDocument {
    /// A keyboard, a mouse or another way to point.
    public struct Input: ElementFields {
        /// What it is.
        public let type = Field<Kind>("@type")
        /// The bus that it is on, such as `usb`, `ps2` or `virtio`.
        public let bus = Field<Bus>("@bus")
        /// The generation of a virtio device.
        public let model = Field<VirtioModel>("@model")
        /// The host's device, for `evdev`.
        public let device = Field<String>("source/@dev")
        /// The host's device, for ``Kind/passthrough``.
        public let eventDevice = Field<String>("source/@evdev")
        /// Which devices come and go with the first one: `all`.
        public let grab = Field<String>("source/@grab")
        /// The keys that hand it to the guest and back, such as `ctrl-ctrl`.
        public let grabToggle = Field<GrabToggle>("source/@grabToggle")
        /// Whether a key that is held down repeats.
        public let repeats = Switch(onOff: "source/@repeat")
        /// What every virtio device can be told.
        public let virtio = Child<VirtioDriver>("driver")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `input0`.
        public let alias = Field<String>("alias/@name")
        /// The number by which firmware names it.
        public let acpiIndex = Field<Int>("acpi/@index")

        /// All fields.
        public static let all = Self()

        /// The kinds of input.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A mouse.
            public static let mouse: Self = "mouse"
            /// A tablet, which points where the host's pointer is.
            public static let tablet: Self = "tablet"
            /// A keyboard.
            public static let keyboard: Self = "keyboard"
            /// A device of the host, by virtio.
            public static let passthrough: Self = "passthrough"
            /// A device of the host, whatever the guest sees.
            public static let eventDevice: Self = "evdev"
        }

        /// The bus that a keyboard or mouse is on.
        public struct Bus: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The old one of every PC.
            public static let ps2: Self = "ps2"
            /// USB.
            public static let usb: Self = "usb"
            /// Paravirtual.
            public static let virtio: Self = "virtio"
            /// Xen's.
            public static let xen: Self = "xen"
        }

        /// The keys that hand a device to the guest and back.
        public struct GrabToggle: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Both control keys.
            public static let control: Self = "ctrl-ctrl"
            /// Both alternate keys.
            public static let alternate: Self = "alt-alt"
            /// Both shift keys.
            public static let shift: Self = "shift-shift"
            /// Both meta keys.
            public static let meta: Self = "meta-meta"
            /// Scroll lock.
            public static let scrollLock: Self = "scrolllock"
            /// Control and scroll lock.
            public static let controlScrollLock: Self = "ctrl-scrolllock"
        }
    }
}
