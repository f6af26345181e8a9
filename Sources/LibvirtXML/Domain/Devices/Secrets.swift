public import FoundationEssentials

extension DomainDocument {
    /// A secret of libvirt's.
    public struct SecretReference: ElementFields {
        /// What it is for, such as `ceph`, `iscsi` or `passphrase`.
        public let type = Field<SecretUse>("@type")
        /// The secret by its UUID.
        public let uuid = Field<UUID>("@uuid")
        /// The secret by what it is used for.
        public let usage = Field<String>("@usage")

        /// All fields.
        public static let all = Self()
    }

    /// Who logs in to a server, and with which secret.
    public struct Credentials: ElementFields {
        /// The user.
        public let username = Field<String>("@username")
        /// The secret.
        public let secret = Child<SecretReference>("secret")

        /// All fields.
        public static let all = Self()
    }

    /// How the content of a disk is encrypted.
    public struct Encryption: ElementFields {
        /// The format of the encryption.
        public let format = Field<Format>("@format")
        /// What does it.
        public let engine = Field<Engine>("@engine")
        /// The passphrases.
        public let secrets = Children<SecretReference>("secret")
        /// The cipher, such as `aes`.
        public let cipher = Field<String>("cipher/@name")
        /// The bits of the key.
        public let cipherSize = Field<Int>("cipher/@size")
        /// The mode of the cipher, such as `xts`.
        public let cipherMode = Field<String>("cipher/@mode")
        /// The hash of the cipher.
        public let cipherHash = Field<String>("cipher/@hash")
        /// What makes the initial vectors, such as `plain64`.
        public let ivGenerator = Field<String>("ivgen/@name")
        /// The hash of that.
        public let ivGeneratorHash = Field<String>("ivgen/@hash")

        /// All fields.
        public static let all = Self()

        /// The formats of encryption.
        public struct Format: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// What libvirt likes.
            public static let unspecified: Self = "default"
            /// LUKS.
            public static let luks: Self = "luks"
            /// LUKS, version 2.
            public static let luks2: Self = "luks2"
            /// The old encryption in qcow images.
            public static let qcow: Self = "qcow"
        }

        /// What encrypts.
        public struct Engine: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// The emulator.
            public static let qemu: Self = "qemu"
            /// Ceph's library.
            public static let librbd: Self = "librbd"
        }
    }

    /// The label by which the host's security module keeps the guest and its files apart.
    public struct SecurityLabel: ElementFields {
        /// Where the label comes from.
        public let type = Field<Kind>("@type")
        /// The security module, such as `selinux`, `apparmor` or `dac`.
        public let model = Field<String>("@model")
        /// Whether libvirt labels the guest's files.
        public let isRelabelled = Switch(yesNo: "@relabel")
        /// Whether labelling was given up, as libvirt notes of files that cannot have labels.
        public let isSkipped = Switch(yesNo: "@labelskip")
        /// The label of the guest's process.
        public let label = Field<String>("label")
        /// The label from which a dynamic one is made.
        public let baseLabel = Field<String>("baselabel")
        /// The label of the guest's files, as libvirt reports it.
        public let imageLabel = Field<String>("imagelabel")

        /// All fields.
        public static let all = Self()

        /// Where a label comes from.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// libvirt makes one up.
            public static let dynamic: Self = "dynamic"
            /// The one in the definition.
            public static let fixed: Self = "static"
            /// There is none.
            public static let unconfined: Self = "none"
        }
    }

    /// The generations of a virtio device.
    public struct VirtioModel: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// What fits the machine.
        public static let virtio: Self = "virtio"
        /// For drivers of any age.
        public static let transitional: Self = "virtio-transitional"
        /// For drivers of virtio 1.0 and later.
        public static let nonTransitional: Self = "virtio-non-transitional"
    }

    /// What happens when a source is not there.
    public struct StartupPolicy: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The guest does not start.
        public static let mandatory: Self = "mandatory"
        /// The guest does not start, but may be migrated or restored without.
        public static let requisite: Self = "requisite"
        /// The guest goes without.
        public static let optional: Self = "optional"
    }

    /// Who sees a piece of the guest's memory.
    public struct MemoryAccess: XMLToken {
        /// The word in the document.
        public var rawValue: String
        /// The token for that word, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Other processes, too.
        public static let shared: Self = "shared"
        /// The emulator only.
        public static let isolated: Self = "private"
    }
}
