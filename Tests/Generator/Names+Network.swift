extension Names {
    static let networkGroups = [
        TypeGroup("NetworkTypes", networks),
        TypeGroup("HostInterfaceTypes", interfaces),
        TypeGroup("NWFilterTypes", filters),
    ]

    private static let networks = [
        TypeName("virNetworkEventID", "NetworkEventID", "The kinds of events that a network sends."),
        TypeName(
            "virNetworkEventLifecycleType", "NetworkLifecycleEventType", "What happened in the life of a network.",
            prefixes: ["VIR_NETWORK_EVENT_"]),
        TypeName("virNetworkCreateFlags", "NetworkCreateOptions", "How to create a transient network."),
        TypeName("virNetworkDefineFlags", "NetworkDefineOptions", "How to define a network."),
        TypeName(
            "virConnectListAllNetworksFlags", "NetworkListOptions", "Which networks to list.",
            prefixes: ["VIR_CONNECT_LIST_NETWORKS_"]),
        TypeName("virNetworkXMLFlags", "NetworkXMLOptions", "Which description of a network to give."),
        TypeName(
            "virNetworkUpdateFlags", "NetworkUpdateOptions",
            "Whether an update affects the running network, its definition, or both.",
            prefixes: ["VIR_NETWORK_UPDATE_AFFECT_"]),
        TypeName(
            "virNetworkUpdateCommand", "NetworkUpdateCommand", "What an update does to a section of a network.",
            members: ["NONE": "noCommand"]),
        TypeName(
            "virNetworkUpdateSection", "NetworkUpdateSection", "The section of a network that an update changes.",
            prefixes: ["VIR_NETWORK_SECTION_"], members: ["NONE": "noSection"]),
        TypeName("virNetworkPortCreateFlags", "NetworkPortCreateOptions", "How to create a network port."),
        TypeName("virIPAddrType", "IPAddressType", "The version of an IP address."),
    ]

    private static let interfaces = [
        TypeName("virInterfaceDefineFlags", "HostInterfaceDefineOptions", "How to define a host interface."),
        TypeName("virInterfaceXMLFlags", "HostInterfaceXMLOptions", "Which description of a host interface to give."),
        TypeName(
            "virConnectListAllInterfacesFlags", "HostInterfaceListOptions", "Which host interfaces to list.",
            prefixes: ["VIR_CONNECT_LIST_INTERFACES_"]),
    ]

    private static let filters = [
        TypeName("virNWFilterDefineFlags", "NWFilterDefineOptions", "How to define a network filter."),
        TypeName(
            "virNWFilterBindingCreateFlags", "NWFilterBindingCreateOptions",
            "How to create a binding of a network filter."
        ),
    ]
}
