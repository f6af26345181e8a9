internal import CLibvirt

/// One virtual processor of a running domain.
public struct VirtualCPU: Hashable, Sendable {
    /// Its number, from 0.
    public var number: Int
    /// What it is doing.
    public var state: VCPUState
    /// The processor time that it has used.
    public var cpuTime: Duration
    /// The host's processor on which it runs.
    public var hostCPU: VCPUHostCPU
    /// The host's processors on which it may run.
    public var affinity: CPUMap

    init(_ info: virVcpuInfo, affinity: CPUMap) {
        number = Int(info.number)
        state = VCPUState(rawValue: info.state)
        cpuTime = .nanoseconds(Int64(clamping: info.cpuTime))
        hostCPU = VCPUHostCPU(rawValue: info.cpu)
        self.affinity = affinity
    }
}

/// The virtual processors as the guest's own system sees them.
public struct GuestVirtualCPUs: Hashable, Sendable {
    /// All that it knows.
    public var all: CPUMap
    /// Those that it uses.
    public var online: CPUMap
    /// Those that it could stop using.
    public var offlinable: CPUMap
    /// Everything that has no property here, under libvirt's own names.
    public var others: [String: TypedValue] = [:]

    init(_ parameters: TypedParameters) {
        func map(_ name: TypedParameterName) -> CPUMap { CPUMap(list: parameters[name]?.text ?? "") }
        all = map("vcpus")
        online = map("online")
        offlinable = map("offlinable")
        for element in parameters.elements where !["vcpus", "online", "offlinable"].contains(element.name.rawValue) {
            others[element.name.rawValue] = element.value
        }
    }
}
