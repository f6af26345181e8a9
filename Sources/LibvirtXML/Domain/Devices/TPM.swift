public import FoundationEssentials

extension DomainDocument {
    /// A trusted platform module.
    public struct TPM: ElementFields {
        /// What the guest sees.
        public let model = Field<Model>("@model")
        /// What stands behind it.
        public let backend = Field<Backend>("backend/@type")
        /// The version of the standard.
        public let version = Field<Version>("backend/@version")
        /// Whether an emulated module's state outlives a guest without a definition.
        public let keepsState = Switch(yesNo: "backend/@persistent_state")
        /// The host's module.
        public let device = Field<String>("backend/device/@path")
        /// How a module outside libvirt is reached: `unix`.
        public let sourceType = Field<String>("backend/source/@type")
        /// The socket of a module outside libvirt.
        public let sourcePath = Field<String>("backend/source/@path")
        /// Which end connects: `connect`.
        public let sourceMode = Field<String>("backend/source/@mode")
        /// The secret that encrypts an emulated module's state.
        public let encryptionSecret = Field<UUID>("backend/encryption/@secret")
        /// Whether the registers are kept in SHA-1.
        public let usesSHA1 = Presence("backend/active_pcr_banks/sha1")
        /// Whether the registers are kept in SHA-256.
        public let usesSHA256 = Presence("backend/active_pcr_banks/sha256")
        /// Whether the registers are kept in SHA-384.
        public let usesSHA384 = Presence("backend/active_pcr_banks/sha384")
        /// Whether the registers are kept in SHA-512.
        public let usesSHA512 = Presence("backend/active_pcr_banks/sha512")
        /// Where it sits in the guest.
        public let address = Child<Address>("address")
        /// The name that libvirt gives it, such as `tpm0`.
        public let alias = Field<String>("alias/@name")

        /// All fields.
        public static let all = Self()

        /// The models of a trusted platform module.
        public struct Model: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The newer one, for version 2.0.
            public static let crb: Self = "tpm-crb"
            /// The older one.
            public static let tis: Self = "tpm-tis"
            /// An IBM POWER machine's.
            public static let power: Self = "tpm-spapr"
            /// A second one, for the host's own module.
            public static let powerProxy: Self = "spapr-tpm-proxy"
        }

        /// What stands behind a trusted platform module.
        public struct Backend: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A program.
            public static let emulator: Self = "emulator"
            /// The host's module.
            public static let passthrough: Self = "passthrough"
            /// A program that libvirt does not run.
            public static let external: Self = "external"
        }

        /// The versions of the standard.
        public struct Version: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The older one.
            public static let v1: Self = "1.2"
            /// The newer one.
            public static let v2: Self = "2.0"
        }
    }
}
