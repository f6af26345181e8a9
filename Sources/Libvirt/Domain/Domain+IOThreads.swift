internal import CLibvirt
internal import Glibc

/// A thread of a domain's emulator that serves disks.
public struct IOThread: Hashable, Sendable {
    /// Its number in the definition, from 1.
    public var id: Int
    /// The host's processors on which it may run.
    public var affinity: CPUMap

    init(_ info: virDomainIOThreadInfo) {
        id = Int(info.iothread_id)
        affinity = CPUMap(bytes: UnsafeBufferPointer(start: info.cpumap, count: Int(info.cpumaplen)))
    }
}

extension DomainReference {
    /// The threads of the emulator that serve disks.
    ///
    /// - Parameter impact: Of the running domain or of its stored definition; the default is the one that applies now.
    /// - Returns: None is no error.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for `.live` when the domain does not run.
    ///
    /// libvirt: [`virDomainGetIOThreadInfo`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetIOThreadInfo)
    public func ioThreads(_ impact: DomainModificationImpact = []) async throws -> [IOThread] {
        try await handle.call { domain in
            var infos: UnsafeMutablePointer<virDomainIOThreadInfoPtr?>?
            let count = try check(
                virDomainGetIOThreadInfo(domain, &infos, impact.rawValue), "virDomainGetIOThreadInfo",
                DomainKind.describe(domain))
            guard let infos else { return [] }
            defer { free(infos) }
            return (0..<Int(count)).compactMap { index in
                defer { virDomainIOThreadInfoFree(infos[index]) }
                return infos[index].map { IOThread($0.pointee) }
            }
        }
    }
}

extension DomainReference where Mode == ReadWrite {
    /// Adds a thread that serves disks.
    ///
    /// - Parameters:
    ///   - id: Its number, from 1.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for a number that is taken.
    ///
    /// libvirt: [`virDomainAddIOThread`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAddIOThread)
    public func addIOThread(_ id: Int, _ impact: DomainModificationImpact = []) async throws {
        let id: UInt32 = try checkedNumber(id, "I/O thread")
        try await handle.status("virDomainAddIOThread") { virDomainAddIOThread($0, id, impact.rawValue) }
    }

    /// Removes a thread that serves no disk any more.
    ///
    /// - Parameters:
    ///   - id: Its number.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when there is no such thread or a disk needs it.
    ///
    /// libvirt: [`virDomainDelIOThread`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDelIOThread)
    public func removeIOThread(_ id: Int, _ impact: DomainModificationImpact = []) async throws {
        let id: UInt32 = try checkedNumber(id, "I/O thread")
        try await handle.status("virDomainDelIOThread") { virDomainDelIOThread($0, id, impact.rawValue) }
    }

    /// Chooses on which of the host's processors a thread that serves disks may run.
    ///
    /// - Parameters:
    ///   - id: Its number.
    ///   - hostCPUs: The host's processors.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when there is no such thread, and for an empty set.
    ///
    /// libvirt: [`virDomainPinIOThread`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPinIOThread)
    public func pinIOThread(_ id: Int, to hostCPUs: CPUMap, _ impact: DomainModificationImpact = []) async throws {
        let id: UInt32 = try checkedNumber(id, "I/O thread")
        try await handle.status("virDomainPinIOThread") { domain in
            try hostCPUs.withCheckedBytes { virDomainPinIOThread(domain, id, $0, $1, impact.rawValue) }
        }
    }

    /// Tunes a thread that serves disks: how long it polls, how many helpers it may have.
    ///
    /// - Parameters:
    ///   - id: Its number.
    ///   - parameters: Such as ``TypedParameterName/domainIOThreadPollMaxNanoseconds``.
    ///   - impact: The running domain, its stored definition, or both; the default is the one that applies now.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` when there is no such thread, `argumentUnsupported` for
    ///   a name that the driver does not know.
    ///
    /// libvirt: [`virDomainSetIOThreadParams`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetIOThreadParams)
    public func setIOThreadParameters(
        _ id: Int, _ parameters: TypedParameters, _ impact: DomainModificationImpact = []
    ) async throws {
        let id: UInt32 = try checkedNumber(id, "I/O thread")
        try await handle.setParameters("virDomainSetIOThreadParams", parameters) {
            virDomainSetIOThreadParams($0, id, $1, $2, impact.rawValue)
        }
    }
}
