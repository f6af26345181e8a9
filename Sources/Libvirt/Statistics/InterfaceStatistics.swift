public import Quantities

/// One network interface of a domain.
public struct InterfaceStatistics: Hashable, Sendable {
    /// The host's name for it, such as `vnet0`.
    public var name = ""
    /// Bytes that the guest received.
    public var bytesReceived: ByteCount?
    /// Packets that the guest received.
    public var packetsReceived: UInt64?
    /// Errors while it received.
    public var receiveErrors: UInt64?
    /// Packets that were dropped on the way to the guest.
    public var receiveDrops: UInt64?
    /// Bytes that the guest sent.
    public var bytesSent: ByteCount?
    /// Packets that the guest sent.
    public var packetsSent: UInt64?
    /// Errors while it sent.
    public var sendErrors: UInt64?
    /// Packets of the guest that were dropped.
    public var sendDrops: UInt64?
    /// The place in libvirt's list.
    var number = 0
}

extension InterfaceStatistics: NumberedStatistics {
    init(number: Int) { self.init(name: "", number: number) }

    mutating func take(_ key: StatisticsKey, _ value: TypedValue) -> Bool {
        switch () {
        case _ where key.is("name"): name = value.text ?? ""
        case _ where key.is("rx.bytes"): bytesReceived = value.inBytes
        case _ where key.is("rx.pkts"): packetsReceived = value.count
        case _ where key.is("rx.errs"): receiveErrors = value.count
        case _ where key.is("rx.drop"): receiveDrops = value.count
        case _ where key.is("tx.bytes"): bytesSent = value.inBytes
        case _ where key.is("tx.pkts"): packetsSent = value.count
        case _ where key.is("tx.errs"): sendErrors = value.count
        case _ where key.is("tx.drop"): sendDrops = value.count
        default: return false
        }
        return true
    }
}
