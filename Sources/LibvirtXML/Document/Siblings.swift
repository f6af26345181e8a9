/// A record that knows the one behind it.
protocol LinkedRecord {
    var next: Int32 { get }
}

extension NodeRecord: LinkedRecord {}
extension AttributeRecord: LinkedRecord {}

/// The places of a record and of all that are linked behind it, as they were when they were asked for.
struct Siblings<Record: LinkedRecord>: Sequence, IteratorProtocol {
    private let records: [Record]
    private var upcoming: Int32

    init(in records: [Record], from first: Int32) { (self.records, upcoming) = (records, first) }

    mutating func next() -> Int32? {
        guard upcoming != NodeRecord.none else { return nil }
        defer { upcoming = records[Int(upcoming)].next }
        return upcoming
    }
}
