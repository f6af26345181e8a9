extension DomainDocument {
    /// Properties of one device that are set behind libvirt's back.
    public struct DeviceOverride: ElementFields {
        /// The device.
        public let alias = Field<String>("@alias")
        /// The properties.
        public let properties = Children<OverriddenProperty>("qemu:frontend/qemu:property")

        /// All fields.
        public static let all = Self()
    }

    /// A property of a device that is set behind libvirt's back.
    public struct OverriddenProperty: ElementFields {
        /// The property.
        public let name = Field<String>("@name")
        /// What the value is.
        public let type = Field<Kind>("@type")
        /// The value.
        public let value = Field<String>("@value")

        /// All fields.
        public static let all = Self()

        /// What the value of a property is.
        public struct Kind: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A text.
            public static let string: Self = "string"
            /// A whole number from 0.
            public static let unsigned: Self = "unsigned"
            /// A whole number.
            public static let signed: Self = "signed"
            /// Yes or no.
            public static let bool: Self = "bool"
            /// Nothing: the property is left out.
            public static let remove: Self = "remove"
        }
    }

    /// A part of the host that a container shares.
    public struct LXCNamespace: ElementFields {
        /// Whose it is: a `name` of a container, a `netns` or a `pid`.
        public let type = Field<Owner>("@type")
        /// Which one.
        public let value = Field<String>("@value")

        /// All fields.
        public static let all = Self()

        /// Whose part of the host a container shares.
        public struct Owner: XMLToken {
            /// The word in the document.
            public var rawValue: String
            /// The token for that word, known or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// A container's, by its name.
            public static let name: Self = "name"
            /// A process's, by its number.
            public static let pid: Self = "pid"
            /// A namespace's, by its name.
            public static let netns: Self = "netns"
        }
    }
}
