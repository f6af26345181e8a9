internal import Quantities

/// libvirt's numbers in the units that the names of the statistics stand for.
extension TypedValue {
    var inBytes: ByteCount? { count.map(ByteCount.bytes) }
    var inKibibytes: ByteCount? { count.map(ByteCount.kibibytes) }
    var inMebibytes: ByteCount? { count.map(ByteCount.mebibytes) }
    var inNanoseconds: Duration? { count.map { .nanoseconds(Int64(clamping: $0)) } }
    var inSeconds: Duration? { count.map { .seconds(Int64(clamping: $0)) } }
    var asNumber: Int32? { if case .int(let value) = self { value } else { nil } }
    /// A yes or no, which some drivers send as a number.
    var isTrue: Bool? { if case .boolean(let value) = self { value } else { count.map { $0 != 0 } } }
}
