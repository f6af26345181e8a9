extension DomainDocument {
    /// How storage is shared with other guests.
    public struct BlockTuning: ElementFields {
        /// The guest's weight against others.
        public let weight = Field<Int>("weight")
        /// The same for single devices of the host.
        public let devices = Children<BlockDeviceTuning>("device")

        /// All fields.
        public static let all = Self()
    }

    /// How one storage device of the host is shared.
    public struct BlockDeviceTuning: ElementFields {
        /// The device.
        public let device = Field<String>("path")
        /// The guest's weight against others.
        public let weight = Field<Int>("weight")
        /// Reads a second.
        public let readRequests = Field<Int>("read_iops_sec")
        /// Writes a second.
        public let writeRequests = Field<Int>("write_iops_sec")
        /// Bytes read a second.
        public let readBytes = Amount("read_bytes_sec", always: .bytes)
        /// Bytes written a second.
        public let writeBytes = Amount("write_bytes_sec", always: .bytes)

        /// All fields.
        public static let all = Self()
    }
}
