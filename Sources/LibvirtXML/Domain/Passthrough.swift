extension DomainDocument {
    /// Properties of one device that are set behind libvirt's back.
    public struct DeviceOverride: ElementFields {
        /// The device.
        public let alias = Field<String>("@alias")
        /// The properties.
        public let properties = Children<OverriddenProperty>("qemu:frontend/qemu:property")

        /// All fields.
        public init() {}
    }

    /// A property of a device that is set behind libvirt's back.
    public struct OverriddenProperty: ElementFields {
        /// The property.
        public let name = Field<String>("@name")
        /// What the value is: `string`, `unsigned`, `signed`, `bool` or `remove`.
        public let type = Field<String>("@type")
        /// The value.
        public let value = Field<String>("@value")

        /// All fields.
        public init() {}
    }

    /// A part of the host that a container shares.
    public struct LXCNamespace: ElementFields {
        /// Whose it is: a `name` of a container, a `netns` or a `pid`.
        public let type = Field<String>("@type")
        /// Which one.
        public let value = Field<String>("@value")

        /// All fields.
        public init() {}
    }
}
