internal import CLibvirt

/// The processor time that a running domain has used, in total or on one of the host's processors.
///
/// A value that the hypervisor did not report is `nil`, never zero.
public struct ProcessorTimes: Hashable, Sendable {
    /// All of it.
    public var total: Duration?
    /// The part of it in user mode.
    public var user: Duration?
    /// The part of it in the host's kernel.
    public var system: Duration?
    /// The part of it that the guest itself used, without its hypervisor.
    public var virtualCPUs: Duration?
    /// Everything that has no property here, under libvirt's own names.
    public var others: [String: TypedValue] = [:]

    init(_ parameters: TypedParameters) {
        for element in parameters.elements {
            let time = element.value.count.map { Duration.nanoseconds(Int64(clamping: $0)) }
            switch element.name {
            case .domainCPUStatsCPUTime: total = time
            case .domainCPUStatsUserTime: user = time
            case .domainCPUStatsSystemTime: system = time
            case .domainCPUStatsVCPUTime: virtualCPUs = time
            default: others[element.name.rawValue] = element.value
            }
        }
    }
}

extension DomainReference {
    /// The processor time that the domain has used in total.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it does not run.
    ///
    /// libvirt: [`virDomainGetCPUStats`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetCPUStats)
    public func processorTimes() async throws -> ProcessorTimes {
        try await handle.call { domain in
            try ProcessorTimes.read(of: domain, from: -1, count: 1, subject: DomainKind.describe(domain)).first
                ?? ProcessorTimes([:])
        }
    }

    /// The processor time that the domain has used on each of the host's processors.
    ///
    /// - Returns: One element per processor of the host, by number.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it does not run.
    ///
    /// libvirt: [`virDomainGetCPUStats`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetCPUStats)
    public func processorTimesByHostCPU() async throws -> [ProcessorTimes] {
        try await handle.call { domain in
            let subject = DomainKind.describe(domain)
            let count = try check(virDomainGetCPUStats(domain, nil, 0, 0, 0, 0), "virDomainGetCPUStats", subject)
            // libvirt's protocol carries 128 processors at a time.
            return try stride(from: 0, to: count, by: 128).flatMap { first in
                try ProcessorTimes.read(of: domain, from: first, count: min(128, count - first), subject: subject)
            }
        }
    }
}

extension ProcessorTimes {
    fileprivate static func read(
        of domain: OpaquePointer, from first: Int32, count: Int32, subject: String
    ) throws -> [ProcessorTimes] {
        let width = try check(virDomainGetCPUStats(domain, nil, 0, first, 1, 0), "virDomainGetCPUStats", subject)
        guard width > 0 else { return [] }
        let capacity = Int(width) * Int(count)
        let parameters = UnsafeMutablePointer<virTypedParameter>.allocate(capacity: capacity)
        parameters.initialize(repeating: virTypedParameter(), count: capacity)
        defer {
            virTypedParamsClear(parameters, Int32(capacity))
            parameters.deallocate()
        }
        let filled = try check(
            virDomainGetCPUStats(domain, parameters, UInt32(width), first, UInt32(count), 0), "virDomainGetCPUStats",
            subject)
        return (0..<Int(count)).map { index in
            let row = parameters + index * Int(width)
            // libvirt leaves the rows of processors that are offline empty: without types.
            let length = (0..<Int(filled)).prefix { row[$0].type != 0 }.count
            return ProcessorTimes(TypedParameters(borrowing: row, count: length))
        }
    }
}
