extension Names {
    static let hostGroups = [
        TypeGroup("ConnectionTypes", connections), TypeGroup("NodeTypes", nodes),
        TypeGroup("NodeDeviceTypes", devices), TypeGroup("AdminTypes", admin), TypeGroup("QEMUTypes", qemu),
    ]

    private static let connections = [
        TypeName(
            "virConnectFlags", "ConnectionOpenOptions", "How to open a connection.", prefixes: ["VIR_CONNECT_"]),
        TypeName("virConnectCloseReason", "ConnectionCloseReason", "Why a connection was closed."),
        TypeName(
            "virConnectCredentialType", "CredentialType", "What an authentication asks for.", prefixes: ["VIR_CRED_"],
            members: ["AUTHNAME": "authorizationName"]),
    ]

    private static let nodes = [
        TypeName("virCPUCompareResult", "CPUCompareResult", "How a CPU compares with the host's."),
        TypeName(
            "virConnectBaselineCPUFlags", "CPUBaselineOptions", "How to compute a baseline CPU.",
            prefixes: ["VIR_CONNECT_BASELINE_CPU_"]),
        TypeName(
            "virConnectCompareCPUFlags", "CPUCompareOptions", "How to compare a CPU with the host's.",
            prefixes: ["VIR_CONNECT_COMPARE_CPU_"], members: ["FAIL_INCOMPATIBLE": "failIfIncompatible"]),
        TypeName(
            "virNodeAllocPagesFlags", "NodeAllocatePagesOptions", "How to change a host's pools of huge pages.",
            prefixes: ["VIR_NODE_ALLOC_PAGES_"]),
        TypeName(
            "virNodeGetCPUStatsAllCPUs", "NodeCPUNumber", "The host CPU of which to give statistics.", .number,
            prefixes: ["VIR_NODE_CPU_STATS_"], members: ["ALL_CPUS": "all"]),
        TypeName(
            "virNodeGetMemoryStatsAllCells", "NodeCellNumber", "The NUMA cell of which to give statistics.", .number,
            prefixes: ["VIR_NODE_MEMORY_STATS_"], members: ["ALL_CELLS": "all"]),
        TypeName("virNodeSuspendTarget", "NodeSuspendTarget", "Where a host's state goes when the host is suspended."),
    ]

    private static let devices = [
        TypeName("virNodeDeviceEventID", "NodeDeviceEventID", "The kinds of events that a node device sends."),
        TypeName(
            "virNodeDeviceEventLifecycleType", "NodeDeviceLifecycleEventType",
            "What happened in the life of a node device.", prefixes: ["VIR_NODE_DEVICE_EVENT_"]),
        TypeName(
            "virNodeDeviceCreateXMLFlags", "NodeDeviceCreateOptions", "How to create a node device.",
            prefixes: ["VIR_NODE_DEVICE_CREATE_XML_"]),
        TypeName(
            "virNodeDeviceDefineXMLFlags", "NodeDeviceDefineOptions", "How to define a node device.",
            prefixes: ["VIR_NODE_DEVICE_DEFINE_XML_"]),
        TypeName(
            "virConnectListAllNodeDeviceFlags", "NodeDeviceListOptions",
            "Which node devices to list, by capability and by state.",
            prefixes: ["VIR_CONNECT_LIST_NODE_DEVICES_CAP_", "VIR_CONNECT_LIST_NODE_DEVICES_"]),
    ]

    private static let admin = [
        TypeName(
            "virClientTransport", "AdminClientTransport", "How a client is connected to a daemon.",
            prefixes: ["VIR_CLIENT_TRANS_"])
    ]

    private static let qemu = [
        TypeName(
            "virDomainQemuMonitorCommandFlags", "QEMUMonitorCommandOptions", "How to speak to QEMU's monitor.",
            prefixes: ["VIR_DOMAIN_QEMU_MONITOR_COMMAND_"]),
        TypeName(
            "virConnectDomainQemuMonitorEventRegisterFlags", "QEMUMonitorEventOptions",
            "How the filter of QEMU's monitor events is read.",
            prefixes: ["VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_"],
            members: ["REGEX": "regularExpression", "NOCASE": "caseInsensitive"]),
        TypeName(
            "virDomainQemuAgentCommandTimeoutValues", "QEMUAgentTimeout",
            "How many seconds to wait for the answer to a command sent to the guest agent.", .number,
            prefixes: ["VIR_DOMAIN_QEMU_AGENT_COMMAND_"], members: ["MIN": "minimum"]),
    ]
}
