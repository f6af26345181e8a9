public import FoundationEssentials

extension SecretDocument {
    /// What is said of a secret.
    public struct Fields: ElementFields {
        /// Whether it is kept in memory only.
        public let isEphemeral = Switch(yesNo: "@ephemeral")
        /// Whether libvirt gives its value to nobody.
        public let isPrivate = Switch(yesNo: "@private")
        /// The identity; libvirt makes one up for a definition without.
        public let uuid = Field<UUID>("uuid")
        /// A text for people.
        public let summary = Field<String>("description")
        /// What it is for.
        public let usage = Field<Usage>("usage/@type")
        /// The volume that it opens.
        public let volume = Field<String>("usage/volume")
        /// The name by which others use it.
        public let name = Field<String>("usage/name")
        /// The iSCSI target that it opens.
        public let target = Field<String>("usage/target")

        /// All fields.
        public static let all = Self()

        /// What a secret is for.
        public struct Usage: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// To open an encrypted volume.
            public static let volume: Self = "volume"
            /// To log in to Ceph.
            public static let ceph: Self = "ceph"
            /// To log in to iSCSI.
            public static let iscsi: Self = "iscsi"
            /// To open the key of a certificate.
            public static let tls: Self = "tls"
            /// To open the state of a trusted platform module.
            public static let tpm: Self = "vtpm"
        }
    }
}
