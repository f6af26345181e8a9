extension DomainDocument {
    /// A USB device of the viewer's.
    public struct RedirectedDevice: ElementFields {
        /// The bus that it is on: `usb`.
        public let bus = Field<String>("@bus")
        /// What it comes by.
        public let type = Field<CharacterBackend>("@type")
        /// Where that is.
        public let source = Child<CharacterSource>("source")
        /// What is spoken on a network.
        public let protocolName = Field<StreamProtocol>("protocol/@type")
        /// Where all that is spoken goes as well.
        public let log = Child<CharacterLog>("log")
        /// Its place in the boot order, from 1.
        public let bootOrder = Field<Int>("boot/@order")
        /// What a mainframe is to load from it.
        public let loadParameter = Field<String>("boot/@loadparm")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `redir0`.
        public let alias = Field<String>("alias/@name")

        /// All fields.
        public static let all = Self()
    }

    /// Which USB devices of the viewer's may come in.
    public struct RedirectionRule: ElementFields {
        /// The class of the device; -1 for all.
        public let deviceClass = Field<HexNumber>("@class")
        /// The vendor; -1 for all.
        public let vendor = Field<HexNumber>("@vendor")
        /// The product; -1 for all.
        public let product = Field<HexNumber>("@product")
        /// The version; -1 for all.
        public let version = Field<String>("@version")
        /// Whether such a device may come in.
        public let isAllowed = Switch(yesNo: "@allow")

        /// All fields.
        public static let all = Self()
    }
}
