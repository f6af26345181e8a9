internal import CLibvirt
internal import Glibc

extension DomainStatistics {
    /// Takes over libvirt's list of records, and frees it.
    ///
    /// Each domain's reference moves into the handle that owns it from now on, rather than being doubled and given
    /// back: in both calls libvirt writes the UUID out for a log that is off, which would take longer than all the rest.
    static func adopt(
        _ records: UnsafeMutablePointer<virDomainStatsRecordPtr?>?, count: Int, _ registrations: Registrations
    ) -> [DomainStatistics] {
        guard let records else { return [] }
        defer {
            // libvirt frees the records up to the first that is NULL: here none, for they are gone.
            records[0] = nil
            virDomainStatsRecordListFree(records)
        }
        return [DomainStatistics](unsafeUninitializedCapacity: count) { buffer, initialized in
            for case let record? in UnsafeBufferPointer(start: records, count: count) {
                defer {
                    virTypedParamsFree(record.pointee.params, record.pointee.nparams)
                    // Sound: like everything that libvirt gives away, a record comes from malloc.
                    free(record)
                }
                guard let domain = record.pointee.dom else { continue }
                buffer.initializeElement(
                    at: initialized,
                    to: DomainStatistics(domain: DomainReference<Mode>(Handle(adopting: domain), registrations)))
                buffer[initialized].read(
                    UnsafeBufferPointer(start: record.pointee.params, count: Int(record.pointee.nparams)))
                initialized += 1
            }
        }
    }

    /// Takes over libvirt's list of named values.
    mutating func read(_ parameters: UnsafeBufferPointer<virTypedParameter>) {
        var rawState: Int32?
        var rawReason: Int32 = 0
        var rare: RareStatistics?
        guard let first = parameters.baseAddress else { return }
        for index in parameters.indices {
            guard let name = shim_typed_parameter_field(first + index) else { continue }
            let value = TypedValue(parameters[index])
            let key = StatisticsKey(name)
            if key.is("state.state") {
                rawState = value.asNumber
            } else if key.is("state.reason") {
                rawReason = value.asNumber ?? 0
            } else if !take(key, value) {
                var seldom = rare.take() ?? RareStatistics()
                if !seldom.take(key, value) { others[key.rest] = value }
                rare = seldom
            }
        }
        condition = rawState.map { DomainCondition(rawState: $0, rawReason: rawReason) }
        self.rare = rare.map(RareStatistics.Box.init)
    }

    private mutating func take(_ name: StatisticsKey, _ value: TypedValue) -> Bool {
        var key = name
        switch () {
        case _ where key.skip("block."): return key.is("count") || disks.take(key, value)
        case _ where key.skip("net."): return key.is("count") || interfaces.take(key, value)
        case _ where key.is("vcpu.current"): virtualCPUs = value.count.map(Int.init)
        case _ where key.is("vcpu.maximum"): maximumVirtualCPUs = value.count.map(Int.init)
        case _ where key.skip("vcpu."): return processors.take(key, value)
        case _ where key.skip("balloon."): return memory.take(key, value)
        case _ where key.is("cpu.time"): cpuTime = value.inNanoseconds
        case _ where key.is("cpu.user"): cpuUserTime = value.inNanoseconds
        case _ where key.is("cpu.system"): cpuSystemTime = value.inNanoseconds
        default: return false
        }
        return true
    }
}
