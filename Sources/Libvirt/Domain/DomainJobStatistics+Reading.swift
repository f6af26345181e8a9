internal import CLibvirt
internal import Quantities

extension DomainJobStatistics {
    /// Asks for the running job of a domain, or with options for the last one.
    init(of domain: OpaquePointer, _ options: DomainJobStatsOptions = []) throws {
        var type: Int32 = 0
        var parameters: UnsafeMutablePointer<virTypedParameter>?
        var count: Int32 = 0
        try check(
            virDomainGetJobStats(domain, &type, &parameters, &count, options.rawValue), "virDomainGetJobStats",
            DomainKind.describe(domain))
        self.init(
            type: DomainJobType(rawValue: type), TypedParameters(adopting: parameters, count: Int(count)))
    }

    /// Reads what libvirt reported of a job.
    init(type: DomainJobType, _ parameters: TypedParameters) {
        self.type = type
        for element in parameters.elements {
            let isKnown =
                takeTime(element) || takeAmount(element) || takeOutcome(element) || takeSpace(element)
                || memoryTransfer.take(element) || compression.take(element)
            if !isKnown { others[element.name] = element.value }
        }
    }

    private mutating func takeOutcome(_ element: TypedParameters.Element) -> Bool {
        switch element.name {
        case .domainJobOperation: operation = element.value.number.map(DomainJobOperation.init(rawValue:))
        case .domainJobSuccess: succeeded = element.value.truth
        case .domainJobErrorMessage: errorMessage = element.value.text
        case .domainJobAutoConvergeThrottle: throttling = element.value.number.map { Int($0) }
        default: return false
        }
        return true
    }

    private mutating func takeTime(_ element: TypedParameters.Element) -> Bool {
        let time = element.value.milliseconds
        switch element.name {
        case .domainJobTimeElapsed: elapsed = time
        case .domainJobTimeElapsedNet: elapsedNet = time
        case .domainJobTimeRemaining: remaining = time
        case .domainJobSetupTime: setupTime = time
        case .domainJobDowntime: downtime = time
        case .domainJobDowntimeNet: downtimeNet = time
        default: return false
        }
        return true
    }

    private mutating func takeAmount(_ element: TypedParameters.Element) -> Bool {
        let amount = element.value.bytes
        switch element.name {
        case .domainJobDataProcessed: data.processed = amount
        case .domainJobDataRemaining: data.remaining = amount
        case .domainJobDataTotal: data.total = amount
        case .domainJobMemoryProcessed: memory.processed = amount
        case .domainJobMemoryRemaining: memory.remaining = amount
        case .domainJobMemoryTotal: memory.total = amount
        case .domainJobDiskProcessed: disk.processed = amount
        case .domainJobDiskRemaining: disk.remaining = amount
        case .domainJobDiskTotal: disk.total = amount
        default: return false
        }
        return true
    }

    private mutating func takeSpace(_ element: TypedParameters.Element) -> Bool {
        switch element.name {
        case .domainJobDiskBytesPerSecond: diskSpeed = element.value.bytes
        case .domainJobDiskTempUsed: temporaryDiskUsed = element.value.bytes
        case .domainJobDiskTempTotal: temporaryDiskTotal = element.value.bytes
        default: return false
        }
        return true
    }
}

extension DomainJobStatistics.MemoryTransfer {
    fileprivate mutating func take(_ element: TypedParameters.Element) -> Bool {
        switch element.name {
        case .domainJobMemoryConstant: constantPages = element.value.count
        case .domainJobMemoryNormal: normalPages = element.value.count
        case .domainJobMemoryNormalBytes: normalBytes = element.value.bytes
        case .domainJobMemoryBytesPerSecond: speed = element.value.bytes
        case .domainJobMemoryDirtyRate: dirtyPagesPerSecond = element.value.count
        case .domainJobMemoryIteration: iteration = element.value.count
        case .domainJobMemoryPageSize: pageSize = element.value.bytes
        case .domainJobMemoryPostCopyRequests: postCopyRequests = element.value.count
        default: return false
        }
        return true
    }
}

extension DomainJobStatistics.MemoryCompression {
    fileprivate mutating func take(_ element: TypedParameters.Element) -> Bool {
        switch element.name {
        case .domainJobCompressionCache: cache = element.value.bytes
        case .domainJobCompressionBytes: bytes = element.value.bytes
        case .domainJobCompressionPages: pages = element.value.count
        case .domainJobCompressionCacheMisses: cacheMisses = element.value.count
        case .domainJobCompressionOverflow: overflows = element.value.count
        default: return false
        }
        return true
    }
}

extension TypedValue {
    fileprivate var bytes: ByteCount? { count.map(ByteCount.bytes) }
    fileprivate var milliseconds: Duration? { count.map { .milliseconds(Int64(clamping: $0)) } }
    fileprivate var number: Int32? { if case .int(let value) = self { value } else { nil } }
    fileprivate var truth: Bool? { if case .boolean(let value) = self { value } else { nil } }
}
