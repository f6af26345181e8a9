internal import CLibvirt
internal import Quantities

extension DomainStatistics {
    /// Takes over libvirt's list of named values.
    mutating func read(_ parameters: UnsafeBufferPointer<virTypedParameter>) {
        var rawState: Int32?
        var rawReason: Int32 = 0
        guard let first = parameters.baseAddress else { return }
        for index in parameters.indices {
            guard let name = shim_typed_parameter_field(first + index) else { continue }
            var key = StatisticsKey(name)
            let value = TypedValue(parameters[index])
            switch () {
            case _ where key.skip("state."):
                if key.is("state") { rawState = value.int32 } else { rawReason = value.int32 ?? 0 }
            case _ where key.skip("block."): readDisk(&key, value)
            case _ where key.skip("net."): readInterface(&key, value)
            case _ where key.skip("balloon.") && memory.take(key, value): break
            case _ where key.skip("cpu.") && takeProcessor(key, value): break
            case _ where key.skip("vcpu.") && takeVirtualProcessors(key, value): break
            default: others[String(cString: name)] = value
            }
        }
        condition = rawState.map { DomainCondition(rawState: $0, rawReason: rawReason) }
    }

    private mutating func takeProcessor(_ key: StatisticsKey, _ value: TypedValue) -> Bool {
        if key.is("time") {
            cpuTime = value.duration
        } else if key.is("user") {
            cpuUserTime = value.duration
        } else if key.is("system") {
            cpuSystemTime = value.duration
        } else {
            return false
        }
        return true
    }

    private mutating func takeVirtualProcessors(_ key: StatisticsKey, _ value: TypedValue) -> Bool {
        if key.is("current") {
            virtualCPUs = value.count.map(Int.init)
        } else if key.is("maximum") {
            maximumVirtualCPUs = value.count.map(Int.init)
        } else {
            return false
        }
        return true
    }

    private mutating func readDisk(_ key: inout StatisticsKey, _ value: TypedValue) {
        let whole = key
        guard let index = key.number(), index < 4096 else {
            if !whole.is("count") { others["block." + whole.rest] = value }
            return
        }
        while disks.count <= index { disks.append(DiskStatistics()) }
        if !disks[index].take(key, value) { others["block." + whole.rest] = value }
    }

    private mutating func readInterface(_ key: inout StatisticsKey, _ value: TypedValue) {
        let whole = key
        guard let index = key.number(), index < 4096 else {
            if !whole.is("count") { others["net." + whole.rest] = value }
            return
        }
        while interfaces.count <= index { interfaces.append(InterfaceStatistics()) }
        if !interfaces[index].take(key, value) { others["net." + whole.rest] = value }
    }
}

extension MemoryStatistics {
    fileprivate mutating func take(_ key: StatisticsKey, _ value: TypedValue) -> Bool {
        let amount = value.count.map(ByteCount.kibibytes)
        if key.is("current") {
            current = amount
        } else if key.is("maximum") {
            maximum = amount
        } else if key.is("rss") {
            resident = amount
        } else if key.is("unused") {
            unused = amount
        } else if key.is("available") {
            available = amount
        } else {
            return false
        }
        return true
    }
}

extension DiskStatistics {
    fileprivate mutating func take(_ key: StatisticsKey, _ value: TypedValue) -> Bool {
        switch () {
        case _ where key.is("name"): name = value.text ?? ""
        case _ where key.is("path"): path = value.text
        case _ where key.is("rd.reqs"): readRequests = value.count
        case _ where key.is("rd.bytes"): bytesRead = value.bytes
        case _ where key.is("rd.times"): readTime = value.duration
        case _ where key.is("wr.reqs"): writeRequests = value.count
        case _ where key.is("wr.bytes"): bytesWritten = value.bytes
        case _ where key.is("wr.times"): writeTime = value.duration
        case _ where key.is("fl.reqs"): flushRequests = value.count
        case _ where key.is("fl.times"): flushTime = value.duration
        case _ where key.is("allocation"): allocation = value.bytes
        case _ where key.is("capacity"): capacity = value.bytes
        case _ where key.is("physical"): physical = value.bytes
        default: return false
        }
        return true
    }
}

extension InterfaceStatistics {
    fileprivate mutating func take(_ key: StatisticsKey, _ value: TypedValue) -> Bool {
        switch () {
        case _ where key.is("name"): name = value.text ?? ""
        case _ where key.is("rx.bytes"): bytesReceived = value.bytes
        case _ where key.is("rx.pkts"): packetsReceived = value.count
        case _ where key.is("rx.errs"): receiveErrors = value.count
        case _ where key.is("rx.drop"): receiveDrops = value.count
        case _ where key.is("tx.bytes"): bytesSent = value.bytes
        case _ where key.is("tx.pkts"): packetsSent = value.count
        case _ where key.is("tx.errs"): sendErrors = value.count
        case _ where key.is("tx.drop"): sendDrops = value.count
        default: return false
        }
        return true
    }
}

extension TypedValue {
    fileprivate var bytes: ByteCount? { count.map(ByteCount.bytes) }
    fileprivate var duration: Duration? { count.map { .nanoseconds(Int64(clamping: $0)) } }
    fileprivate var int32: Int32? { if case .int(let value) = self { value } else { nil } }
}
