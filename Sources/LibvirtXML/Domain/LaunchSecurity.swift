extension DomainDocument {
    /// How a guest's memory is hidden from the host.
    public struct LaunchSecurity: ElementFields {
        /// What hides it.
        public let type = Field<Kind>("@type")
        /// Whether the kernel that is booted directly is measured.
        public let hashesKernel = Switch(yesNo: "@kernelHashes")
        /// The bit of an address that marks hidden memory.
        public let encryptionBit = Field<Int>("cbitpos")
        /// The bits of an address that are lost.
        public let reducedAddressBits = Field<Int>("reducedPhysBits")
        /// What the host's owner may do.
        public let policy = Field<HexNumber>("policy")
        /// The guest owner's key.
        public let certificate = Field<String>("dhCert")
        /// The guest owner's session.
        public let session = Field<String>("session")
        /// The firmware's number of a guest with which memory is shared.
        public let handle = Field<Int>("handle")

        /// All fields.
        public static let all = Self()

        /// What hides a guest's memory.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// AMD's processor.
            public static let sev: Self = "sev"
            /// A mainframe.
            public static let protectedVM: Self = "s390-pv"
        }
    }

    /// A cipher of a mainframe's processor.
    public struct KeyWrapping: ElementFields {
        /// The cipher.
        public let name = Field<Cipher>("@name")
        /// Whether the guest may use it.
        public let isEnabled = Switch(onOff: "@state")

        /// All fields.
        public static let all = Self()

        /// The ciphers of a mainframe's processor.
        public struct Cipher: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// AES.
            public static let aes: Self = "aes"
            /// DEA.
            public static let dea: Self = "dea"
        }
    }

    /// A variable of QEMU's environment.
    public struct Variable: ElementFields {
        /// Its name.
        public let name = Field<String>("@name")
        /// Its value.
        public let value = Field<String>("@value")

        /// All fields.
        public static let all = Self()
    }
}
