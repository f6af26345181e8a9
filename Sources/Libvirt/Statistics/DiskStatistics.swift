public import Quantities

/// One disk of a domain, or one image behind it.
public struct DiskStatistics: Hashable, Sendable {
    /// The target name, such as `vda`; the same for all images of one disk.
    public var name = ""
    /// The file or device behind it.
    public var path: String?
    /// How many reads were served.
    public var readRequests: UInt64?
    /// How many bytes were read.
    public var bytesRead: ByteCount?
    /// How long the reads took in total.
    public var readTime: Duration?
    /// How many writes were served.
    public var writeRequests: UInt64?
    /// How many bytes were written.
    public var bytesWritten: ByteCount?
    /// How long the writes took in total.
    public var writeTime: Duration?
    /// How many flushes were served.
    public var flushRequests: UInt64?
    /// How long the flushes took in total.
    public var flushTime: Duration?
    /// The highest offset that was written.
    public var allocation: ByteCount?
    /// The size that the guest sees.
    public var capacity: ByteCount?
    /// The size on the host.
    public var physical: ByteCount?
    /// The number of the image in libvirt's definition of the running domain, which other calls name it by: `vda[2]`.
    public var backingIndex: Int?
    /// How many requests Xen could not serve at once.
    public var errors: UInt64?
    /// The offset beyond which a write sends an event of the kind `blockThreshold`.
    public var threshold: ByteCount?
    /// The place in libvirt's list.
    var number = 0
}

extension DiskStatistics: NumberedStatistics {
    init(number: Int) { self.init(name: "", number: number) }

    mutating func take(_ key: StatisticsKey, _ value: TypedValue) -> Bool {
        switch () {
        case _ where key.is("name"): name = value.text ?? ""
        case _ where key.is("path"): path = value.text
        case _ where key.is("rd.reqs"): readRequests = value.count
        case _ where key.is("rd.bytes"): bytesRead = value.inBytes
        case _ where key.is("rd.times"): readTime = value.inNanoseconds
        case _ where key.is("wr.reqs"): writeRequests = value.count
        case _ where key.is("wr.bytes"): bytesWritten = value.inBytes
        case _ where key.is("wr.times"): writeTime = value.inNanoseconds
        case _ where key.is("fl.reqs"): flushRequests = value.count
        case _ where key.is("fl.times"): flushTime = value.inNanoseconds
        case _ where key.is("allocation"): allocation = value.inBytes
        case _ where key.is("capacity"): capacity = value.inBytes
        case _ where key.is("physical"): physical = value.inBytes
        case _ where key.is("backingIndex"): backingIndex = value.count.map(Int.init)
        case _ where key.is("errors"): errors = value.count
        case _ where key.is("threshold"): threshold = value.inBytes
        default: return false
        }
        return true
    }
}
