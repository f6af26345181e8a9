extension DomainDocument {
    /// The most that a guest may read and write, in all and in short bursts.
    public struct DiskTuning: ElementFields {
        /// Bytes a second.
        public let totalBytes = Amount("total_bytes_sec", always: .bytes)
        /// Bytes read a second.
        public let readBytes = Amount("read_bytes_sec", always: .bytes)
        /// Bytes written a second.
        public let writeBytes = Amount("write_bytes_sec", always: .bytes)
        /// Requests a second.
        public let totalRequests = Field<Int>("total_iops_sec")
        /// Reads a second.
        public let readRequests = Field<Int>("read_iops_sec")
        /// Writes a second.
        public let writeRequests = Field<Int>("write_iops_sec")
        /// Bytes a second in a burst.
        public let totalBytesBurst = Amount("total_bytes_sec_max", always: .bytes)
        /// Bytes read a second in a burst.
        public let readBytesBurst = Amount("read_bytes_sec_max", always: .bytes)
        /// Bytes written a second in a burst.
        public let writeBytesBurst = Amount("write_bytes_sec_max", always: .bytes)
        /// Requests a second in a burst.
        public let totalRequestsBurst = Field<Int>("total_iops_sec_max")
        /// Reads a second in a burst.
        public let readRequestsBurst = Field<Int>("read_iops_sec_max")
        /// Writes a second in a burst.
        public let writeRequestsBurst = Field<Int>("write_iops_sec_max")
        /// How long a burst of bytes may last.
        public let totalBytesBurstLength = Time("total_bytes_sec_max_length", .seconds)
        /// How long a burst of bytes read may last.
        public let readBytesBurstLength = Time("read_bytes_sec_max_length", .seconds)
        /// How long a burst of bytes written may last.
        public let writeBytesBurstLength = Time("write_bytes_sec_max_length", .seconds)
        /// How long a burst of requests may last.
        public let totalRequestsBurstLength = Time("total_iops_sec_max_length", .seconds)
        /// How long a burst of reads may last.
        public let readRequestsBurstLength = Time("read_iops_sec_max_length", .seconds)
        /// How long a burst of writes may last.
        public let writeRequestsBurstLength = Time("write_iops_sec_max_length", .seconds)
        /// How large a request is that counts as one.
        public let requestSize = Amount("size_iops_sec", always: .bytes)
        /// The name under which several disks share the limits.
        public let group = Field<String>("group_name")

        /// All fields.
        public static let all = Self()
    }
}
