extension Names {
    static let supportGroups = [
        TypeGroup("StreamTypes", streams), TypeGroup("TypedParameterTypes", parameters),
        TypeGroup("LibvirtErrorLevel", levels), TypeGroup("LibvirtErrorCodes", codes),
        TypeGroup("LibvirtErrorDomains", domains),
    ]

    private static let streams = [
        TypeName("virStreamFlags", "StreamOptions", "How a stream behaves."),
        TypeName(
            "virStreamRecvFlagsValues", "StreamReceiveOptions", "How to receive from a stream.",
            prefixes: ["VIR_STREAM_RECV_"]),
        TypeName("virStreamEventType", "StreamEvents", "What a stream is ready for.", .options),
        TypeName("virEventHandleType", "FileHandleEvents", "What a watched file handle is ready for.", .options),
    ]

    private static let parameters = [
        TypeName(
            "virTypedParameterType", "TypedParameterType", "The type of a typed parameter's value.",
            members: ["INT": "int32", "UINT": "uint32", "LLONG": "int64", "ULLONG": "uint64"]),
        TypeName(
            "virTypedParameterFlags", "TypedParameterOptions", "What a reader of typed parameters understands.",
            prefixes: ["VIR_TYPED_PARAM_"]),
        TypeName("virBlkioParameterType", "", "", .merged(into: "virTypedParameterType")),
        TypeName("virMemoryParameterType", "", "", .merged(into: "virTypedParameterType")),
        TypeName("virSchedParameterType", "", "", .merged(into: "virTypedParameterType")),
    ]

    private static let levels = [
        TypeName(
            "virErrorLevel", "LibvirtError.Level", "How bad an error is.", prefixes: ["VIR_ERR_"],
            members: ["NONE": "noError"])
    ]

    private static let codes = [
        TypeName(
            "virErrorNumber", "LibvirtError.Code", "What went wrong.", .code, prefixes: ["VIR_ERR_", "VIR_"],
            members: [
                "DOM_EXIST": "domainExists", "UNKNOWN_HOST": "unknownHost", "OS_TYPE": "unknownOSType",
                "GET_FAILED": "httpGetFailed", "POST_FAILED": "httpPostFailed", "NO_CONNECT": "noConnection",
                "WAR_NO_INTERFACE": "warningNoInterface",
                "WAR_NO_NETWORK": "warningNoNetwork", "WAR_NO_NODE": "warningNoNode",
                "WAR_NO_NWFILTER": "warningNoNWFilter", "WAR_NO_SECRET": "warningNoSecret",
                "WAR_NO_STORAGE": "warningNoStorage",
            ])
    ]

    private static let domains = [
        TypeName(
            "virErrorDomain", "LibvirtError.Domain", "Which part of libvirt reports.", .code, prefixes: ["VIR_FROM_"],
            members: [
                "NONE": "unspecified", "DOM": "domain", "DOMAIN": "domainConfig", "NET": "network",
                "NETWORK": "networkConfig", "ONE": "openNebula", "XENXL": "xenXL", "XENXM": "xenXM",
                "XENAPI": "xenAPI", "STATS_LINUX": "linuxStats", "CH": "cloudHypervisor",
            ])
    ]
}
